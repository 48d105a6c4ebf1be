package org.criticalfriend.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Remembers what a transaction has read until it ends, writes or waits for a row. Without a transaction everything is read anew. */
@Component
public class ReadOnce {

    /**
     * What {@code read} gave for this key in the transaction, or gives now.
     *
     * @param reader who reads, and forgets when it writes
     * @param key an immutable value of a type of its own, such as a private record
     * @param read must give something immutable, and not null
     */
    @SuppressWarnings("unchecked")
    public <T> T get(Object reader, Object key, Supplier<T> read) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return read.get();
        }
        Map<Object, Object> known = notes().knownTo(reader);
        T value = (T) known.get(key);
        if (value == null) {
            value = read.get();
            known.put(key, value);
        }
        return value;
    }

    /**
     * Takes a lock that lasts as long as the transaction, unless it has it already. Whoever waited for it finds that others have
     * written: all that was read before is read anew.
     *
     * @param key as for {@link #get}
     * @param take may {@linkplain #keep keep} what it reads while it takes the lock
     */
    public void lock(Object key, Runnable take) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            take.run();
        } else if (!notes().locks.contains(key)) {
            forget();
            take.run();
            notes().locks.add(key);
        }
    }

    /** What this reader has read or written in this transaction for a key, if it has. */
    @SuppressWarnings("unchecked")
    public <T> Optional<T> known(Object reader, Object key) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? Optional.ofNullable((T) notes().knownTo(reader).get(key))
                : Optional.empty();
    }

    /** Whether this transaction has a lock already. */
    public boolean holds(Object key) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && notes().locks.contains(key);
    }

    /** Notes locks that were taken in another way; whoever took them has {@linkplain #forget() forgotten} what was read before. */
    public void holding(Collection<?> keys) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            notes().locks.addAll(keys);
        }
    }

    /** Keeps what was just written, or read in another way, as if it had been read for this key. */
    public void keep(Object reader, Object key, Object value) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            notes().knownTo(reader).put(key, value);
        }
    }

    /** After something was written: this reader reads everything anew. */
    public void forget(Object reader) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            notes().knownTo(reader).clear();
        }
    }

    /** After waiting for others: everything is read anew. */
    public void forget() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            notes().known.clear();
        }
    }

    private Notes notes() {
        Notes notes = (Notes) TransactionSynchronizationManager.getResource(this);
        if (notes == null) {
            notes = new Notes();
            TransactionSynchronizationManager.bindResource(this, notes);
            TransactionSynchronizationManager.registerSynchronization(notes);
        }
        return notes;
    }

    private final class Notes implements TransactionSynchronization {

        private final Map<Object, Map<Object, Object>> known = new HashMap<>();
        private final Set<Object> locks = new HashSet<>();

        private Map<Object, Object> knownTo(Object reader) {
            return known.computeIfAbsent(reader, nobody -> new HashMap<>());
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(ReadOnce.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(ReadOnce.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ReadOnce.this);
        }
    }
}
