package org.criticalfriend.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What becomes of the notices in the outbox. */
@Repository
class Notices {

    /** A notice waits until an earlier one about the same, which some node is about to send, is through. */
    private static final String DUE =
            """
            select n.id, n.occasion, n.subject, n.turn, n.recipient, n.since, n.tries, n.first_try
            from notice n
            where n.state = 'WAITING' and n.next_try <= :now and (n.leased_until is null or n.leased_until <= :now)
                and (n.sequence is null or not exists (
                    select 1 from notice e
                    where e.subject = n.subject and e.recipient = n.recipient and e.occasion = n.occasion
                        and e.sequence < n.sequence and e.state = 'WAITING' and e.leased_until > :now))
            order by n.next_try, n.id
            limit :most
            for update skip locked""";

    /** Whoever took it again since has another lease. */
    private static final String IF_STILL_MINE = " where id = :id and state = 'WAITING' and leased_until = :lease";

    private static final String TOLD =
            "select id, occasion, subject, turn, recipient, since, ended, tries, coalesce(reason, '') as reason from notice ";

    private final JdbcClient database;

    Notices(JdbcClient database) {
        this.database = database;
    }

    /**
     * Takes the notices whose time has come, those that wait longest first, and no more than {@code most}. Needs a transaction;
     * what another takes at this moment is left to it.
     */
    List<Taken> take(int most, Instant now, Duration lease) {
        Instant until = now.plus(lease).truncatedTo(ChronoUnit.MILLIS);
        List<Taken> due = database.sql(DUE)
                .param("now", utc(now))
                .param("most", most)
                .query((row, number) -> taken(row, until))
                .list();
        if (!due.isEmpty()) {
            database.sql("update notice set leased_until = :until where id in (:ids)")
                    .param("until", utc(until))
                    .param("ids", ids(due))
                    .update();
        }
        return due;
    }

    /** Those of the notices after which a later one about the same was noted: what they would say is outdated. */
    Set<UUID> outdated(Collection<Taken> taken) {
        return database.sql(
                        """
                        select n.id from notice n where n.id in (:ids) and n.sequence is not null and exists (
                            select 1 from notice l
                            where l.subject = n.subject and l.recipient = n.recipient and l.occasion = n.occasion
                                and l.sequence > n.sequence)""")
                .param("ids", ids(taken))
                .query(UUID.class)
                .set();
    }

    /** It is on its way to the person, whoever thinks to have it by now. */
    void sent(Taken taken, Instant now) {
        database.sql(
                        """
                        update notice set state = 'SENT', ended = :now, next_try = null, leased_until = null,
                            tries = tries + 1, first_try = coalesce(first_try, :now), reason = null
                        where id = :id and state = 'WAITING'""")
                .param("now", utc(now))
                .param("id", taken.id())
                .update();
    }

    /** It is not sent, for good. */
    void notSent(Taken taken, String reason, Instant now) {
        end(taken, "NOT_SENT", 0, reason, now);
    }

    /** It was tried long enough. */
    boolean givenUp(Taken taken, String reason, Instant now) {
        return end(taken, "GIVEN_UP", 1, reason, now);
    }

    private boolean end(Taken taken, String state, int tries, String reason, Instant now) {
        return database.sql(
                                """
                                update notice set state = :state, ended = :now, next_try = null, leased_until = null,
                                    tries = tries + :tries, reason = :reason"""
                                        + IF_STILL_MINE)
                        .param("state", state)
                        .param("now", utc(now))
                        .param("tries", tries)
                        .param("reason", short200(reason))
                        .param("id", taken.id())
                        .param("lease", utc(taken.lease()))
                        .update()
                > 0;
    }

    /** It is tried again at {@code next}. */
    void failed(Taken taken, String reason, Instant now, Instant next) {
        database.sql(
                        """
                        update notice set tries = tries + 1, first_try = coalesce(first_try, :now), next_try = :next,
                            leased_until = null, reason = :reason"""
                                + IF_STILL_MINE)
                .param("now", utc(now))
                .param("next", utc(next))
                .param("reason", short200(reason))
                .param("id", taken.id())
                .param("lease", utc(taken.lease()))
                .update();
    }

    /** They are anybody's again, untried. */
    void giveBack(List<Taken> taken) {
        if (!taken.isEmpty()) {
            database.sql(
                            """
                            update notice set leased_until = null
                            where id in (:ids) and state = 'WAITING' and leased_until = :lease""")
                    .param("ids", ids(taken))
                    .param("lease", utc(taken.get(0).lease()))
                    .update();
        }
    }

    /** How many wait to be sent, now or later. */
    long waiting() {
        return database.sql("select count(*) from notice where next_try is not null")
                .query(Long.class)
                .single();
    }

    /**
     * What a page tells of a notice.
     *
     * @param ended when it was sent or given up
     * @param tries how often it was tried
     * @param reason why it was not sent; empty if it was
     */
    record Told(Notice notice, Instant ended, int tries, String reason) {}

    /** Those that were given up, the latest first. */
    List<Told> givenUp(int most) {
        return database.sql(TOLD + "where state = 'GIVEN_UP' order by ended desc, id desc limit :most")
                .param("most", most)
                .query(Notices::told)
                .list();
    }

    /** Those that were sent to a person, or to anybody, the latest first. */
    List<Told> sent(Optional<String> recipient, int most) {
        return database.sql(TOLD
                        + "where state = 'SENT'"
                        + recipient.map(one -> " and recipient = :recipient").orElse("")
                        + " order by ended desc, id desc limit :most")
                .param("recipient", recipient.orElse(""))
                .param("most", most)
                .query(Notices::told)
                .list();
    }

    /** One that was sent. */
    Optional<Told> sent(UUID id) {
        return database.sql(TOLD + "where state = 'SENT' and id = ?")
                .param(id)
                .query(Notices::told)
                .optional();
    }

    /** Lets one that was given up begin anew. Whether there was one. */
    boolean again(UUID id, Instant now) {
        return database.sql(
                                """
                                update notice set state = 'WAITING', tries = 0, first_try = null, next_try = :now, ended = null,
                                    reason = null
                                where id = :id and state = 'GIVEN_UP'""")
                        .param("now", utc(now))
                        .param("id", id)
                        .update()
                > 0;
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        return new Told(notice(row), instant(row, "ended"), row.getInt("tries"), row.getString("reason"));
    }

    private static Taken taken(ResultSet row, Instant lease) throws SQLException {
        return new Taken(
                notice(row),
                row.getInt("tries"),
                Optional.ofNullable(row.getObject("first_try", LocalDateTime.class))
                        .map(time -> time.toInstant(ZoneOffset.UTC)),
                lease);
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("occasion"),
                row.getString("subject"),
                row.getString("turn"),
                row.getString("recipient"),
                instant(row, "since"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static Set<UUID> ids(Collection<Taken> taken) {
        return taken.stream().map(Taken::id).collect(Collectors.toSet());
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static String short200(String reason) {
        return reason.length() > 200 ? reason.substring(0, 200) : reason;
    }
}
