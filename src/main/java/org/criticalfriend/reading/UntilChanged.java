package org.criticalfriend.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps what is read from register, calendars and deployed tables and forms until anything of them is changed, on whichever node: each
 * transaction looks once which state of them is in force. A transaction that changes them sees its own writes, and reads all of it from the database.
 */
@Component
public class UntilChanged {

    private static final int MOST = 20_000;

    private final JdbcClient database;
    private final ReadOnce once;
    private final Map<Object, Kept> kept = new ConcurrentHashMap<>();

    /** Takes the database in which the state stands. */
    public UntilChanged(JdbcClient database, ReadOnce once) {
        this.database = database;
        this.once = once;
    }

    /** A value, and the state of the register and the calendars at which or after which it was read. */
    private record Kept(UUID state, Object value) {}

    /** Key of the state within a transaction. */
    private record State() {}

    /**
     * What {@code read} gave for this key in the present state of register and calendars.
     *
     * @param key an immutable value of a type of its own, such as a private record
     * @param read must read now, and give something immutable, and not null
     */
    public <T> T get(Object key, Supplier<T> read) {
        return getAll(List.of(key), missing -> Map.of(key, read.get())).get(key);
    }

    /**
     * The same for several keys; those that are not known are read together.
     *
     * @param read must read now, and give something immutable for each key
     */
    @SuppressWarnings("unchecked")
    public <K, T> Map<K, T> getAll(Collection<K> keys, Function<Set<K>, Map<K, T>> read) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        if (isChanging()) {
            return read.apply(Set.copyOf(keys));
        }
        // Looked at before reading: what is read then is of this state or a later one, never of an earlier.
        UUID state = inForce();
        Map<K, T> known = new HashMap<>();
        for (K key : keys) {
            Kept value = kept.get(key);
            if (value != null && value.state().equals(state)) {
                known.put(key, (T) value.value());
            }
        }
        Set<K> missing = new HashSet<>(keys);
        missing.removeAll(known.keySet());
        if (!missing.isEmpty()) {
            if (kept.size() >= MOST) {
                kept.clear();
            }
            read.apply(missing).forEach((key, value) -> {
                kept.put(key, new Kept(state, value));
                known.put(key, value);
            });
        }
        return known;
    }

    /** The state of register and calendars that is in force: another value after every change. */
    public UUID inForce() {
        return isChanging() ? state() : once.get(this, new State(), this::state);
    }

    /**
     * To be called last in a transaction whose changes were made from what stood in the register in an earlier state: whether that
     * state is still in force, so that nobody has changed anything since. From then until the transaction ends others wait with their
     * commits.
     */
    public boolean isStillInForce(UUID state) {
        return database.sql("update register_state set state = ? where state = ?")
                        .params(UUID.randomUUID(), state)
                        .update()
                == 1;
    }

    private UUID state() {
        return database.sql("select state from register_state")
                .query(UUID.class)
                .single();
    }

    /**
     * To be called in each transaction that writes to register or calendars, or deploys.
     *
     * @throws IllegalStateException if none is under way, so that no change goes unnoticed
     */
    public void changed() {
        once.forget(this);
        if (!isChanging()) {
            Change change = new Change();
            // First: it throws without a transaction, and then nothing may stay behind on the thread.
            TransactionSynchronizationManager.registerSynchronization(change);
            TransactionSynchronizationManager.bindResource(this, change);
        }
    }

    private boolean isChanging() {
        return TransactionSynchronizationManager.hasResource(this);
    }

    /** The row is written last, so that nobody waits for it longer than a commit takes, and nobody who holds it waits for others. */
    private final class Change implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(UntilChanged.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(UntilChanged.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            database.sql("update register_state set state = ?")
                    .param(UUID.randomUUID())
                    .update();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(UntilChanged.this);
        }
    }
}
