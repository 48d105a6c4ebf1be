package org.criticalfriend.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.criticalfriend.engine.StartRefused;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Profile;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class FirstAdministratorTest {

    private static final String GOOD = "lantern orchard puddle";

    private final Register register = mock(Register.class);
    private final People people = mock(People.class);
    private final Roles roles = mock(Roles.class);
    private final SignIns signIns = mock(SignIns.class);
    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void isMadeWithAPasswordThatHasToBeChanged() {
        when(signIns.hash(GOOD)).thenReturn("hashed");

        start(false, GOOD);

        verify(people).add(Person.of("admin", "First", "Administrator", "", "Administrator"), Profile.DEFAULT);
        verify(roles).appoint(RoleHeld.ofInstallation(Role.ADMIN, "admin"));
        verify(signIns).add("admin", "admin", "hashed", false, true);
    }

    @Test
    void isNotMadeWhereSomebodyAdministersAlready() {
        when(register.hasAdministrator()).thenReturn(true);

        start(false, "");

        verify(roles, never()).appoint(any());
    }

    @Test
    void isNotMadeBesideTheSample() {
        start(true, "");

        verify(roles, never()).appoint(any());
    }

    @ParameterizedTest
    @CsvSource({
        "'', CRITICAL_FRIEND_FIRST_ADMINISTRATOR_PASSWORD is missing.",
        "'   ', CRITICAL_FRIEND_FIRST_ADMINISTRATOR_PASSWORD is missing.",
        "puddle, CRITICAL_FRIEND_FIRST_ADMINISTRATOR_PASSWORD is not good enough. Please choose at least 12 characters.",
        "admin orchard puddle, CRITICAL_FRIEND_FIRST_ADMINISTRATOR_PASSWORD is not good enough. Please choose a password that"
    })
    void isRefusedWithAPasswordThatWillNotDo(String password, String words) {
        assertThatThrownBy(() -> start(false, password))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(words)
                .asInstanceOf(InstanceOfAssertFactories.type(StartRefused.class))
                .extracting(StartRefused::remedy)
                .asString()
                .contains("sign in as admin and choose a password of your own");
        verify(people, never()).add(any(), any());
    }

    @Test
    void theSamplesSignInsKeepProductionFromStarting() {
        environment.setActiveProfiles("production");
        when(signIns.hasSample()).thenReturn(true);
        when(register.hasAdministrator()).thenReturn(true);

        assertThatThrownBy(() -> start(false, GOOD))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("this database holds the sample's sign-ins");
    }

    @Test
    void theSamplesSignInsAreWelcomeElsewhere() {
        when(signIns.hasSample()).thenReturn(true);
        when(register.hasAdministrator()).thenReturn(true);

        start(true, "");

        verify(people, never()).add(any(), any());
    }

    private void start(boolean sample, String password) {
        new FirstAdministrator(
                        register,
                        people,
                        roles,
                        signIns,
                        new Settings(sample, "", password),
                        environment,
                        new TransactionTemplate(mock(PlatformTransactionManager.class)))
                .run();
    }
}
