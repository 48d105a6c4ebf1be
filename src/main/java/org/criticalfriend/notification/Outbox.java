package org.criticalfriend.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where it is written down that somebody is to be told something: in the transaction in which it happens, so that both are there or
 * neither. Sent later.
 */
@Repository
public class Outbox {

    private static final String INSERT =
            """
            insert into notice (id, occasion, subject, turn, recipient, since, next_try, tries, sequence, state)
            select cast(? as uuid), ?, ?, ?, ?, cast(? as timestamp), cast(? as timestamp), 0, cast(? as integer), 'WAITING'
            from person p
            where p.id = ? and not exists (select 1 from notice n where n.id = cast(? as uuid))""";

    /** How many go to the database at once. */
    private static final int BATCH = 500;

    private final JdbcOperations database;
    private final Clock clock;
    private final Bell bell;

    Outbox(JdbcOperations database, Clock clock, Bell bell) {
        this.database = database;
        this.clock = clock;
        this.bell = bell;
    }

    /**
     * Notes that somebody is to be told, once: what was noted before is not noted again. Needs a transaction; written when that
     * commits.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void tell(ToTell one) {
        tell(List.of(one));
    }

    /**
     * The same for several at once.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void tell(Collection<ToTell> some) {
        if (!some.isEmpty()) {
            ofThisTransaction().collected.addAll(some);
        }
    }

    /** Whether it was ever noted that a person is to be told something. */
    public boolean hasTold(String occasion, String subject, String recipient) {
        return Boolean.TRUE.equals(database.queryForObject(
                "select count(*) > 0 from notice where occasion = ? and subject = ? and recipient = ?",
                Boolean.class,
                occasion,
                subject,
                recipient));
    }

    /**
     * Announces that something may be told while the transaction commits, by what runs before its commit: what is told then without
     * having been announced would come too late. Needs a transaction.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void expect() {
        ofThisTransaction();
    }

    /**
     * Whether something that was told to the same person about the same subject before {@code place} has reached them, or may have: it
     * was sent, or at least tried.
     */
    public boolean mayHaveArrived(Notice notice, int place) {
        Integer earlier = database.queryForObject(
                """
                select count(*) from notice
                where subject = ? and recipient = ? and occasion = ? and sequence < ?
                    and (state in ('SENT', 'GIVEN_UP') or tries > 0 or (state = 'WAITING' and leased_until is not null))""",
                Integer.class,
                notice.subject(),
                notice.recipient(),
                notice.occasion(),
                place);
        return earlier != null && earlier > 0;
    }

    private Collected ofThisTransaction() {
        Collected known = (Collected) TransactionSynchronizationManager.getResource(this);
        if (known != null) {
            return known;
        }
        Collected first = new Collected();
        TransactionSynchronizationManager.registerSynchronization(first);
        TransactionSynchronizationManager.bindResource(this, first);
        return first;
    }

    private final class Collected implements TransactionSynchronization {

        private final Set<ToTell> collected = new LinkedHashSet<>();

        /** After whatever finds out only before the commit that somebody is to be told something. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write(List.copyOf(collected));
            collected.clear();
        }

        @Override
        public void afterCommit() {
            bell.ring();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Outbox.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Outbox.this, this);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Outbox.this);
        }
    }

    private void write(List<ToTell> some) {
        LocalDateTime now = utc(clock.instant());
        for (int from = 0; from < some.size(); from += BATCH) {
            List<Object[]> rows = new ArrayList<>();
            some.subList(from, Math.min(from + BATCH, some.size())).forEach(one -> rows.add(row(one, now)));
            database.batchUpdate(INSERT, rows);
        }
    }

    private static Object[] row(ToTell one, LocalDateTime now) {
        UUID key = one.key();
        return new Object[] {
            key,
            one.occasion(),
            one.subject(),
            one.turn(),
            one.recipient(),
            now,
            one.notBefore().map(Outbox::utc).orElse(now),
            one.place().isPresent() ? one.place().getAsInt() : null,
            one.recipient(),
            key
        };
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
