package org.criticalfriend.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does work in one transaction; if somebody else was quicker at the same rows, or with the same key, it is done anew, when
 * outermost: the second try sees what the other has written, and can say so in words.
 */
@Component
public class InTurn {

    private static final int TRIES = 3;

    private final TransactionTemplate transaction;

    InTurn(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** Others were quicker at the same rows, three times in a row. Nothing was changed. */
    public static class Overtaken extends RuntimeException {

        Overtaken(RuntimeException cause) {
            super(
                    "Somebody else is changing the same thing at this moment. Nothing was changed; please try again.",
                    cause);
        }
    }

    /**
     * Does some work in a transaction, in that of the caller if there is one.
     *
     * @throws Overtaken if others were quicker three times and no transaction was open before
     */
    public <T> T does(Supplier<T> work) {
        boolean outermost = !TransactionSynchronizationManager.isActualTransactionActive();
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (OptimisticLockingException | ConcurrencyFailureException | DuplicateKeyException e) {
                if (!outermost) {
                    throw e;
                }
                if (attempt == TRIES) {
                    throw new Overtaken(e);
                }
            }
        }
    }
}
