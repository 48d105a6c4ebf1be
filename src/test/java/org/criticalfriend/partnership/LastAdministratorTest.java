package org.criticalfriend.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.criticalfriend.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("database")
class LastAdministratorTest {

    private static final RoleHeld ROBINS = RoleHeld.ofInstallation(Role.ADMIN, "robin");
    private static final RoleHeld ALISONS = RoleHeld.ofInstallation(Role.ADMIN, "alison");

    private RegisterOn register;

    @BeforeEach
    void anInstallationWithOneAdministrator() {
        DataSource database = TestDatabase.empty();
        TestDatabase.migrate(database, "latest");
        register = new RegisterOn(database);
        register.people.add(Person.of("robin", "Robin", "Ferris", "", "Administrator"), Profile.DEFAULT);
        register.people.add(Person.of("alison", "Alison", "Kemble", "", "Process owner"), Profile.DEFAULT);
        register.roles.appoint(ROBINS);
    }

    @Test
    void isNotDismissed() {
        assertThatThrownBy(() -> register.roles.dismiss(ROBINS))
                .isInstanceOf(EntryRefused.class)
                .hasMessage("Nobody would administer this installation without robin. Please make somebody else"
                        + " administrator first.");
        assertThat(register.register.hasAdministrator()).isTrue();
    }

    @Test
    void doesNotLeave() {
        assertThatThrownBy(() -> leaves("robin")).isInstanceOf(EntryRefused.class);
        assertThat(register.register.person("robin")).isPresent();
    }

    @Test
    void leavesOnceSomebodyElseIsAdministrator() {
        register.roles.appoint(ALISONS);

        leaves("robin");

        assertThat(register.register.hasAdministrator()).isTrue();
        assertThatThrownBy(() -> register.roles.dismiss(ALISONS)).isInstanceOf(EntryRefused.class);
    }

    @Test
    void hindersNobodyElseFromLeaving() {
        leaves("alison");

        assertThat(register.register.person("alison")).isEmpty();
    }

    @Test
    @Timeout(30)
    void isWhoeverIsDismissedSecondOfTwoWhoDismissEachOtherAtTheSameMoment() throws Exception {
        goTogether(() -> register.roles.dismiss(ROBINS), () -> register.roles.dismiss(ALISONS));
    }

    @Test
    @Timeout(30)
    void isWhoeverIsDismissedWhileTheOtherLeaves() throws Exception {
        goTogether(() -> leaves("robin"), () -> register.roles.dismiss(ALISONS));
    }

    /** The second goes while the first has gone and not yet committed. */
    private void goTogether(Runnable first, Runnable second) throws Exception {
        register.roles.appoint(ALISONS);
        CountDownLatch firstIsGone = new CountDownLatch(1);
        CountDownLatch secondIsThrough = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);

        Future<?> one = threads.submit(() -> register.transaction.execute(status -> {
            first.run();
            firstIsGone.countDown();
            return waitABit(secondIsThrough);
        }));
        Future<Optional<EntryRefused>> other = threads.submit(() -> {
            firstIsGone.await();
            try {
                second.run();
                return Optional.empty();
            } catch (EntryRefused refused) {
                return Optional.of(refused);
            } finally {
                secondIsThrough.countDown();
            }
        });
        one.get();
        Optional<EntryRefused> refusal = other.get();
        threads.shutdown();

        assertThat(refusal).isPresent();
        assertThat(register.register.hasAdministrator()).isTrue();
    }

    /** Whoever has to wait for this transaction never comes through; half a second is shorter than the databases let them wait. */
    private static boolean waitABit(CountDownLatch latch) {
        try {
            return latch.await(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void leaves(String person) {
        register.people.change(register.people.find(person).orElseThrow().leaving(LocalDate.of(2026, 10, 8)));
    }
}
