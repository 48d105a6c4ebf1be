package org.criticalfriend.notification;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.partnership.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is known against mail addresses: that a mail server refused one for good, or that somebody noted that a mail came back. It
 * counts as long as the person has that address. Mails go on being sent there: what is refused today may be set right tomorrow.
 */
@Repository
class Addresses {

    private final JdbcClient database;
    private final Clock clock;

    Addresses(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is known against an address.
     *
     * @param refusedOn when a mail server refused it for good
     * @param code what it answered then
     * @param cameBackOn when somebody noted that a mail came back
     */
    record Mark(
            String person,
            String address,
            Optional<LocalDate> refusedOn,
            Optional<Integer> code,
            Optional<LocalDate> cameBackOn) {}

    /** What is known against the addresses that these people have now, by person. One statement. */
    Map<String, Mark> against(Collection<Person> people) {
        Map<String, Person> byId = people.stream().collect(toMap(Person::id, identity()));
        return byId.isEmpty()
                ? Map.of()
                : database
                        .sql(
                                """
                                select person, address, refused_on, smtp_code, came_back_on from mail_address
                                where person in (:people) and (refused_on is not null or came_back_on is not null)""")
                        .param("people", byId.keySet())
                        .query(Addresses::mark)
                        .list()
                        .stream()
                        .filter(mark ->
                                mark.address().equals(byId.get(mark.person()).email()))
                        .collect(toMap(Mark::person, identity()));
    }

    /** Those of the people of whom a refused address is known, whether or not they have it still. One statement. */
    Set<String> marked(Collection<String> people) {
        return database.sql("select person from mail_address where person in (:people) and refused_on is not null")
                .param("people", people)
                .query(String.class)
                .set();
    }

    /** A mail server refused the address that a person has now. */
    @Transactional
    public void refused(Person person, Optional<Integer> code) {
        known(person);
        database.sql("update mail_address set refused_on = ?, smtp_code = ? where person = ?")
                .params(today(), code.orElse(null), person.id())
                .update();
    }

    /** A mail server took a mail for the address that a person has now: it is refused no more. */
    @Transactional
    public void taken(Person person) {
        database.sql("update mail_address set refused_on = null, smtp_code = null where person = ? and address = ?")
                .params(person.id(), person.email())
                .update();
    }

    /** A mail to the address that a person has now came back, as somebody has noticed. */
    @Transactional
    public void cameBack(Person person) {
        known(person);
        database.sql("update mail_address set came_back_on = ? where person = ?")
                .params(today(), person.id())
                .update();
    }

    /** The address of a person works, as somebody has noticed. */
    @Transactional
    public void works(Person person) {
        database.sql("delete from mail_address where person = ?")
                .param(person.id())
                .update();
    }

    /** A row for the address that the person has now; what was known against another one is forgotten. */
    private void known(Person person) {
        database.sql("delete from mail_address where person = ? and address <> ?")
                .params(person.id(), person.email())
                .update();
        database.sql(
                        """
                        insert into mail_address (person, address)
                        select p.id, cast(:address as varchar(200)) from person p
                        where p.id = :person and not exists (select 1 from mail_address a where a.person = :person)""")
                .param("person", person.id())
                .param("address", person.email())
                .update();
    }

    private LocalDate today() {
        return SchoolTime.today(clock);
    }

    private static Mark mark(ResultSet row, int number) throws SQLException {
        return new Mark(
                row.getString("person"),
                row.getString("address"),
                Optional.ofNullable(row.getObject("refused_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("smtp_code", Integer.class)),
                Optional.ofNullable(row.getObject("came_back_on", LocalDate.class)));
    }
}
