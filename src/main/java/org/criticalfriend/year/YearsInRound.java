package org.criticalfriend.year;

import java.util.Collection;
import java.util.List;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.notification.RoundFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What the daily round has to know of years. */
@Repository
class YearsInRound implements RoundFacts {

    private static final String OPEN =
            """
            select y.reference, y.partnership, y.school_year, p.name from partnership_year y join partnership p on p.id = y.partnership
            where y.state in ('PLANNING', 'AGREED', 'PUBLISHED')""";

    private final JdbcClient database;

    YearsInRound(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Belonging> everythingOpen() {
        return read(database.sql(OPEN));
    }

    @Override
    public List<Belonging> of(Collection<String> references) {
        return references.isEmpty()
                ? List.of()
                : read(database.sql(OPEN + " and y.reference in (:references)").param("references", references));
    }

    @Override
    public List<Belonging> openIn(Collection<String> partnerships) {
        return partnerships.isEmpty()
                ? List.of()
                : read(database.sql(OPEN + " and y.partnership in (:partnerships)")
                        .param("partnerships", partnerships));
    }

    private static List<Belonging> read(StatementSpec statement) {
        return statement
                .query((row, number) -> {
                    SchoolYear year = new SchoolYear(row.getInt("school_year"));
                    return new Belonging(
                            row.getString("reference"),
                            row.getString("partnership"),
                            "",
                            "%s, year %s".formatted(row.getString("name"), year),
                            YearPage.path(row.getString("partnership"), year));
                })
                .list();
    }
}
