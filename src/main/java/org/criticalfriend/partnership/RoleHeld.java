package org.criticalfriend.partnership;

import java.util.Optional;

/**
 * A role that a person holds, and where. One person may hold several, in several partnerships (F3).
 *
 * @param person id
 * @param role what they are
 * @param place id of the school or the partnership, as {@link Role#heldAt()} says; absent for roles of the installation
 */
public record RoleHeld(String person, Role role, Optional<String> place) {

    /**
     * Looks at what was entered.
     *
     * @throws EntryRefused if the role needs a place and none is given, or has none and one is given
     */
    public void check() {
        Demand.that(
                place.isPresent() == (role.heldAt() != Role.Place.INSTALLATION),
                switch (role.heldAt()) {
                    case SCHOOL -> "%s is held at a school. Please say at which.";
                    case PARTNERSHIP -> "%s is held in a partnership. Please say in which.";
                    case INSTALLATION ->
                        "%s is held for the whole installation. Please leave school and partnership empty.";
                },
                role);
    }

    /** A role at a school or in a partnership. */
    public static RoleHeld in(String place, Role role, String person) {
        return new RoleHeld(person, role, Optional.of(place));
    }

    /** A role of the installation. */
    public static RoleHeld ofInstallation(Role role, String person) {
        return new RoleHeld(person, role, Optional.empty());
    }

    /** Id of the school where it is held. */
    public Optional<String> school() {
        return place.filter(here -> role.heldAt() == Role.Place.SCHOOL);
    }

    /** Id of the partnership in which it is held. */
    public Optional<String> partnership() {
        return place.filter(here -> role.heldAt() == Role.Place.PARTNERSHIP);
    }
}
