package org.criticalfriend.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.criticalfriend.partnership.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Test mails: before the year begins, head and office of every school of a partnership get a mail and say with one press that it has
 * arrived. Which schools did not answer is told to whoever asked for it.
 */
@Repository
class AddressTests {

    /** Name of the occasion. */
    static final String OCCASION = "test-mail";

    private final JdbcClient database;
    private final Outbox outbox;
    private final People people;
    private final Addresses addresses;
    private final Clock clock;

    AddressTests(JdbcClient database, Outbox outbox, People people, Addresses addresses, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.people = people;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Asks every school of a partnership. Asked again within the same minute, it is the same test. */
    @Transactional
    public void ask(String partnership) {
        String turn = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        database.sql(
                        """
                        insert into address_test (partnership, turn, school, person)
                        select distinct m.partnership, cast(:turn as varchar(60)), m.school, p.id
                        from membership m join person_role r on r.school = m.school join person p on p.id = r.person
                        where m.partnership = :partnership and m.status <> 'LEFT' and r.role in ('HEAD', 'OFFICE')
                            and p.left_on is null and not exists (
                                select 1 from address_test t where t.partnership = m.partnership and t.turn = :turn
                                    and t.school = m.school and t.person = p.id)""")
                .param("turn", turn)
                .param("partnership", partnership)
                .update();
        outbox.tell(database
                .sql("select distinct person from address_test where partnership = ? and turn = ? order by person")
                .params(partnership, turn)
                .query(String.class)
                .list()
                .stream()
                .map(person -> ToTell.once(OCCASION, partnership, person).onTurn(turn))
                .toList());
    }

    /**
     * Somebody who was asked.
     *
     * @param state what became of their mail, in words
     * @param arrived when they said that it has arrived
     */
    record Asked(String school, String person, State state, Optional<Instant> arrived) {}

    /** What became of a mail. */
    enum State {
        WAITING,
        SENT,
        NOT_SENT,
        GIVEN_UP
    }

    /** A test: when it was asked for, and everybody who was asked. */
    record Round(Instant since, List<Asked> asked) {}

    /** The latest test of a partnership. */
    Optional<Round> latest(String partnership) {
        return database.sql("select max(turn) from address_test where partnership = ?")
                .param(partnership)
                .query(String.class)
                .optional()
                .map(turn -> new Round(
                        LocalDateTime.parse(turn).toInstant(ZoneOffset.UTC),
                        database.sql(
                                        """
                                        select t.school, t.person, t.arrived, n.state
                                        from address_test t join notice n on n.occasion = :occasion
                                            and n.subject = t.partnership and n.turn = t.turn and n.recipient = t.person
                                        where t.partnership = :partnership and t.turn = :turn
                                        order by t.school, t.person""")
                                .param("occasion", OCCASION)
                                .param("partnership", partnership)
                                .param("turn", turn)
                                .query((row, number) -> new Asked(
                                        row.getString("school"),
                                        row.getString("person"),
                                        State.valueOf(row.getString("state")),
                                        Optional.ofNullable(row.getObject("arrived", LocalDateTime.class))
                                                .map(at -> at.toInstant(ZoneOffset.UTC))))
                                .list()));
    }

    /** Notes that a person has got the mail of a test: their address works. */
    @Transactional
    public void arrived(Id test, String person) {
        database.sql(
                        """
                        update address_test set arrived = :now
                        where partnership = :partnership and turn = :turn and person = :person and arrived is null""")
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("partnership", test.partnership())
                .param("turn", test.turn())
                .param("person", person)
                .update();
        people.find(person).ifPresent(addresses::works);
    }

    /** A test: of which partnership, and in which minute it was asked for. */
    record Id(String partnership, String turn) {

        private static final String BETWEEN = "@";

        /** As it stands in a link. */
        String subject() {
            return partnership + BETWEEN + turn;
        }

        static Id of(String subject) {
            int end = subject.lastIndexOf(BETWEEN);
            return new Id(subject.substring(0, end), subject.substring(end + 1));
        }
    }
}
