package org.criticalfriend.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class LastAdministratorTest {

    private static final RoleHeld ROBINS = RoleHeld.ofInstallation(Role.ADMIN, "robin");
    private static final RoleHeld ALISONS = RoleHeld.ofInstallation(Role.ADMIN, "alison");

    private RegisterOn register;

    @BeforeEach
    void anInstallationWithOneAdministrator() {
        DataSource database = RegisterOn.emptyDatabase();
        RegisterOn.migrate(database, MigrationVersion.LATEST);
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

    private void leaves(String person) {
        register.people.change(register.people.find(person).orElseThrow().leaving(LocalDate.of(2026, 10, 8)));
    }
}
