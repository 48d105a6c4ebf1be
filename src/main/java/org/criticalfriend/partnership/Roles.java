package org.criticalfriend.partnership;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.reading.UntilChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes which roles people hold, and where. */
@Repository
public class Roles {

    /** One for all keys: only then does the order of keys hold also within the same millisecond. */
    private static final TimeBasedEpochGenerator KEYS = Generators.timeBasedEpochGenerator();

    private static final String INSTALLATION = "installation";

    private final JdbcClient database;
    private final OwnedRows rows;
    private final Known known;
    private final UntilChanged untilChanged;
    private final ApplicationEventPublisher events;

    Roles(
            JdbcClient database,
            OwnedRows rows,
            Known known,
            UntilChanged untilChanged,
            ApplicationEventPublisher events) {
        this.events = events;
        this.untilChanged = untilChanged;
        this.database = database;
        this.rows = rows;
        this.known = known;
    }

    /** The roles of a person in all schools and partnerships, also of somebody who has left. */
    public List<RoleHeld> heldBy(String person) {
        return heldBy(List.of(person)).getOrDefault(person, List.of());
    }

    private record HeldBy(Set<String> people) {}

    /** The roles of several people, by person; whoever has none is not in it. One statement. */
    public Map<String, List<RoleHeld>> heldBy(Collection<String> people) {
        return untilChanged.get(
                new HeldBy(Set.copyOf(people)),
                () -> rows.of(
                        people,
                        """
                        select person, role, coalesce(partnership, school) as place from person_role
                        where person in (:owners) order by role, place""",
                        (row, number) -> new RoleHeld(
                                row.getString("person"),
                                Role.valueOf(row.getString("role")),
                                Optional.ofNullable(row.getString("place")))));
    }

    /**
     * Gives a person a role; has no effect if they hold it already.
     *
     * @throws EntryRefused if the role is not held at such a place, or there is no such person, or they have left, or there is no such place
     */
    @Transactional
    public void appoint(RoleHeld role) {
        appointAll(List.of(role));
    }

    /**
     * Gives people roles, all or none; those that they hold already stay. The number of statements does not depend on how many there
     * are.
     *
     * @throws EntryRefused if a role is not held at such a place, or there is no such person, or they have left, or there is no such place
     */
    @Transactional
    public void appointAll(Collection<RoleHeld> given) {
        untilChanged.changed();
        given.forEach(RoleHeld::check);
        known.people(given.stream().map(RoleHeld::person).toList());
        known.schools(given.stream().flatMap(role -> role.school().stream()).toList());
        known.partnerships(
                given.stream().flatMap(role -> role.partnership().stream()).toList());
        rows.write(
                """
                insert into person_role (id, person, role, partnership, school, place)
                select cast(:id as uuid), cast(:person as varchar(64)), cast(:role as varchar(40)),
                    cast(:partnership as varchar(64)), cast(:school as varchar(64)), cast(:place as varchar(64))
                where not exists (
                    select 1 from person_role there
                    where there.person = :person and there.role = :role and there.place = :place)""",
                given.stream().map(Roles::values).toList());
        publish(given);
    }

    /**
     * Takes a role from a person; has no effect if they do not hold it.
     *
     * @throws EntryRefused if nobody would administer the installation any more
     */
    @Transactional
    public void dismiss(RoleHeld role) {
        dismissAll(List.of(role));
    }

    /**
     * Takes roles from people; those that they do not hold have no effect. The number of statements does not depend on how many there
     * are.
     *
     * @throws EntryRefused if nobody would administer the installation any more
     */
    @Transactional
    public void dismissAll(Collection<RoleHeld> taken) {
        untilChanged.changed();
        Set<String> administrators = taken.stream()
                .filter(role -> role.role() == Role.ADMIN)
                .map(RoleHeld::person)
                .collect(toSet());
        if (!administrators.isEmpty()) {
            demandAnAdministratorBesides(administrators);
        }
        rows.write(
                "delete from person_role where person = :person and role = :role and place = :place",
                taken.stream().map(Roles::values).toList());
        publish(taken);
    }

    private static MapSqlParameterSource values(RoleHeld role) {
        return new MapSqlParameterSource()
                .addValue("id", KEYS.generate())
                .addValue("person", role.person())
                .addValue("role", role.role().name())
                .addValue("partnership", role.partnership().orElse(null))
                .addValue("school", role.school().orElse(null))
                .addValue("place", role.place().orElse(INSTALLATION));
    }

    /** Says wherever people have a role that something may have changed, as when they leave or come back. */
    void publishWhere(Collection<String> people) {
        publish(heldBy(people).values().stream().flatMap(List::stream).toList());
    }

    private void publish(Collection<RoleHeld> changed) {
        changed.stream()
                .flatMap(role -> role.school().stream())
                .forEach(school -> events.publishEvent(new SchoolChanged(school)));
        Map<String, Set<String>> heads = changed.stream()
                .filter(role -> role.role() == Role.HEAD)
                .collect(groupingBy(role -> role.school().orElseThrow(), mapping(RoleHeld::person, toSet())));
        if (!heads.isEmpty()) {
            events.publishEvent(new HeadsChanged(heads));
        }
    }

    /** Whether somebody who has not left is an administrator. */
    boolean hasAdministrator() {
        return !administrators().isEmpty();
    }

    /**
     * Holds the administrators' rows until the transaction ends: of two who go at the same moment the second sees that the first went.
     *
     * @throws EntryRefused if there are administrators and all of them are among these people
     */
    void demandAnAdministratorBesides(Set<String> people) {
        database.sql("select id from person_role where role = 'ADMIN' order by id for update")
                .query()
                .listOfRows();
        Set<String> administrators = administrators();
        Demand.that(
                administrators.isEmpty() || !people.containsAll(administrators),
                "Nobody would administer this installation without %s. Please make somebody else administrator first.",
                String.join(", ", administrators));
    }

    private Set<String> administrators() {
        return database.sql(
                        """
                        select r.person from person_role r join person p on p.id = r.person
                        where r.role = 'ADMIN' and p.left_on is null""")
                .query(String.class)
                .set();
    }
}
