package org.criticalfriend.partnership;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes what schools and people say for the planning of a year. */
@Repository
public class PlanningRecords {

    private final JdbcClient database;
    private final Known known;

    PlanningRecords(JdbcClient database, Known known) {
        this.database = database;
        this.known = known;
    }

    /** What some schools have said, by the id of the school; nothing of those that have said nothing. One statement. */
    public Map<String, PlanningFacts> factsOf(Collection<String> schools) {
        return schools.isEmpty()
                ? Map.of()
                : database
                        .sql(
                                "select school, version, wanted_subject, day_rate from planning_facts where school in (:schools)")
                        .param("schools", schools)
                        .query(PlanningRecords::facts)
                        .list()
                        .stream()
                        .collect(toMap(PlanningFacts::school, identity()));
    }

    private static PlanningFacts facts(ResultSet row, int number) throws SQLException {
        return new PlanningFacts(
                row.getString("school"),
                row.getInt("version"),
                Optional.ofNullable(row.getString("wanted_subject")),
                Optional.ofNullable(row.getBigDecimal("day_rate")));
    }

    /**
     * Enters or changes what a school says.
     *
     * @param facts with the version that was read
     * @throws ChangedMeanwhile if somebody else changed it since
     * @throws EntryRefused if subject or rate cannot be what they are, or there is no such school
     */
    @Transactional
    public void enter(PlanningFacts facts) {
        facts.check();
        known.school(facts.school());
        String statement = facts.version() == 0
                ? """
                insert into planning_facts (school, version, wanted_subject, day_rate)
                select cast(:school as varchar(64)), 1, cast(:subject as varchar(100)), cast(:rate as numeric(8, 2))
                where not exists (select 1 from planning_facts there where there.school = :school)"""
                : """
                update planning_facts set version = version + 1, wanted_subject = :subject,
                    day_rate = cast(:rate as numeric(8, 2))
                where school = :school and version = :version""";
        StatementSpec change = database.sql(statement)
                .param("school", facts.school())
                .param("subject", facts.wantedSubject().orElse(null))
                .param("rate", facts.dayRate().orElse(null));
        if ((facts.version() == 0 ? change : change.param("version", facts.version())).update() == 0) {
            throw new ChangedMeanwhile("wishes for planning of", facts.school());
        }
    }

    /** Those of some people who have asked to go along on a review as an associate (G18). One statement. */
    public Set<String> wishingToGoAlong(Collection<String> people) {
        return people.isEmpty()
                ? Set.of()
                : database.sql("select person from associate_wish where person in (:people)")
                        .param("people", people)
                        .query(String.class)
                        .set();
    }

    /**
     * Notes that somebody asks to go along; has no effect if that is noted already.
     *
     * @throws EntryRefused if there is no such person, or they have left
     */
    @Transactional
    public void wishToGoAlong(String person) {
        known.person(person);
        database.sql(
                        """
                        insert into associate_wish (person) select cast(:person as varchar(64))
                        where not exists (select 1 from associate_wish there where there.person = :person)""")
                .param("person", person)
                .update();
    }

    /** Takes that back; has no effect if they had not asked. */
    @Transactional
    public void takeWishBack(String person) {
        database.sql("delete from associate_wish where person = ?")
                .param(person)
                .update();
    }
}
