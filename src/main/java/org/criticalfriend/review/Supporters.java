package org.criticalfriend.review;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.criticalfriend.partnership.MemberSchool;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.Schools;
import org.springframework.stereotype.Component;

/** Who of a partnership can help the host of a review with its plan (F26): its teachers, leaders and central people, never the host's own. */
@Component
class Supporters {

    private static final Set<Role> WHO_HELP = EnumSet.of(Role.HEAD, Role.SENIOR_TEAM, Role.TEACHER, Role.CENTRAL_TEAM);

    private final People people;
    private final Roles roles;
    private final Schools schools;
    private final Register register;

    Supporters(People people, Roles roles, Schools schools, Register register) {
        this.people = people;
        this.roles = roles;
        this.schools = schools;
        this.register = register;
    }

    /**
     * Somebody who can help.
     *
     * @param school name of their school; empty for the central team
     */
    record Supporter(Person person, String school) {

        String inWords() {
            return school.isEmpty()
                    ? "%s, %s".formatted(person.name(), person.post())
                    : "%s: %s, %s".formatted(school, person.name(), person.post());
        }
    }

    /** By school and name. */
    List<Supporter> of(Review review) {
        Map<String, String> names = schools.of(review.partnership()).stream()
                .map(MemberSchool::school)
                .collect(Collectors.toMap(School::id, School::name));
        List<Person> ofPartnership = people.ofPartnership(review.partnership());
        Map<String, List<RoleHeld>> held =
                roles.heldBy(ofPartnership.stream().map(Person::id).toList());
        return ofPartnership.stream()
                .filter(person -> helps(person, held.getOrDefault(person.id(), List.of()), review.host()))
                .map(person ->
                        new Supporter(person, person.ownSchool().map(names::get).orElse("")))
                .sorted(Comparator.comparing(Supporter::school)
                        .thenComparing(supporter -> supporter.person().family()))
                .toList();
    }

    private static boolean helps(Person person, List<RoleHeld> held, String host) {
        boolean ofTheHost = person.ownSchool().filter(host::equals).isPresent()
                || held.stream()
                        .anyMatch(role -> role.school().filter(host::equals).isPresent());
        return !ofTheHost && held.stream().map(RoleHeld::role).anyMatch(WHO_HELP::contains);
    }

    /** To choose from in a form. */
    List<Map<String, Object>> options(Review review) {
        return Row.options(of(review), supporter -> supporter.person().id(), Supporter::inWords);
    }

    /** Supporters as people read them, by id, also those who have left. */
    Map<String, String> inWords(List<Support> supports) {
        return people.find(supports.stream().map(Support::supporter).collect(Collectors.toSet())).values().stream()
                .collect(Collectors.toMap(Person::id, this::inWords));
    }

    /** Somebody with post and school. */
    String inWords(Person person) {
        return new Supporter(
                        person,
                        person.ownSchool()
                                .flatMap(register::school)
                                .map(School::name)
                                .orElse(""))
                .inWords();
    }

    /** The head who has to let a supporter go; empty for heads themselves, people of no school, and where there is no head. */
    Optional<Person> headToAsk(Support support) {
        return people.find(support.supporter())
                .flatMap(Person::ownSchool)
                .flatMap(register::headOf)
                .filter(head -> !head.id().equals(support.supporter()));
    }
}
