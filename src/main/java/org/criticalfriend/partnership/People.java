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
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.criticalfriend.reading.UntilChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    /**
     * Ids of everybody who takes part in a partnership or ever did, through a school or by a role: also of those who have left, and of
     * schools that have. One statement.
     */
    public Set<String> everOf(String partnership) {
        return database.sql(
                        """
                        select p.id from person p where p.school in (select m.school from membership m where m.partnership = :partnership)
                        union select r.person from person_role r where r.partnership = :partnership
                            or r.school in (select m.school from membership m where m.partnership = :partnership)""")
                .param("partnership", partnership)
                .query(String.class)
                .set();
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
        addAll(Map.of(person, profile));
    }

    /**
     * Enters people with their profiles, all or none; they may have trained each other. The number of statements does not depend on how
     * many there are.
     *
     * @throws EntryRefused if something cannot be what it is; or an id is or was somebody's: an id is never used again; or a school or trainer is not there
     */
    @Transactional
    public void addAll(Map<Person, Profile> everybody) {
        untilChanged.changed();
        everybody.keySet().forEach(Person::check);
        Set<String> taken =
                find(everybody.keySet().stream().map(Person::id).toList()).keySet();
        everybody
                .keySet()
                .forEach(person -> Demand.that(
                        !taken.contains(person.id()),
                        "The id %s has been used and is never used again. Please choose another.",
                        person.id()));
        known.schools(schoolsOf(everybody.keySet()));
        rows.write(
                """
                insert into person (id, version, given, family, email, phone, post, school, left_on)
                values (:id, 0, :given, :family, :email, :phone, :post, :school, :leftOn)""",
                everybody.keySet().stream().map(People::values).toList());
        write(everybody.entrySet().stream()
                .collect(toMap(entry -> entry.getKey().id(), Map.Entry::getValue)));
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
        update(List.of(person));
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
        changeAll(List.of(entry));
        return new PersonEntry(entry.person().next(), entry.profile());
    }

    /**
     * Changes people and their profiles, all or none. The number of statements does not depend on how many there are.
     *
     * @throws ChangedMeanwhile if somebody else changed one of them since they were read
     * @throws EntryRefused if something cannot be what it is, or what is named is not there, or the last administrator is to leave
     */
    @Transactional
    public void changeAll(Collection<PersonEntry> entries) {
        update(entries.stream().map(PersonEntry::person).toList());
        write(entries.stream().collect(toMap(entry -> entry.person().id(), PersonEntry::profile)));
    }

    private void update(List<Person> changed) {
        untilChanged.changed();
        changed.forEach(Person::check);
        known.schools(schoolsOf(changed));
        Set<String> leaving = changed.stream()
                .filter(person -> person.leftOn().isPresent())
                .map(Person::id)
                .collect(toSet());
        if (!leaving.isEmpty()) {
            roles.demandAnAdministratorBesides(leaving);
        }
        boolean[] written = rows.write(
                """
                update person set version = version + 1, given = :given, family = :family, email = :email,
                    phone = :phone, post = :post, school = :school, left_on = :leftOn
                where id = :id and version = :version""",
                changed.stream().map(People::values).toList());
        for (int at = 0; at < written.length; at++) {
            if (!written[at]) {
                String id = changed.get(at).id();
                Demand.that(find(id).isPresent(), "There is nobody %s in the register.", id);
                throw new ChangedMeanwhile("person", id);
            }
        }
        roles.publishWhere(changed.stream().map(Person::id).toList());
        changed.stream()
                .map(Person::id)
                .filter(leaving::contains)
                .forEach(id -> events.publishEvent(new PersonLeft(id)));
    }

    private static Set<String> schoolsOf(Collection<Person> some) {
        return some.stream().flatMap(person -> person.ownSchool().stream()).collect(toSet());
    }

    private void write(Map<String, Profile> profiles) {
        profiles.values().forEach(Profile::check);
        checkTrainers(profiles.values());
        rows.write(
                "update person set phase = :phase, leadership_area = :leadershipArea where id = :id",
                profiles.entrySet().stream()
                        .map(one -> new MapSqlParameterSource("id", one.getKey())
                                .addValue(
                                        "phase",
                                        one.getValue().phase().map(Phase::name).orElse(null))
                                .addValue(
                                        "leadershipArea",
                                        one.getValue().leadershipArea().orElse(null)))
                        .toList());
        replace(
                profiles,
                "delete from person_subject where person in (:owners)",
                "insert into person_subject (person, subject) values (?, ?)",
                (person, profile) -> profile.subjects().stream().map(subject -> new Object[] {person, subject}));
        replace(
                profiles,
                "delete from person_working_day where person in (:owners)",
                "insert into person_working_day (person, weekday) values (?, ?)",
                (person, profile) -> profile.workingDays().stream().map(day -> new Object[] {person, day.name()}));
        replace(
                profiles,
                "delete from training where person in (:owners)",
                "insert into training (person, duty, trained_on, trained_by, until_day) values (?, ?, ?, ?, ?)",
                (person, profile) -> profile.trainings().stream().map(training -> new Object[] {
                    person,
                    training.duty().name(),
                    training.trainedOn().orElse(null),
                    training.by().orElse(null),
                    training.until().orElse(null)
                }));
    }

    private void replace(
            Map<String, Profile> profiles,
            String delete,
            String insert,
            BiFunction<String, Profile, Stream<Object[]>> values) {
        rows.replace(
                profiles.keySet(),
                delete,
                insert,
                profiles.entrySet().stream()
                        .flatMap(one -> values.apply(one.getKey(), one.getValue()))
                        .toList());
    }

    /** A trainer may have left since. */
    private void checkTrainers(Collection<Profile> profiles) {
        Set<String> trainers = profiles.stream()
                .flatMap(profile -> profile.trainings().stream())
                .flatMap(training -> training.by().stream())
                .collect(toSet());
        Map<String, Person> found = find(trainers);
        trainers.forEach(trainer -> Demand.that(
                found.containsKey(trainer),
                "There is nobody %s in the register who could have been the trainer. Please correct it or leave it empty.",
                trainer));
    }

    private static MapSqlParameterSource values(Person person) {
        return new MapSqlParameterSource()
                .addValue("id", person.id())
                .addValue("version", person.version())
                .addValue("given", person.given())
                .addValue("family", person.family())
                .addValue("email", person.email())
                .addValue("phone", person.phone().orElse(null))
                .addValue("post", person.post())
                .addValue("school", person.ownSchool().orElse(null))
                .addValue("leftOn", person.leftOn().orElse(null));
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
