package org.criticalfriend.partnership;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who could act for a partnership today.
 *
 * @param people leads, deputies and administrators, by id
 */
record Acting(List<One> people) {

    private static final List<Role> IN_TURN = List.of(Role.PARTNERSHIP_LEAD, Role.DEPUTY_PARTNERSHIP_LEAD, Role.ADMIN);

    /** One role of one person, the schools to which they belong or at which they have a role, and whether they are away. */
    record One(String person, Role role, Set<String> schools, boolean away) {

        private boolean isNotOf(String host) {
            return !schools.contains(host);
        }
    }

    /** Those of the first role that anybody there holds, and whoever is away in a role before it. */
    Set<String> inCharge(String host) {
        Set<String> inCharge = new HashSet<>();
        for (Role role : IN_TURN) {
            List<One> holders = people.stream()
                    .filter(one -> one.role() == role && one.isNotOf(host))
                    .toList();
            holders.stream().map(One::person).forEach(inCharge::add);
            if (holders.stream().anyMatch(one -> !one.away())) {
                break;
            }
        }
        return Set.copyOf(inCharge);
    }

    /** In the order in which they are asked; never empty as long as there is an administrator. */
    List<String> deciders(String host, Collection<String> concerned) {
        Predicate<One> free = one -> one.isNotOf(host) && !one.away() && !concerned.contains(one.person());
        List<String> inTurn = IN_TURN.stream()
                .flatMap(role ->
                        people.stream().filter(one -> one.role() == role).filter(free))
                .map(One::person)
                .distinct()
                .toList();
        return inTurn.isEmpty()
                ? people.stream()
                        .filter(one -> one.role() == Role.ADMIN)
                        .map(One::person)
                        .distinct()
                        .toList()
                : inTurn;
    }
}
