package org.criticalfriend.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The closures of one school in one school year. Pure.
 *
 * @param year the school year
 * @param terms of the school in this year, at least one
 * @param days what is entered for single days, the nearest owner counting
 * @param bankHolidays of its country
 */
record Closures(
        SchoolYear year, Collection<Term> terms, Map<LocalDate, CalendarDay> days, Set<LocalDate> bankHolidays) {

    private static final int SHORTEST_HALF_TERM = 5;
    private static final int LONGEST_HALF_TERM = 11;

    /** By their first day. */
    List<Closure> all() {
        return Stream.of(holidays(), singleDays(), onBankHolidays())
                .flatMap(closures -> closures)
                .sorted(Comparator.comparing(Closure::firstDay).thenComparing(Closure::kind))
                .toList();
    }

    private Stream<Closure> holidays() {
        List<Closure> between = new ArrayList<>();
        LocalDate from = year.firstDay();
        for (Term term :
                terms.stream().sorted(Comparator.comparing(Term::firstDay)).toList()) {
            addUnlessKnown(between, from, term.firstDay().minusDays(1));
            from = term.lastDay().plusDays(1);
        }
        addUnlessKnown(between, from, year.lastDay());
        return between.stream();
    }

    /** A weekend is no holiday, and a day that has a name of its own needs no other. */
    private void addUnlessKnown(List<Closure> holidays, LocalDate first, LocalDate last) {
        Predicate<LocalDate> unknown = day -> isWeekday(day) && !days.containsKey(day) && !bankHolidays.contains(day);
        if (!last.isBefore(first) && first.datesUntil(last.plusDays(1)).anyMatch(unknown)) {
            holidays.add(new Closure(first, last, Closure.Kind.HOLIDAY, name(first, last)));
        }
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Holidays are not entered but lie between terms, so that nobody has said what they are called. */
    private static String name(LocalDate first, LocalDate last) {
        long length = ChronoUnit.DAYS.between(first, last) + 1;
        Month middle = first.plusDays(length / 2).getMonth();
        if (middle == Month.JULY || middle == Month.AUGUST) {
            return "Summer holiday";
        }
        if (length >= SHORTEST_HALF_TERM && length <= LONGEST_HALF_TERM) {
            return "Half-term";
        }
        return switch (middle) {
            case DECEMBER, JANUARY -> "Christmas holiday";
            case MARCH, APRIL -> "Easter holiday";
            default -> "Holiday";
        };
    }

    private Stream<Closure> singleDays() {
        return days.values().stream()
                .filter(day -> year.holds(day.day()) && day.kind() != CalendarDay.Kind.OPEN)
                .map(day -> new Closure(
                        day.day(),
                        day.day(),
                        day.kind() == CalendarDay.Kind.INSET ? Closure.Kind.INSET : Closure.Kind.CLOSED,
                        day.name()));
    }

    private Stream<Closure> onBankHolidays() {
        return bankHolidays.stream()
                .filter(day -> year.holds(day) && !days.containsKey(day))
                .map(day -> new Closure(day, day, Closure.Kind.BANK_HOLIDAY, "Bank holiday"));
    }
}
