package org.criticalfriend.planning;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.criticalfriend.calendar.SchoolYear;

/**
 * What people say about a year before it is planned.
 *
 * @param partnership id of the partnership
 * @param year which school year
 * @param published the day on which it will be published
 * @param leftOut ids of schools in the cycle that are not visited this year
 * @param pins what is settled
 * @param away days on which people are away, by id, besides those that the register knows
 */
public record YearToPlan(
        String partnership,
        SchoolYear year,
        LocalDate published,
        Set<String> leftOut,
        Pins pins,
        Map<String, Set<LocalDate>> away) {

    /** Keeps copies. */
    public YearToPlan {
        leftOut = Set.copyOf(leftOut);
        away = Map.copyOf(away);
    }

    /** A year of which nothing is settled yet. */
    public static YearToPlan of(String partnership, SchoolYear year, LocalDate published) {
        return new YearToPlan(partnership, year, published, Set.of(), Pins.NONE, Map.of());
    }

    /** The same year with something else settled. */
    public YearToPlan with(Pins settled) {
        return new YearToPlan(partnership, year, published, leftOut, settled, away);
    }
}
