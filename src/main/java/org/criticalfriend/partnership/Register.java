package org.criticalfriend.partnership;

import com.fasterxml.uuid.Generators;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes who takes part. */
@Repository
public class Register {

    private static final String PERSON =
            "select id, version, given, family, email, post, school, left_on as leftOn from person ";

    private final JdbcClient database;
    private final JdbcAggregateTemplate aggregates;

    Register(JdbcClient database, JdbcAggregateTemplate aggregates) {
        this.database = database;
        this.aggregates = aggregates;
    }

    /** A person who has not left. */
    public Optional<Person> person(String id) {
        return database.sql(PERSON + "where id = ? and left_on is null")
                .param(id)
                .query(Person.class)
                .optional();
    }

    /** Everybody who has not left, by id. */
    public List<Person> everybody() {
        return database.sql(PERSON + "where left_on is null order by id")
                .query(Person.class)
                .list();
    }

    /** People of the same partnerships as {@code asker}, the asker included, by id. */
    public List<Person> peopleKnownTo(String asker) {
        return database.sql(
                        PERSON
                                + """
                        where left_on is null and (id = :asker
                            or school in (select m.school from membership m where m.status <> 'LEFT' and m.partnership in (%1$s))
                            or id in (select r.person from person_role r where r.partnership in (%1$s)))
                        order by id"""
                                        .formatted(
                                                """
                                        select own.partnership from membership own
                                            join person p on p.school = own.school
                                            where p.id = :asker and own.status <> 'LEFT'
                                        union select own.partnership from person_role own where own.person = :asker
                                        """))
                .param("asker", asker)
                .query(Person.class)
                .list();
    }

    /** All roles of a person who has not left. */
    public Set<Role> rolesOf(String person) {
        return database.sql(
                        """
                        select distinct r.role from person_role r join person p on p.id = r.person
                        where p.id = ? and p.left_on is null""")
                .param(person)
                .query(Role.class)
                .set();
    }

    /** The head of a school, unless the place is vacant. */
    public Optional<Person> headOf(String school) {
        return database
                .sql(
                        PERSON
                                + """
                        where left_on is null
                            and id in (select person from person_role where school = ? and role = 'HEAD')
                        order by id""")
                .param(school)
                .query(Person.class)
                .list()
                .stream()
                .findFirst();
    }

    /** Who is in charge of a partnership where {@code host} is concerned: the lead, for the lead's own school the deputy. */
    public Set<String> inChargeOf(String partnership, String host) {
        return database.sql(
                        """
                        select p.id from person p join person_role r on r.person = p.id
                        where p.left_on is null and r.partnership = :partnership
                            and r.role in ('PARTNERSHIP_LEAD', 'DEPUTY_PARTNERSHIP_LEAD')
                            and (p.school is null or p.school <> :host)
                            and r.role = (
                                select max(acting.role) from person_role acting join person a on a.id = acting.person
                                where a.left_on is null and acting.partnership = :partnership
                                    and acting.role in ('PARTNERSHIP_LEAD', 'DEPUTY_PARTNERSHIP_LEAD')
                                    and (a.school is null or a.school <> :host))""")
                .param("partnership", partnership)
                .param("host", host)
                .query(String.class)
                .set();
    }

    /** A school. */
    public Optional<School> school(String id) {
        return database.sql(
                        "select id, name, phase, forms_of_entry as formsOfEntry, roll, calendar, address, phone, note from school where id = ?")
                .param(id)
                .query(School.class)
                .optional();
    }

    /** Whether anybody is registered at all. */
    public boolean isEmpty() {
        return database.sql("select count(*) from person").query(Long.class).single() == 0;
    }

    /** Whether somebody who has not left is an administrator. */
    public boolean hasAdministrator() {
        return database.sql(
                                "select count(*) from person_role r join person p on p.id = r.person where r.role = 'ADMIN' and p.left_on is null")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Enters a partnership. */
    public void add(Partnership partnership) {
        database.sql("insert into partnership (id, name, kind, led_by, publication) values (?, ?, ?, ?, ?)")
                .params(
                        partnership.id(),
                        partnership.name(),
                        partnership.kind(),
                        partnership.ledBy(),
                        partnership.publication())
                .update();
    }

    /** Enters a school; its calendar is there already. */
    public void add(School school) {
        database.sql(
                        """
                        insert into school (id, name, phase, forms_of_entry, roll, calendar, address, phone, note)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        school.id(),
                        school.name(),
                        school.phase(),
                        school.formsOfEntry(),
                        school.roll(),
                        school.calendar(),
                        school.address(),
                        school.phone(),
                        school.note())
                .update();
    }

    /**
     * Makes a school a member of a partnership.
     *
     * @param status {@code IN_CYCLE} or {@code NOT_YET_IN_CYCLE} (P1)
     * @param cyclesDone how many cycles it has been through (P4)
     */
    public void join(String partnership, String school, String status, int cyclesDone) {
        database.sql("insert into membership (partnership, school, status, cycles_done) values (?, ?, ?, ?)")
                .params(partnership, school, status, cyclesDone)
                .update();
    }

    /** Enters a person with what they are trained for. */
    @Transactional
    public void add(Person person, Collection<Duty> trained) {
        aggregates.insert(person);
        trained.forEach(duty -> database.sql("insert into training (person, duty) values (?, ?)")
                .params(person.id(), duty.name())
                .update());
    }

    /** Gives a person a role at a school; {@code school} is null for roles of the installation. */
    public void appointAtSchool(String person, Role role, String school) {
        appoint(person, role, null, school);
    }

    /** Gives a person a role in a partnership. */
    public void appointInPartnership(String person, Role role, String partnership) {
        appoint(person, role, partnership, null);
    }

    private void appoint(String person, Role role, String partnership, String school) {
        String place = Stream.of(partnership, school)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("installation");
        database.sql("insert into person_role (id, person, role, partnership, school, place) values (?, ?, ?, ?, ?, ?)")
                .params(
                        Generators.timeBasedEpochGenerator().generate(),
                        person,
                        role.name(),
                        partnership,
                        school,
                        place)
                .update();
    }
}
