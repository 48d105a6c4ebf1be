package org.criticalfriend.partnership.sheets;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who changed what in the register of a partnership, on a page or by a file. */
@Repository
class RecordOfChanges {

    private static final TimeBasedEpochGenerator KEYS = Generators.timeBasedEpochGenerator();
    private static final int LONGEST_KEYS = 1000;
    private static final int LONGEST_CELLS = 8000;

    private final JdbcClient database;
    private final JdbcOperations batches;
    private final Clock clock;

    RecordOfChanges(JdbcClient database, JdbcOperations batches, Clock clock) {
        this.database = database;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * A change that was made.
     *
     * @param at when, in UTC
     * @param by id of who made it
     * @param byFile whether it came with a file
     * @param keys which row it was
     * @param cells what became what, line by line
     */
    record Noted(
            LocalDateTime at, String by, boolean byFile, Sheet sheet, String keys, Change.What what, String cells) {}

    /** Notes changes of one moment, in one statement. */
    void note(String partnership, String by, boolean byFile, List<Change> changes) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        batches.batchUpdate(
                """
                insert into register_change (id, partnership, changed_at, changed_by, by_file, sheet, keys, what, cells)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                changes.stream()
                        .map(change -> new Object[] {
                            KEYS.generate(),
                            partnership,
                            now,
                            by,
                            byFile,
                            change.sheet().name(),
                            keysOf(change.row()),
                            change.what().name(),
                            shortened(change.record(), LONGEST_CELLS)
                        })
                        .toList());
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private static String keysOf(Row row) {
        return shortened(
                row.key().stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining(", ")), LONGEST_KEYS);
    }

    /** The latest changes of one row, the newest first. */
    List<Noted> ofRow(String partnership, Row row, int most) {
        return database.sql(
                        """
                        select changed_at, changed_by, by_file, sheet, keys, what, cells from register_change
                        where partnership = ? and sheet = ? and keys = ?
                        order by changed_at desc, id desc fetch first ? rows only""")
                .params(partnership, row.sheet().name(), keysOf(row), most)
                .query(RecordOfChanges::noted)
                .list();
    }

    /** Changes, the newest first, without the first {@code skipped}. */
    List<Noted> latest(String partnership, int skipped, int most) {
        return database.sql(
                        """
                        select changed_at, changed_by, by_file, sheet, keys, what, cells from register_change
                        where partnership = ? order by changed_at desc, id desc offset ? rows fetch next ? rows only""")
                .params(partnership, skipped, most)
                .query(RecordOfChanges::noted)
                .list();
    }

    private static Noted noted(ResultSet row, int number) throws SQLException {
        return new Noted(
                row.getObject("changed_at", LocalDateTime.class),
                row.getString("changed_by"),
                row.getBoolean("by_file"),
                Sheet.valueOf(row.getString("sheet")),
                row.getString("keys"),
                Change.What.valueOf(row.getString("what")),
                row.getString("cells"));
    }
}
