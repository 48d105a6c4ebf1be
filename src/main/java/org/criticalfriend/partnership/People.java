package org.criticalfriend.partnership;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.reading.UntilChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes people with their profiles. */
@Repository
public class People {

    static final String SELECT =
            "select id, version, given, family, email, phone, post, school, left_on, phase, leadership_area from person ";

    /** Ids of whoever belongs to the school in brackets or has a role there. */
    static final String OF_SCHOOL =
            "select own.id from person own where own.school = %1$s union select r.person from person_role r where r.school = %1$s";

    /** Condition on {@code person}: takes part, through a school or by a role, in one of the partnerships in brackets. */
    static final String TAKES_PART_IN =
            """
            (person.school in (select m.school from membership m where m.status <> 'LEFT' and m.partnership in (%1$s))
                or person.id in (select r.person from person_role r where r.partnership in (%1$s)
                    or r.school in (select m.school from membership m where m.status <> 'LEFT' and m.partnership in (%1$s))))
            """;

    private final JdbcClient database;
    private final OwnedRows rows;
    private final Roles roles;
    private final Known known;
    private final UntilChanged untilChanged;
    private final ApplicationEventPublisher events;

    People(
            JdbcClient database,
            OwnedRows rows,
            Roles roles,
            Known known,
            UntilChanged untilChanged,
            ApplicationEventPublisher events) {
        this.events = events;
        this.untilChanged = untilChanged;
        this.database = database;
        this.rows = rows;
        this.roles = roles;
        this.known = known;
    }

    /** A person, also one who has left. */
    public Optional<Person> find(String id) {
        return database.sql(SELECT + "where id = ?")
                .param(id)
                .query(People::person)
                .optional();
    }

    /** Several people, also those who have left, by id. One statement. */
    public Map<String, Person> find(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : database.sql(SELECT + "where id in (:ids)").param("ids", ids).query(People::person).list().stream()
                        .collect(toMap(Person::id, identity()));
    }

    private record OfSchool(String school) {}

    private record OfPartnership(String partnership) {}

    /** Whoever belongs to a school or has a role there and has not left, by id. One statement. */
    public List<Person> ofSchool(String school) {
        return untilChanged.get(new OfSchool(school), () -> database.sql(
                        SELECT + "where left_on is null and id in (" + OF_SCHOOL.formatted(":school") + ") order by id")
                .param("school", school)
                .query(People::person)
                .list());
    }

    /** Whoever takes part in a partnership, through a school or by a role, and has not left, by id. One statement. */
    public List<Person> ofPartnership(String partnership) {
        return untilChanged.get(new OfPartnership(partnership), () -> database.sql(SELECT + "where left_on is null and "
                        + TAKES_PART_IN.formatted(":partnership") + " order by id")
                .param("partnership", partnership)
                .query(People::person)
                .list());
    }

    /** A person with their profile, also one who has left. */
    public Optional<PersonEntry> entry(String person) {
        return Optional.ofNullable(entries(List.of(person)).get(person));
    }

    /** Several people with their profiles, also those who have left, by id. Four statements, however many there are. */
    public Map<String, PersonEntry> entries(Collection<String> people) {
        record Plain(Person person, Optional<Phase> phase, Optional<String> leadershipArea) {}
        // First of all the version: whoever changes the rest while it is read makes this entry a stale one.
        List<Plain> plain = people.isEmpty()
                ? List.of()
                : database.sql(SELECT + "where id in (:ids)")
                        .param("ids", people)
                        .query((row, number) -> new Plain(
                                person(row, number),
                                Optional.ofNullable(row.getString("phase")).map(Phase::valueOf),
                                Optional.ofNullable(row.getString("leadership_area"))))
                        .list();
        Map<String, List<String>> subjects = rows.of(
                people,
                "select person, subject from person_subject where person in (:owners)",
                (row, number) -> row.getString(2));
        Map<String, Set<DayOfWeek>> workingDays = rows
                .of(
                        people,
                        "select person, weekday from person_working_day where person in (:owners)",
                        (row, number) -> DayOfWeek.valueOf(row.getString(2)))
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, days -> Weekdays.of(days.getValue())));
        Map<String, List<Training>> trainings = rows.of(
                people,
                "select person, duty, trained_on, trained_by, until_day from training where person in (:owners)",
                People::training);
        return plain.stream()
                .map(one -> new PersonEntry(
                        one.person(),
                        new Profile(
                                one.phase(),
                                one.leadershipArea(),
                                Set.copyOf(subjects.getOrDefault(one.person().id(), List.of())),
                                workingDays.getOrDefault(one.person().id(), Weekdays.MONDAY_TO_FRIDAY),
                                Set.copyOf(trainings.getOrDefault(one.person().id(), List.of())))))
                .collect(toMap(entry -> entry.person().id(), identity()));
    }

    /**
     * Enters a person with their profile.
     *
     * @throws EntryRefused if something cannot be what it is; or the id is or was somebody's: an id is never used again; or school or trainer are not there
     */
    @Transactional
    public void add(Person person, Profile profile) {
        untilChanged.changed();
        person.check();
        Demand.that(
                find(person.id()).isEmpty(),
                "The id %s has been used and is never used again. Please choose another.",
                person.id());
        person.ownSchool().ifPresent(known::school);
        bind(
                        database.sql(
                                """
                                insert into person (id, version, given, family, email, phone, post, school, left_on)
                                values (:id, 0, :given, :family, :email, :phone, :post, :school, :leftOn)"""),
                        person)
                .update();
        write(person.id(), profile);
    }

    /**
     * Changes a person; the profile and the roles stay. Entering the day on which they left lets them count as gone at once.
     *
     * @return as they stand now
     * @throws ChangedMeanwhile if somebody else changed person or profile since they were read
     * @throws EntryRefused if something cannot be what it is, or there is none of this id, or what is named is not there, or the last administrator is to leave
     */
    @Transactional
    public Person change(Person person) {
        untilChanged.changed();
        person.check();
        person.ownSchool().ifPresent(known::school);
        if (person.leftOn().isPresent()) {
            roles.demandAnAdministratorBesides(person.id());
        }
        int changed = bind(
                        database.sql(
                                """
                                update person set version = version + 1, given = :given, family = :family, email = :email,
                                    phone = :phone, post = :post, school = :school, left_on = :leftOn
                                where id = :id and version = :version"""),
                        person)
                .param("version", person.version())
                .update();
        if (changed == 0) {
            Demand.that(find(person.id()).isPresent(), "There is nobody %s in the register.", person.id());
            throw new ChangedMeanwhile("person", person.id());
        }
        roles.publishWhere(person.id());
        person.leftOn().ifPresent(on -> events.publishEvent(new PersonLeft(person.id())));
        return person.next();
    }

    /**
     * Changes a person and their profile, both or nothing.
     *
     * @return as they stand now
     * @throws ChangedMeanwhile if somebody else changed person or profile since they were read
     * @throws EntryRefused if something cannot be what it is, or what is named is not there, or the last administrator is to leave
     */
    @Transactional
    public PersonEntry change(PersonEntry entry) {
        untilChanged.changed();
        Person changed = change(entry.person());
        write(changed.id(), entry.profile());
        return new PersonEntry(changed, entry.profile());
    }

    private void write(String person, Profile profile) {
        profile.check();
        checkTrainers(profile);
        database.sql("update person set phase = ?, leadership_area = ? where id = ?")
                .params(
                        profile.phase().map(Phase::name).orElse(null),
                        profile.leadershipArea().orElse(null),
                        person)
                .update();
        rows.replace(
                person,
                "delete from person_subject where person = ?",
                "insert into person_subject (person, subject) values (?, ?)",
                profile.subjects().stream()
                        .map(subject -> new Object[] {person, subject})
                        .toList());
        rows.replace(
                person,
                "delete from person_working_day where person = ?",
                "insert into person_working_day (person, weekday) values (?, ?)",
                profile.workingDays().stream()
                        .map(day -> new Object[] {person, day.name()})
                        .toList());
        rows.replace(
                person,
                "delete from training where person = ?",
                "insert into training (person, duty, trained_on, trained_by, until_day) values (?, ?, ?, ?, ?)",
                profile.trainings().stream()
                        .map(training -> new Object[] {
                            person,
                            training.duty().name(),
                            training.trainedOn().orElse(null),
                            training.by().orElse(null),
                            training.until().orElse(null)
                        })
                        .toList());
    }

    /** A trainer may have left since. */
    private void checkTrainers(Profile profile) {
        Set<String> trainers = profile.trainings().stream()
                .flatMap(training -> training.by().stream())
                .collect(toSet());
        Map<String, Person> found = find(trainers);
        trainers.forEach(trainer -> Demand.that(
                found.containsKey(trainer),
                "There is nobody %s in the register who could have been the trainer. Please correct it or leave it empty.",
                trainer));
    }

    private static StatementSpec bind(StatementSpec statement, Person person) {
        return statement
                .param("id", person.id())
                .param("given", person.given())
                .param("family", person.family())
                .param("email", person.email())
                .param("phone", person.phone().orElse(null))
                .param("post", person.post())
                .param("school", person.ownSchool().orElse(null))
                .param("leftOn", person.leftOn().orElse(null));
    }

    static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getString("id"),
                row.getInt("version"),
                row.getString("given"),
                row.getString("family"),
                row.getString("email"),
                Optional.ofNullable(row.getString("phone")),
                row.getString("post"),
                Optional.ofNullable(row.getString("school")),
                Optional.ofNullable(row.getObject("left_on", LocalDate.class)));
    }

    private static Training training(ResultSet row, int number) throws SQLException {
        return new Training(
                Duty.valueOf(row.getString("duty")),
                Optional.ofNullable(row.getObject("trained_on", LocalDate.class)),
                Optional.ofNullable(row.getString("trained_by")),
                Optional.ofNullable(row.getObject("until_day", LocalDate.class)));
    }
}
