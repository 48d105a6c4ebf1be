package org.criticalfriend.testing;

import com.fasterxml.uuid.Generators;
import java.time.LocalDate;
import java.util.UUID;
import org.criticalfriend.testing.TestPartnership.Made;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Enters reviews in the record without a team and without a process. */
@Component
public class BareReviews {

    private final JdbcClient database;

    BareReviews(JdbcClient database) {
        this.database = database;
    }

    /** A review at one of a partnership's schools; its key. */
    public UUID add(Made made, char host, LocalDate visit) {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        database.sql(
                        """
                        insert into review (id, version, reference, partnership, host, kind, visit_first, visit_last)
                        values (?, 0, ?, ?, ?, 'SCHOOL', ?, ?)""")
                .params(id, id.toString(), made.id(), made.school(host), visit, visit)
                .update();
        return id;
    }
}
