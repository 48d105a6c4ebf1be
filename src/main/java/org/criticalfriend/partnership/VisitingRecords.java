package org.criticalfriend.partnership;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes what schools say once for all visits: how visitors come in, and that the checks of their own people are in order. */
@Repository
public class VisitingRecords {

    private final JdbcClient database;
    private final Known known;

    VisitingRecords(JdbcClient database, Known known) {
        this.database = database;
        this.known = known;
    }

    /** What visitors of a school need to know; with nothing in it if the school has not entered anything. */
    public VisitingFacts factsOf(String school) {
        return database.sql(
                        "select school, version, parking, reception, phone, lunch, photo_id from visiting_facts where school = ?")
                .param(school)
                .query(VisitingRecords::facts)
                .optional()
                .orElseGet(() -> VisitingFacts.none(school));
    }

    private static VisitingFacts facts(ResultSet row, int number) throws SQLException {
        return new VisitingFacts(
                row.getString("school"),
                row.getInt("version"),
                Optional.ofNullable(row.getString("parking")),
                Optional.ofNullable(row.getString("reception")),
                Optional.ofNullable(row.getString("phone")),
                Optional.ofNullable(row.getString("lunch")),
                Optional.ofNullable(row.getObject("photo_id", Boolean.class)));
    }

    /**
     * Enters or changes what visitors of a school need to know.
     *
     * @param facts with the version that was read
     * @throws ChangedMeanwhile if somebody else changed it since
     * @throws EntryRefused if a text is empty or too long, or there is no such school
     */
    @Transactional
    public void enter(VisitingFacts facts) {
        facts.check();
        known.school(facts.school());
        String statement = facts.version() == 0
                ? """
                insert into visiting_facts (school, version, parking, reception, phone, lunch, photo_id)
                select cast(:school as varchar(64)), 1, cast(:parking as varchar(400)), cast(:reception as varchar(400)),
                    cast(:phone as varchar(40)), cast(:lunch as varchar(400)), cast(:photoId as boolean)
                where not exists (select 1 from visiting_facts there where there.school = :school)"""
                : """
                update visiting_facts set version = version + 1, parking = :parking, reception = :reception, phone = :phone,
                    lunch = :lunch, photo_id = cast(:photoId as boolean)
                where school = :school and version = :version""";
        StatementSpec change = database.sql(statement)
                .param("school", facts.school())
                .param("parking", facts.parking().orElse(null))
                .param("reception", facts.reception().orElse(null))
                .param("phone", facts.phone().orElse(null))
                .param("lunch", facts.lunch().orElse(null))
                .param("photoId", facts.photoId().orElse(null));
        if (written(change, facts.version()) == 0) {
            throw new ChangedMeanwhile("page for visitors of", facts.school());
        }
    }

    private static int written(StatementSpec change, int version) {
        return (version == 0 ? change : change.param("version", version)).update();
    }

    /** What employers have said of people's DBS checks, by the id of the person; nothing for whom nothing was said. One statement. */
    public Map<String, DbsConfirmation> dbsOf(Collection<String> people) {
        return people.isEmpty()
                ? Map.of()
                : database
                        .sql(
                                """
                                select person, version, confirmed, confirmed_on, confirmed_by from dbs_confirmation
                                where person in (:people)""")
                        .param("people", people)
                        .query((row, number) -> new DbsConfirmation(
                                row.getString("person"),
                                row.getInt("version"),
                                row.getBoolean("confirmed"),
                                row.getObject("confirmed_on", LocalDate.class),
                                row.getString("confirmed_by")))
                        .list()
                        .stream()
                        .collect(toMap(DbsConfirmation::person, identity()));
    }

    /**
     * Writes down what an employer says of a person's DBS check.
     *
     * @param said with the version that was read
     * @throws ChangedMeanwhile if somebody else of the employer said something since
     * @throws EntryRefused if one of the two people is not registered or has left
     */
    @Transactional
    public void say(DbsConfirmation said) {
        known.person(said.person());
        known.person(said.by());
        String statement = said.version() == 0
                ? """
                insert into dbs_confirmation (person, version, confirmed, confirmed_on, confirmed_by)
                select cast(:person as varchar(64)), 1, cast(:confirmed as boolean), cast(:on as date), cast(:by as varchar(64))
                where not exists (select 1 from dbs_confirmation there where there.person = :person)"""
                : """
                update dbs_confirmation set version = version + 1, confirmed = :confirmed, confirmed_on = :on, confirmed_by = :by
                where person = :person and version = :version""";
        StatementSpec change = database.sql(statement)
                .param("person", said.person())
                .param("confirmed", said.confirmed())
                .param("on", said.on())
                .param("by", said.by());
        if (written(change, said.version()) == 0) {
            throw new ChangedMeanwhile("confirmation for", said.person());
        }
    }
}
