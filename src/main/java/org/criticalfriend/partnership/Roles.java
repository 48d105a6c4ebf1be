package org.criticalfriend.partnership;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.reading.UntilChanged;
import org.springframework.context.ApplicationEventPublisher;
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
        untilChanged.changed();
        role.check();
        known.person(role.person());
        role.school().ifPresent(known::school);
        role.partnership().ifPresent(known::partnership);
        database.sql(
                        """
                        insert into person_role (id, person, role, partnership, school, place)
                        select cast(:id as uuid), cast(:person as varchar(64)), cast(:role as varchar(40)),
                            cast(:partnership as varchar(64)), cast(:school as varchar(64)), cast(:place as varchar(64))
                        where not exists (
                            select 1 from person_role there
                            where there.person = :person and there.role = :role and there.place = :place)""")
                .param("id", KEYS.generate())
                .param("person", role.person())
                .param("role", role.role().name())
                .param("partnership", role.partnership().orElse(null))
                .param("school", role.school().orElse(null))
                .param("place", role.place().orElse(INSTALLATION))
                .update();
        publish(role);
    }

    /**
     * Takes a role from a person; has no effect if they do not hold it.
     *
     * @throws EntryRefused if nobody would administer the installation any more
     */
    @Transactional
    public void dismiss(RoleHeld role) {
        untilChanged.changed();
        if (role.role() == Role.ADMIN) {
            demandAnAdministratorBesides(role.person());
        }
        database.sql("delete from person_role where person = ? and role = ? and place = ?")
                .params(role.person(), role.role().name(), role.place().orElse(INSTALLATION))
                .update();
        publish(role);
    }

    /** Says wherever a person has a role that something may have changed, as when they leave or come back. */
    void publishWhere(String person) {
        heldBy(person).forEach(this::publish);
    }

    private void publish(RoleHeld role) {
        role.school().ifPresent(school -> events.publishEvent(new SchoolChanged(school)));
    }

    /** Whether somebody who has not left is an administrator. */
    boolean hasAdministrator() {
        return !administrators().isEmpty();
    }

    /**
     * Holds the administrators' rows until the transaction ends: of two who go at the same moment the second sees that the first went.
     *
     * @throws EntryRefused if this person is an administrator, and the only one
     */
    void demandAnAdministratorBesides(String person) {
        database.sql("select id from person_role where role = 'ADMIN' order by id for update")
                .query()
                .listOfRows();
        Demand.that(
                !administrators().equals(Set.of(person)),
                "Nobody would administer this installation without %s. Please make somebody else administrator first.",
                person);
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
