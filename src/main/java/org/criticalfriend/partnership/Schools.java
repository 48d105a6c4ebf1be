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
        untilChanged.changed();
        school.check();
        Demand.that(
                find(school.id()).isEmpty(), "There is a school %s already. Please choose another id.", school.id());
        checkNamed(school);
        bind(
                        database.sql(
                                """
                                insert into school (id, version, name, phase, age_from, age_to, trust, forms_of_entry, roll, calendar, address, phone, note,
                                    disadvantage_band, most_people_out_a_day, most_days_out_a_year, hosts_externals, approver)
                                values (:id, 0, :name, :phase, :ageFrom, :ageTo, :trust, :formsOfEntry, :roll, :calendar, :address, :phone, :note,
                                    :disadvantageBand, :mostPeopleOutADay, :mostDaysOutAYear, :hostsExternals, :approver)"""),
                        school)
                .update();
        replaceLists(school);
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
        untilChanged.changed();
        school.check();
        checkNamed(school);
        boolean otherDays = keepsOtherDaysThan(school);
        int changed = bind(
                        database.sql(
                                """
                                update school set version = version + 1, name = :name, phase = :phase,
                                    age_from = :ageFrom, age_to = :ageTo, trust = :trust, forms_of_entry = :formsOfEntry, roll = :roll, calendar = :calendar, address = :address,
                                    phone = :phone, note = :note, disadvantage_band = :disadvantageBand,
                                    most_people_out_a_day = :mostPeopleOutADay, most_days_out_a_year = :mostDaysOutAYear,
                                    hosts_externals = :hostsExternals, approver = :approver
                                where id = :id and version = :version"""),
                        school)
                .param("version", school.version())
                .update();
        if (changed == 0) {
            Demand.that(find(school.id()).isPresent(), "There is no school %s.", school.id());
            throw new ChangedMeanwhile("school", school.id());
        }
        replaceLists(school);
        events.publishEvent(new SchoolChanged(school.id()));
        if (otherDays) {
            events.publishEvent(new CalendarChanged(Set.of(school.id())));
        }
        return school.next();
    }

    /** By its calendar, or by days that are kept free of visits in one phase. */
    private boolean keepsOtherDaysThan(School changed) {
        return database.sql("select count(*) from school where id = ? and (calendar <> ? or phase <> ?)")
                        .params(
                                changed.id(),
                                changed.calendar(),
                                changed.phase().name())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void checkNamed(School school) {
        known.calendar(school.calendar());
        Set<String> own = Set.copyOf(database.sql("select id from person where school = ? and left_on is null")
                .param(school.id())
                .query(String.class)
                .list());
        school.subjectLeaders()
                .forEach((subject, leader) -> Demand.that(
                        own.contains(leader),
                        "%s cannot lead %s at %s. Please name somebody who works there.",
                        leader,
                        subject,
                        school.name()));
        for (String approver : school.limits().approver().stream().toList()) {
            Demand.that(
                    !own.contains(approver),
                    "%s works at %s and cannot approve its duties. Please name somebody from outside the school.",
                    approver,
                    school.name());
            known.person(approver);
        }
    }

    private static StatementSpec bind(StatementSpec statement, School school) {
        return statement
                .param("id", school.id())
                .param("name", school.name())
                .param("phase", school.phase().name())
                .param("ageFrom", school.ages().map(AgeRange::from).orElse(null))
                .param("ageTo", school.ages().map(AgeRange::to).orElse(null))
                .param("trust", school.trust().orElse(null))
                .param("formsOfEntry", school.formsOfEntry().orElse(null))
                .param("roll", school.roll())
                .param("calendar", school.calendar())
                .param("address", school.address())
                .param("phone", school.phone())
                .param("note", school.note().orElse(null))
                .param("disadvantageBand", school.disadvantageBand().orElse(null))
                .param("mostPeopleOutADay", school.limits().mostPeopleOutADay().orElse(null))
                .param("mostDaysOutAYear", school.limits().mostDaysOutAYear().orElse(null))
                .param("hostsExternals", school.limits().hostsExternals())
                .param("approver", school.limits().approver().orElse(null));
    }

    private void replaceLists(School school) {
        rows.replace(
                school.id(),
                "delete from school_affiliation where school = ?",
                "insert into school_affiliation (school, affiliation) values (?, ?)",
                school.affiliations().stream()
                        .map(affiliation -> new Object[] {school.id(), affiliation})
                        .toList());
        rows.replace(
                school.id(),
                "delete from school_subject_leader where school = ?",
                "insert into school_subject_leader (school, subject, person) values (?, ?, ?)",
                school.subjectLeaders().entrySet().stream()
                        .map(leader -> new Object[] {school.id(), leader.getKey(), leader.getValue()})
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
