package org.criticalfriend.partnership;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.reading.UntilChanged;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes what schools and people say for the planning of a year. */
@Repository
public class PlanningRecords {

    private final JdbcClient database;
    private final OwnedRows rows;
    private final Known known;
    private final UntilChanged untilChanged;

    PlanningRecords(JdbcClient database, OwnedRows rows, Known known, UntilChanged untilChanged) {
        this.database = database;
        this.rows = rows;
        this.known = known;
        this.untilChanged = untilChanged;
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
        enterAll(List.of(facts));
    }

    /**
     * Enters or changes what several schools say, in a batch.
     *
     * @param all each with the version that was read
     * @throws ChangedMeanwhile if somebody else changed one of them since
     * @throws EntryRefused if a subject or rate cannot be what they are, or there is no such school
     */
    @Transactional
    public void enterAll(Collection<PlanningFacts> all) {
        if (all.isEmpty()) {
            return;
        }
        untilChanged.changed();
        all.forEach(PlanningFacts::check);
        known.schools(all.stream().map(PlanningFacts::school).toList());
        Map<Boolean, List<PlanningFacts>> parted = all.stream().collect(partitioningBy(facts -> facts.version() == 0));
        write(
                """
                insert into planning_facts (school, version, wanted_subject, day_rate)
                select cast(:school as varchar(64)), 1, cast(:subject as varchar(100)), cast(:rate as numeric(8, 2))
                where not exists (select 1 from planning_facts there where there.school = :school)""",
                parted.get(true));
        write(
                """
                update planning_facts set version = version + 1, wanted_subject = :subject,
                    day_rate = cast(:rate as numeric(8, 2))
                where school = :school and version = :version""",
                parted.get(false));
    }

    private void write(String statement, List<PlanningFacts> some) {
        boolean[] written =
                rows.write(statement, some.stream().map(PlanningRecords::values).toList());
        for (int at = 0; at < written.length; at++) {
            if (!written[at]) {
                throw new ChangedMeanwhile(
                        "wishes for planning of", some.get(at).school());
            }
        }
    }

    private static MapSqlParameterSource values(PlanningFacts facts) {
        return new MapSqlParameterSource("school", facts.school())
                .addValue("version", facts.version())
                .addValue("subject", facts.wantedSubject().orElse(null))
                .addValue("rate", facts.dayRate().orElse(null));
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
        wishToGoAlong(List.of(person));
    }

    /**
     * Notes that some people ask to go along, in a batch; has no effect where that is noted already.
     *
     * @throws EntryRefused if there is no such person, or they have left
     */
    @Transactional
    public void wishToGoAlong(Collection<String> some) {
        if (some.isEmpty()) {
            return;
        }
        untilChanged.changed();
        known.people(some);
        rows.write(
                """
                insert into associate_wish (person) select cast(:person as varchar(64))
                where not exists (select 1 from associate_wish there where there.person = :person)""",
                some.stream()
                        .map(person -> new MapSqlParameterSource("person", person))
                        .toList());
    }

    /** Takes that back; has no effect if they had not asked. */
    @Transactional
    public void takeWishBack(String person) {
        takeWishBack(List.of(person));
    }

    /** Takes back what some people asked; has no effect where they had not. */
    @Transactional
    public void takeWishBack(Collection<String> some) {
        if (some.isEmpty()) {
            return;
        }
        untilChanged.changed();
        database.sql("delete from associate_wish where person in (:people)")
                .param("people", some)
                .update();
    }
}
