package org.criticalfriend.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A change is told within a transaction, or not at all. */
class UntilChangedTest {

    @Test
    void aChangeOutsideATransactionIsRefusedEachTimeAndLeavesNothingBehind() {
        // Nothing is asked of this database.
        UntilChanged untilChanged =
                new UntilChanged(JdbcClient.create(new DriverManagerDataSource("jdbc:h2:mem:unused")), new ReadOnce());

        assertThatIllegalStateException().isThrownBy(untilChanged::changed);
        assertThatIllegalStateException().isThrownBy(untilChanged::changed);
        assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
    }
}
