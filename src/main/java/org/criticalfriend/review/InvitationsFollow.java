package org.criticalfriend.review;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.criticalfriend.duty.TeamChanged;
import org.criticalfriend.notification.Outbox;
import org.criticalfriend.partnership.SchoolChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to it that nobody has to think of invitations: whatever changes days, places or people of a review says so, and just before the
 * transaction commits invitations are {@linkplain Invitations brought up to date}, once for all that happened in it. So a move there
 * and back within one transaction tells nobody anything.
 */
@Component
class InvitationsFollow {

    /** Before what the outbox collects is written, which comes last. */
    private static final int BEFORE_THE_OUTBOX = 0;

    private final Invitations invitations;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    InvitationsFollow(Invitations invitations, Outbox outbox, TransactionTemplate transaction) {
        this.invitations = invitations;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @EventListener
    void follow(ReviewChanged change) {
        inTransaction(() -> ofThisTransaction().reviews.addAll(change.reviews()));
    }

    @EventListener
    void follow(TeamChanged change) {
        inTransaction(() -> ofThisTransaction().reviews.add(change.review()));
    }

    @EventListener
    void follow(SchoolChanged change) {
        inTransaction(() -> ofThisTransaction().hosts.add(change.school()));
    }

    private void inTransaction(Runnable noting) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            noting.run();
        } else {
            transaction.executeWithoutResult(status -> noting.run());
        }
    }

    private Collected ofThisTransaction() {
        Collected known = (Collected) TransactionSynchronizationManager.getResource(this);
        if (known != null) {
            return known;
        }
        Collected first = new Collected();
        TransactionSynchronizationManager.registerSynchronization(first);
        TransactionSynchronizationManager.bindResource(this, first);
        outbox.expect();
        return first;
    }

    private final class Collected implements TransactionSynchronization {

        private final Set<UUID> reviews = new HashSet<>();
        private final Set<String> hosts = new HashSet<>();

        @Override
        public int getOrder() {
            return BEFORE_THE_OUTBOX;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            invitations.bringUpToDate(reviews);
            invitations.bringUpToDateAt(hosts);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(InvitationsFollow.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(InvitationsFollow.this, this);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(InvitationsFollow.this);
        }
    }
}
