package org.criticalfriend.review;

import java.util.Collection;
import java.util.List;
import org.criticalfriend.notification.RoundFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What the daily round has to know of reviews. */
@Repository
class ReviewsInRound implements RoundFacts {

    private static final String SELECT = "select v.reference, v.partnership, v.host from review v ";
    private static final String OPEN = "exists (select 1 from act_ru_execution e where e.business_key_ = v.reference)";

    private final JdbcClient database;

    ReviewsInRound(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Belonging> everythingOpen() {
        return read(database.sql(SELECT + "where " + OPEN));
    }

    @Override
    public List<Belonging> of(Collection<String> references) {
        return references.isEmpty()
                ? List.of()
                : read(database.sql(SELECT + "where v.reference in (:references)")
                        .param("references", references));
    }

    @Override
    public List<Belonging> openIn(Collection<String> partnerships) {
        return partnerships.isEmpty()
                ? List.of()
                : read(database.sql(SELECT + "where v.partnership in (:partnerships) and " + OPEN)
                        .param("partnerships", partnerships));
    }

    private static List<Belonging> read(StatementSpec statement) {
        return statement
                .query((row, number) -> new Belonging(
                        row.getString("reference"),
                        row.getString("partnership"),
                        row.getString("host"),
                        "",
                        "/review/" + row.getString("reference")))
                .list();
    }
}
