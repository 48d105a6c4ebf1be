package org.criticalfriend.access;

import java.util.Optional;
import org.criticalfriend.engine.StartRefused;
import org.criticalfriend.engine.StartStep;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Profile;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the first administrator of an installation without sample, and keeps sample sign-ins out of production. */
@Component
@Order(StartStep.SIGN_INS)
class FirstAdministrator implements StartStep {

    private static final String NAME = "admin";

    private final Register register;
    private final People people;
    private final Roles roles;
    private final SignIns signIns;
    private final Settings settings;
    private final Environment environment;
    private final TransactionTemplate transaction;

    FirstAdministrator(
            Register register,
            People people,
            Roles roles,
            SignIns signIns,
            Settings settings,
            Environment environment,
            TransactionTemplate transaction) {
        this.register = register;
        this.people = people;
        this.roles = roles;
        this.signIns = signIns;
        this.settings = settings;
        this.environment = environment;
        this.transaction = transaction;
    }

    @Override
    public void run() {
        if (environment.acceptsProfiles(Profiles.of("production")) && signIns.hasSample()) {
            throw new StartRefused(
                    "The profile production is on, but this database holds the sample's sign-ins, whose password everybody knows.",
                    "Use a database in which the sample was never loaded.");
        }
        if (!settings.sample() && !register.hasAdministrator()) {
            make();
        }
    }

    private void make() {
        String password = settings.firstAdministratorPassword();
        Optional<String> fault = PasswordRules.fault(password, NAME);
        if (password.isBlank() || fault.isPresent()) {
            throw new StartRefused(
                    "Nobody administers this installation yet, and CRITICAL_FRIEND_FIRST_ADMINISTRATOR_PASSWORD is %s"
                            .formatted(password.isBlank() ? "missing." : "not good enough. " + fault.get()),
                    "Set CRITICAL_FRIEND_FIRST_ADMINISTRATOR_PASSWORD, start, sign in as %s and choose a password of your own."
                            .formatted(NAME));
        }
        transaction.executeWithoutResult(status -> {
            people.add(Person.of(NAME, "First", "Administrator", "", "Administrator"), Profile.DEFAULT);
            roles.appoint(RoleHeld.ofInstallation(Role.ADMIN, NAME));
            signIns.add(NAME, NAME, signIns.hash(password), false, true);
        });
    }
}
