package org.criticalfriend.partnership;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.criticalfriend.engine.identity.EnginePerson;
import org.criticalfriend.engine.identity.Groups;
import org.criticalfriend.engine.identity.WhoIsWho;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the engine who is who, from the register. */
@Component
class RegisterWhoIsWho implements WhoIsWho {

    private final Register register;
    private final ObjectProvider<Passwords> passwords;

    RegisterWhoIsWho(Register register, ObjectProvider<Passwords> passwords) {
        this.register = register;
        this.passwords = passwords;
    }

    @Override
    public Optional<EnginePerson> person(String id) {
        return register.person(id).map(RegisterWhoIsWho::towardsEngine);
    }

    @Override
    public List<EnginePerson> everybody() {
        return register.everybody().stream()
                .map(RegisterWhoIsWho::towardsEngine)
                .toList();
    }

    @Override
    public List<EnginePerson> peopleKnownTo(String asker) {
        return register.peopleKnownTo(asker).stream()
                .map(RegisterWhoIsWho::towardsEngine)
                .toList();
    }

    @Override
    public Set<String> groupsOf(String person) {
        Set<Role> roles = register.rolesOf(person);
        Set<String> groups = new TreeSet<>();
        if (roles.contains(Role.ADMIN)) {
            groups.add(Groups.ADMINISTRATORS);
        }
        if (roles.contains(Role.OWNER)) {
            groups.add(Groups.PROCESS_OWNERS);
        }
        if (roles.contains(Role.PARTNERSHIP_LEAD) || roles.contains(Role.DEPUTY_PARTNERSHIP_LEAD)) {
            groups.add(Groups.PARTNERSHIP_LEADS);
        }
        if (roles.stream().anyMatch(PARTICIPATING::contains)) {
            groups.add(Groups.PARTICIPANTS);
        }
        return groups;
    }

    private static final Set<Role> PARTICIPATING = EnumSet.of(
            Role.HEAD,
            Role.SENIOR_TEAM,
            Role.TEACHER,
            Role.PARTNERSHIP_LEAD,
            Role.DEPUTY_PARTNERSHIP_LEAD,
            Role.CENTRAL_TEAM);

    @Override
    public boolean passwordMatches(String person, String password) {
        return passwords.getObject().match(person, password);
    }

    private static EnginePerson towardsEngine(Person person) {
        return new EnginePerson(person.id(), person.given(), person.family(), person.email());
    }
}
