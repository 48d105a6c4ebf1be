package org.criticalfriend.partnership;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.reading.UntilChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers who is who: whoever has left is nobody here. What is known of them all is in {@link People} and beside it. */
@Repository
public class Register {

    private static final String TRAINED =
            """
            person.id in (select t.person from training t where t.duty = :duty
                and (t.trained_on is null or t.trained_on <= :day) and (t.until_day is null or t.until_day >= :day))
            """;

    private final JdbcClient database;
    private final Roles roles;
    private final Schools schools;
    private final UntilChanged untilChanged;
    private final Clock clock;

    Register(JdbcClient database, Roles roles, Schools schools, UntilChanged untilChanged, Clock clock) {
        this.clock = clock;
        this.untilChanged = untilChanged;
        this.database = database;
        this.roles = roles;
        this.schools = schools;
    }

    /** What was asked, of whom or where. */
    private record Question(String what, String first, String second) {
        Question(String what, String first) {
            this(what, first, "");
        }
    }

    /** A person who has not left. */
    public Optional<Person> person(String id) {
        return untilChanged.get(
                new Question("person", id), () -> database.sql(People.SELECT + "where id = ? and left_on is null")
                        .param(id)
                        .query(People::person)
                        .optional());
    }

    /** Everybody who has not left, by id. */
    public List<Person> everybody() {
        return database.sql(People.SELECT + "where left_on is null order by id")
                .query(People::person)
                .list();
    }

    /** People of the same partnerships as {@code asker}, the asker included, by id. */
    public List<Person> peopleKnownTo(String asker) {
        return database.sql(People.SELECT + "where left_on is null and (id = :person or "
                        + People.TAKES_PART_IN.formatted(Partnerships.OF_PERSON) + ") order by id")
                .param("person", asker)
                .query(People::person)
                .list();
    }

    /** All roles of a person who has not left. */
    Set<Role> rolesOf(String person) {
        return database.sql(
                        """
                        select distinct r.role from person_role r join person p on p.id = r.person
                        where p.id = ? and p.left_on is null""")
                .param(person)
                .query(Role.class)
                .set();
    }

    /**
     * Whom a person may speak for when they are away, by id: themselves; those who take part in a partnership that they lead, or for
     * whose lead they act; for an administrator, everybody.
     */
    public List<Person> peopleSpokenForBy(String person) {
        String led =
                "select l.partnership from person_role l where l.person = :person and l.role in ('PARTNERSHIP_LEAD', 'DEPUTY_PARTNERSHIP_LEAD')";
        return database.sql(People.SELECT
                        + """
                        where left_on is null and (id = :person or %s
                            or exists (select 1 from person_role a where a.person = :person and a.role = 'ADMIN'))
                        order by family, given, id"""
                                .formatted(People.TAKES_PART_IN.formatted(led)))
                .param("person", person)
                .query(People::person)
                .list();
    }

    /** The roles that a person who has not left holds at one school, whether or not it is their own. */
    public Set<Role> rolesAt(String school, String person) {
        return rolesAtSchools(person).getOrDefault(school, Set.of());
    }

    /** The same at all schools, by the id of the school; without those at which they hold none. */
    public Map<String, Set<Role>> rolesAtSchools(String person) {
        record At(String school, Role role) {}
        return untilChanged.get(new Question("rolesAtSchools", person), () -> database
                .sql(
                        """
                        select r.school, r.role from person_role r join person p on p.id = r.person
                        where p.id = ? and p.left_on is null and r.school is not null""")
                .param(person)
                .query(At.class)
                .list()
                .stream()
                .collect(groupingBy(At::school, mapping(At::role, toSet()))));
    }

    /**
     * Ids of the partnerships in whose reviews a person who has not left takes part: through a school that is a member, or by a role
     * there. Trustees take none.
     */
    public Set<String> partnershipsWhereReviews(String person) {
        return database.sql(
                        """
                        select p.id from partnership p where p.id in (%s)
                            and exists (select 1 from person own where own.id = :person and own.left_on is null)"""
                                .formatted(Partnerships.WHERE_PERSON_REVIEWS))
                .param("person", person)
                .query(String.class)
                .set();
    }

    /** Whether a person who has not left is head or of the senior team of a school that is a member of a partnership (F18). */
    public boolean isLeaderIn(String partnership, String person) {
        return database.sql(
                                """
                                select count(*) from person_role r join person p on p.id = r.person
                                join membership m on m.school = r.school
                                where p.id = ? and p.left_on is null and r.role in ('HEAD', 'SENIOR_TEAM')
                                    and m.partnership = ? and m.status <> 'LEFT'""")
                        .params(person, partnership)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The head of a school, unless the place is vacant. */
    public Optional<Person> headOf(String school) {
        return withRole(Role.HEAD, school).stream().findFirst();
    }

    /** The senior team of a school, by id. A head may be among them. */
    public List<Person> seniorTeamOf(String school) {
        return withRole(Role.SENIOR_TEAM, school);
    }

    /** Ids of all heads and senior teams of the schools that are members of a partnership (F18). */
    public Set<String> leadersIn(String partnership) {
        return database.sql(
                        """
                        select distinct p.id from person_role r join person p on p.id = r.person
                        join membership m on m.school = r.school
                        where p.left_on is null and r.role in ('HEAD', 'SENIOR_TEAM')
                            and m.partnership = ? and m.status <> 'LEFT'""")
                .param(partnership)
                .query(String.class)
                .set();
    }

    /** The people of a school's office, who get dates and visit sheets, by id. */
    public List<Person> officeOf(String school) {
        return withRole(Role.OFFICE, school);
    }

    /** The schools at which a person who has not left is head or works in the office, and so speaks for the school to its visitors. */
    public List<School> schoolsSpokenForBy(String person) {
        List<String> ids = database.sql(
                        """
                        select distinct r.school from person_role r join person p on p.id = r.person
                        where p.id = ? and p.left_on is null and r.role in ('HEAD', 'OFFICE')
                        order by r.school""")
                .param(person)
                .query(String.class)
                .list();
        Map<String, School> found = schools.find(ids);
        return ids.stream().map(found::get).toList();
    }

    private record LeadershipOf(String school) {}

    /** Who is asked to meetings at some schools, by school. One statement at most. */
    public Map<String, Leadership> leadershipOf(Collection<String> some) {
        Map<LeadershipOf, Leadership> found =
                untilChanged.getAll(some.stream().map(LeadershipOf::new).collect(toSet()), this::readLeadership);
        return found.entrySet().stream().collect(toMap(entry -> entry.getKey().school(), Map.Entry::getValue));
    }

    private Map<LeadershipOf, Leadership> readLeadership(Set<LeadershipOf> asked) {
        record Held(String school, Role role, String person) {}
        Map<String, Map<Role, List<String>>> held = database
                .sql(
                        """
                        select r.school, r.role, r.person from person_role r join person p on p.id = r.person
                        where p.left_on is null and r.school in (:schools) and r.role in ('HEAD', 'SENIOR_TEAM', 'OFFICE')
                        order by r.person""")
                .param("schools", asked.stream().map(LeadershipOf::school).toList())
                .query(Held.class)
                .list()
                .stream()
                .collect(groupingBy(Held::school, groupingBy(Held::role, mapping(Held::person, toList()))));
        return asked.stream().collect(toMap(identity(), school -> {
            Map<Role, List<String>> there = held.getOrDefault(school.school(), Map.of());
            return new Leadership(
                    there.getOrDefault(Role.HEAD, List.of()),
                    there.getOrDefault(Role.SENIOR_TEAM, List.of()),
                    there.getOrDefault(Role.OFFICE, List.of()));
        }));
    }

    private List<Person> withRole(Role role, String school) {
        return untilChanged.get(new Question(role.name(), school), () -> database.sql(
                        People.SELECT
                                + """
                                where left_on is null
                                    and id in (select r.person from person_role r where r.school = ? and r.role = ?)
                                order by id""")
                .params(school, role.name())
                .query(People::person)
                .list());
    }

    /**
     * A school as a host in a partnership.
     *
     * @param partnership id of the partnership
     * @param school id of the school
     */
    public record Host(String partnership, String school) {}

    /**
     * Who is in charge of a partnership where {@code host} is concerned: the lead; the deputy, if the lead is of that school or has a
     * role there, or while the lead is {@linkplain Absences away}; an administrator, if there is no deputy either. Whoever is away
     * stays in charge: others act beside them.
     */
    public Set<String> inChargeOf(String partnership, String host) {
        Host asked = new Host(partnership, host);
        return inChargeOf(Set.of(asked)).get(asked);
    }

    /** The same for several at once: for each of them who is in charge. One statement. */
    public Map<Host, Set<String>> inChargeOf(Collection<Host> hosts) {
        LocalDate today = SchoolTime.today(clock);
        Map<ActingIn, Acting> acting = untilChanged.getAll(
                hosts.stream()
                        .map(host -> new ActingIn(host.partnership(), today))
                        .collect(toSet()),
                this::readActing);
        return hosts.stream().distinct().collect(toMap(identity(), host -> acting.get(
                        new ActingIn(host.partnership(), today))
                .inCharge(host.school())));
    }

    /**
     * Who decides something where {@code host} is concerned, the first one first: leads, then deputies, then administrators, without
     * those who are of that school, away, or concerned themselves. If nobody is left, any administrator: there is always somebody.
     *
     * @param concerned ids of those whom it concerns
     */
    public List<String> decidersOf(String partnership, String host, Collection<String> concerned) {
        ActingIn asked = new ActingIn(partnership, SchoolTime.today(clock));
        return untilChanged.getAll(Set.of(asked), this::readActing).get(asked).deciders(host, concerned);
    }

    /** A partnership on a day. */
    private record ActingIn(String partnership, LocalDate day) {}

    /** Those of some partnerships on one day, and the administrators, who are the same for all. */
    private Map<ActingIn, Acting> readActing(Set<ActingIn> asked) {
        record Held(Optional<String> partnership, String person, Role role, boolean away) {}
        LocalDate day = asked.iterator().next().day();
        Map<Held, Set<String>> schools = new LinkedHashMap<>();
        database.sql(
                        """
                        select r.partnership, r.person, r.role, s.school,
                            exists (
                                select 1 from absence a
                                where a.person = r.person and a.first_day <= :day and a.last_day >= :day) as away
                        from person_role r join person p on p.id = r.person
                        left join (
                            select own.id as person, own.school from person own where own.school is not null
                            union select at.person, at.school from person_role at where at.school is not null
                        ) s on s.person = r.person
                        where p.left_on is null and (r.role = 'ADMIN' or r.partnership in (:partnerships)
                            and r.role in ('PARTNERSHIP_LEAD', 'DEPUTY_PARTNERSHIP_LEAD'))
                        order by r.person""")
                .param("partnerships", asked.stream().map(ActingIn::partnership).toList())
                .param("day", day)
                .query(row -> {
                    Set<String> at = schools.computeIfAbsent(
                            new Held(
                                    Optional.ofNullable(row.getString("partnership")),
                                    row.getString("person"),
                                    Role.valueOf(row.getString("role")),
                                    row.getBoolean("away")),
                            first -> new HashSet<>());
                    Optional.ofNullable(row.getString("school")).ifPresent(at::add);
                });
        Map<Optional<String>, List<Acting.One>> people = schools.entrySet().stream()
                .collect(groupingBy(
                        entry -> entry.getKey().partnership(),
                        mapping(
                                entry -> new Acting.One(
                                        entry.getKey().person(),
                                        entry.getKey().role(),
                                        Set.copyOf(entry.getValue()),
                                        entry.getKey().away()),
                                toList())));
        return asked.stream().collect(toMap(identity(), one -> {
            List<Acting.One> all = new ArrayList<>(people.getOrDefault(Optional.of(one.partnership()), List.of()));
            all.addAll(people.getOrDefault(Optional.empty(), List.of()));
            return new Acting(all);
        }));
    }

    /** Ids of the partnerships that a person who has not left may be in charge of, now or while others are not there. */
    public Set<String> partnershipsLedBy(String person) {
        return untilChanged.get(new Question("partnershipsLedBy", person), () -> database.sql(
                        """
                        select l.id from partnership l where exists (
                            select 1 from person_role r join person p on p.id = r.person
                            where p.id = ? and p.left_on is null
                                and (r.role = 'ADMIN' or r.partnership = l.id
                                    and r.role in ('PARTNERSHIP_LEAD', 'DEPUTY_PARTNERSHIP_LEAD')))""")
                .param(person)
                .query(String.class)
                .set());
    }

    /** Ids of the partnerships of which a school is a member whose head a person who has not left is. */
    public Set<String> partnershipsWhereHead(String person) {
        return untilChanged.get(new Question("partnershipsWhereHead", person), () -> database.sql(
                        """
                        select distinct m.partnership from person_role r join person p on p.id = r.person
                        join membership m on m.school = r.school
                        where p.id = ? and p.left_on is null and r.role = 'HEAD' and m.status <> 'LEFT'""")
                .param(person)
                .query(String.class)
                .set());
    }

    /**
     * Whoever takes part in a partnership and may be given a duty as far as training goes (F2), by id: their training for it, or for
     * the duty to stand in for, counts on that day. An associate needs none. One statement.
     */
    public List<Person> trainedFor(Duty duty, String partnership, LocalDate day) {
        String takePart = "where left_on is null and " + People.TAKES_PART_IN.formatted(":partnership");
        return duty.trainedAs()
                .map(trained -> database.sql(People.SELECT + takePart + " and " + TRAINED + " order by id")
                        .param("duty", trained.name())
                        .param("day", day))
                .orElseGet(() -> database.sql(People.SELECT + takePart + " order by id"))
                .param("partnership", partnership)
                .query(People::person)
                .list();
    }

    /** A school. */
    public Optional<School> school(String id) {
        return schools.find(id);
    }

    /** The names of some schools, by id, where no more of them is needed. */
    public Map<String, String> schoolNames(Collection<String> ids) {
        return schools.find(ids).values().stream().collect(toMap(School::id, School::name));
    }

    /** Whether anybody is registered at all. */
    public boolean isEmpty() {
        return database.sql("select count(*) from person").query(Long.class).single() == 0;
    }

    /** Whether somebody who has not left is an administrator. */
    public boolean hasAdministrator() {
        return roles.hasAdministrator();
    }
}
