package org.criticalfriend.partnership;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.calendar.CalendarChanged;
import org.criticalfriend.reading.UntilChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes schools. */
@Repository
public class Schools {

    /** Whoever approves for a school and has left approves no more. */
    private static final String SELECT =
            """
            select s.id, s.version, s.name, s.phase, s.age_from, s.age_to, s.trust, s.forms_of_entry, s.roll, s.calendar, s.address, s.phone, s.note,
                s.disadvantage_band, s.most_people_out_a_day, s.most_days_out_a_year, s.hosts_externals, approver.id as approver
            from school s left join person approver on approver.id = s.approver and approver.left_on is null
            """;

    private final JdbcClient database;
    private final OwnedRows rows;
    private final Memberships memberships;
    private final Known known;
    private final ApplicationEventPublisher events;
    private final UntilChanged untilChanged;

    Schools(
            JdbcClient database,
            OwnedRows rows,
            Memberships memberships,
            Known known,
            ApplicationEventPublisher events,
            UntilChanged untilChanged) {
        this.untilChanged = untilChanged;
        this.events = events;
        this.database = database;
        this.rows = rows;
        this.memberships = memberships;
        this.known = known;
    }

    private record ById(String id) {}

    /** A school. */
    public Optional<School> find(String id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** Several schools, by id. Three statements, however many there are. */
    public Map<String, School> find(Collection<String> ids) {
        return untilChanged.getAll(ids.stream().map(ById::new).collect(toSet()), this::readById).values().stream()
                .flatMap(Optional::stream)
                .collect(toMap(School::id, identity()));
    }

    private Map<ById, Optional<School>> readById(Set<ById> keys) {
        Map<String, School> found = read(database.sql(SELECT + "where s.id in (:ids)")
                        .param("ids", keys.stream().map(ById::id).toList()))
                .stream()
                .collect(toMap(School::id, identity()));
        return keys.stream().collect(toMap(identity(), key -> Optional.ofNullable(found.get(key.id()))));
    }

    /** The schools of a partnership with their place in it, those that left too, by the id of the school. Four statements. */
    public List<MemberSchool> of(String partnership) {
        List<Membership> members = memberships.of(partnership);
        Map<String, School> schools =
                find(members.stream().map(Membership::school).toList());
        return members.stream()
                .map(membership -> new MemberSchool(schools.get(membership.school()), membership))
                .toList();
    }

    /**
     * Enters a school; its calendar, its subject leaders and its approver are there already.
     *
     * @throws EntryRefused if something of it cannot be what it is, or there is a school of this id, or its calendar is not, or the named people cannot be what they
     *     are named for
     */
    @Transactional
    public void add(School school) {
        addAll(List.of(school));
    }

    /**
     * Enters schools, all or none; their calendars, subject leaders and approvers are there already. The number of statements does not
     * depend on how many there are.
     *
     * @throws EntryRefused if something of one cannot be what it is, or there is a school of its id, or its calendar is not, or the named people cannot be what they
     *     are named for
     */
    @Transactional
    public void addAll(Collection<School> added) {
        untilChanged.changed();
        added.forEach(School::check);
        Set<String> taken = find(added.stream().map(School::id).toList()).keySet();
        added.forEach(school -> Demand.that(
                !taken.contains(school.id()), "There is a school %s already. Please choose another id.", school.id()));
        checkNamed(added);
        rows.write(
                """
                insert into school (id, version, name, phase, age_from, age_to, trust, forms_of_entry, roll, calendar, address, phone, note,
                    disadvantage_band, most_people_out_a_day, most_days_out_a_year, hosts_externals, approver)
                values (:id, 0, :name, :phase, :ageFrom, :ageTo, :trust, :formsOfEntry, :roll, :calendar, :address, :phone, :note,
                    :disadvantageBand, :mostPeopleOutADay, :mostDaysOutAYear, :hostsExternals, :approver)""",
                added.stream().map(Schools::values).toList());
        replaceLists(added);
    }

    /**
     * Changes a school. With another calendar, the dates of its running reviews follow.
     *
     * @return as it stands now
     * @throws ChangedMeanwhile if somebody else changed it since it was read
     * @throws EntryRefused if something of it cannot be what it is, or there is none of this id, or its calendar is not, or the named people cannot be what they
     *     are named for
     */
    @Transactional
    public School change(School school) {
        changeAll(List.of(school));
        return school.next();
    }

    /**
     * Changes schools, all or none. With another calendar, the dates of running reviews follow. The number of statements does not depend
     * on how many there are.
     *
     * @throws ChangedMeanwhile if somebody else changed one of them since they were read
     * @throws EntryRefused if something of one cannot be what it is, or there is none of this id, or its calendar is not, or the named people cannot be what they
     *     are named for
     */
    @Transactional
    public void changeAll(Collection<School> changed) {
        if (changed.isEmpty()) {
            return;
        }
        untilChanged.changed();
        changed.forEach(School::check);
        checkNamed(changed);
        Set<String> otherDays = withOtherDays(changed);
        boolean[] written = rows.write(
                """
                update school set version = version + 1, name = :name, phase = :phase,
                    age_from = :ageFrom, age_to = :ageTo, trust = :trust, forms_of_entry = :formsOfEntry, roll = :roll, calendar = :calendar, address = :address,
                    phone = :phone, note = :note, disadvantage_band = :disadvantageBand,
                    most_people_out_a_day = :mostPeopleOutADay, most_days_out_a_year = :mostDaysOutAYear,
                    hosts_externals = :hostsExternals, approver = :approver
                where id = :id and version = :version""",
                changed.stream().map(Schools::values).toList());
        int at = 0;
        for (School school : changed) {
            if (!written[at++]) {
                Demand.that(find(school.id()).isPresent(), "There is no school %s.", school.id());
                throw new ChangedMeanwhile("school", school.id());
            }
        }
        replaceLists(changed);
        changed.forEach(school -> events.publishEvent(new SchoolChanged(school.id())));
        if (!otherDays.isEmpty()) {
            events.publishEvent(new CalendarChanged(otherDays));
        }
    }

    /** By their calendar, or by days that are kept free of visits in one phase. */
    private Set<String> withOtherDays(Collection<School> changed) {
        record Kept(String id, String calendar, String phase) {}
        Map<String, Kept> before = database
                .sql("select id, calendar, phase from school where id in (:ids)")
                .param("ids", changed.stream().map(School::id).toList())
                .query(Kept.class)
                .list()
                .stream()
                .collect(toMap(Kept::id, identity()));
        return changed.stream()
                .filter(school -> before.containsKey(school.id())
                        && !before.get(school.id())
                                .equals(new Kept(
                                        school.id(),
                                        school.calendar(),
                                        school.phase().name())))
                .map(School::id)
                .collect(toSet());
    }

    private void checkNamed(Collection<School> some) {
        known.calendars(some.stream().map(School::calendar).toList());
        record Own(String id, String school) {}
        Map<String, String> own = some.isEmpty()
                ? Map.of()
                : database
                        .sql("select id, school from person where school in (:schools) and left_on is null")
                        .param("schools", some.stream().map(School::id).toList())
                        .query(Own.class)
                        .list()
                        .stream()
                        .collect(toMap(Own::id, Own::school));
        for (School school : some) {
            school.subjectLeaders()
                    .forEach((subject, leader) -> Demand.that(
                            school.id().equals(own.get(leader)),
                            "%s cannot lead %s at %s. Please name somebody who works there.",
                            leader,
                            subject,
                            school.name()));
            school.limits()
                    .approver()
                    .ifPresent(approver -> Demand.that(
                            !school.id().equals(own.get(approver)),
                            "%s works at %s and cannot approve its duties. Please name somebody from outside the school.",
                            approver,
                            school.name()));
        }
        known.people(some.stream()
                .flatMap(school -> school.limits().approver().stream())
                .toList());
    }

    private static MapSqlParameterSource values(School school) {
        return new MapSqlParameterSource()
                .addValue("id", school.id())
                .addValue("version", school.version())
                .addValue("name", school.name())
                .addValue("phase", school.phase().name())
                .addValue("ageFrom", school.ages().map(AgeRange::from).orElse(null))
                .addValue("ageTo", school.ages().map(AgeRange::to).orElse(null))
                .addValue("trust", school.trust().orElse(null))
                .addValue("formsOfEntry", school.formsOfEntry().orElse(null))
                .addValue("roll", school.roll())
                .addValue("calendar", school.calendar())
                .addValue("address", school.address())
                .addValue("phone", school.phone())
                .addValue("note", school.note().orElse(null))
                .addValue("disadvantageBand", school.disadvantageBand().orElse(null))
                .addValue(
                        "mostPeopleOutADay", school.limits().mostPeopleOutADay().orElse(null))
                .addValue("mostDaysOutAYear", school.limits().mostDaysOutAYear().orElse(null))
                .addValue("hostsExternals", school.limits().hostsExternals())
                .addValue("approver", school.limits().approver().orElse(null));
    }

    private void replaceLists(Collection<School> some) {
        List<String> ids = some.stream().map(School::id).toList();
        rows.replace(
                ids,
                "delete from school_affiliation where school in (:owners)",
                "insert into school_affiliation (school, affiliation) values (?, ?)",
                some.stream()
                        .flatMap(school -> school.affiliations().stream()
                                .map(affiliation -> new Object[] {school.id(), affiliation}))
                        .toList());
        rows.replace(
                ids,
                "delete from school_subject_leader where school in (:owners)",
                "insert into school_subject_leader (school, subject, person) values (?, ?, ?)",
                some.stream()
                        .flatMap(school -> school.subjectLeaders().entrySet().stream()
                                .map(leader -> new Object[] {school.id(), leader.getKey(), leader.getValue()}))
                        .toList());
    }

    /** Three statements, however many schools there are. */
    private List<School> read(StatementSpec select) {
        List<School> plain = select.query(Schools::withoutLists).list();
        List<String> ids = plain.stream().map(School::id).toList();
        Map<String, List<String>> affiliations = rows.of(
                ids,
                "select school, affiliation from school_affiliation where school in (:owners)",
                (row, number) -> row.getString(2));
        Map<String, List<Map.Entry<String, String>>> leaders = rows.of(
                ids,
                """
                select l.school, l.subject, l.person from school_subject_leader l join person p on p.id = l.person
                where l.school in (:owners) and p.left_on is null and p.school = l.school""",
                (row, number) -> Map.entry(row.getString(2), row.getString(3)));
        return plain.stream()
                .map(school -> school.withAffiliations(affiliations.getOrDefault(school.id(), List.of()))
                        .withSubjectLeaders(leaders.getOrDefault(school.id(), List.of()).stream()
                                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue))))
                .toList();
    }

    private static Optional<AgeRange> ages(ResultSet row) throws SQLException {
        int from = row.getInt("age_from");
        return row.wasNull() ? Optional.empty() : Optional.of(new AgeRange(from, row.getInt("age_to")));
    }

    private static School withoutLists(ResultSet row, int number) throws SQLException {
        return new School(
                row.getString("id"),
                row.getInt("version"),
                row.getString("name"),
                Phase.valueOf(row.getString("phase")),
                ages(row),
                Optional.ofNullable(row.getString("trust")),
                Optional.ofNullable(row.getBigDecimal("forms_of_entry")),
                row.getInt("roll"),
                row.getString("calendar"),
                row.getString("address"),
                row.getString("phone"),
                Optional.ofNullable(row.getString("note")),
                Set.of(),
                Map.of(),
                Optional.ofNullable(row.getObject("disadvantage_band", Integer.class)),
                new SchoolLimits(
                        Optional.ofNullable(row.getObject("most_people_out_a_day", Integer.class)),
                        Optional.ofNullable(row.getObject("most_days_out_a_year", Integer.class)),
                        row.getBoolean("hosts_externals"),
                        Optional.ofNullable(row.getString("approver"))));
    }
}
