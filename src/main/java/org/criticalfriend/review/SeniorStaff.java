package org.criticalfriend.review;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.springframework.stereotype.Component;

/** The senior team of a host, without its head (P30, P32). */
@Component
class SeniorStaff {

    private final People people;
    private final Roles roles;

    SeniorStaff(People people, Roles roles) {
        this.people = people;
        this.roles = roles;
    }

    /** In the order of their ids. */
    List<Person> of(Review review) {
        List<Person> ofSchool = people.ofSchool(review.host());
        Map<String, List<RoleHeld>> held =
                roles.heldBy(ofSchool.stream().map(Person::id).toList());
        return ofSchool.stream()
                .filter(person -> isSenior(rolesAt(review.host(), held.getOrDefault(person.id(), List.of()))))
                .toList();
    }

    /** To choose from in a form. */
    List<Map<String, Object>> options(Review review) {
        return Row.options(of(review), Person::id, person -> "%s, %s".formatted(person.name(), person.post()));
    }

    private static boolean isSenior(Set<Role> atHost) {
        return atHost.contains(Role.SENIOR_TEAM) && !atHost.contains(Role.HEAD);
    }

    private static Set<Role> rolesAt(String school, List<RoleHeld> held) {
        return held.stream()
                .filter(role -> role.school().filter(school::equals).isPresent())
                .map(RoleHeld::role)
                .collect(Collectors.toSet());
    }
}
