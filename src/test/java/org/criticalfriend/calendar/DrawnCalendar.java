package org.criticalfriend.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/**
 * A random calendar: terms from mid-August (Scotland) or September on, the country's bank holidays, days closed, INSET and open here
 * and there.
 *
 * @param entered whether the first, second and third of its years are entered
 */
record DrawnCalendar(
        String school, Country country, List<Boolean> entered, List<Term> terms, List<CalendarDay> single) {

    /** The first of the years; the third holds 29 February 2028. */
    static final SchoolYear FIRST = new SchoolYear(2025);

    /** From its first day to the last day of the third year. */
    static final int DAYS = 365 + 365 + 366;

    private static final BankHolidays BANK_HOLIDAYS = new BankHolidays("classpath:calendar/bank-holidays.json");

    /** With three entered years. */
    static Arbitrary<DrawnCalendar> whole(String school) {
        return drawn(school, Arbitraries.just(List.of(true, true, true)));
    }

    /** With years that are not entered. */
    static Arbitrary<DrawnCalendar> withGaps(String school) {
        return drawn(school, Arbitraries.of(true, false).list().ofSize(3));
    }

    private static Arbitrary<DrawnCalendar> drawn(String school, Arbitrary<List<Boolean>> entered) {
        return Combinators.combine(
                        Arbitraries.of(Country.class),
                        entered,
                        year().list().ofSize(3),
                        singleDay().list().ofMaxSize(60))
                .as((country, years, shapes, days) ->
                        new DrawnCalendar(school, country, years, terms(years, shapes), days));
    }

    /** When the first term begins, in days after 31 July; length and following holiday of each term, in days. */
    private record Shape(int start, List<Tuple2<Integer, Integer>> terms) {}

    private static Arbitrary<Shape> year() {
        Arbitrary<Integer> start = Arbitraries.integers().between(10, 42);
        Arbitrary<Integer> length = Arbitraries.integers().between(12, 80);
        Arbitrary<Integer> holiday = Arbitraries.integers().between(1, 25);
        return Combinators.combine(
                        start,
                        Combinators.combine(length, holiday)
                                .as(Tuple::of)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(7))
                .as(Shape::new);
    }

    private static List<Term> terms(List<Boolean> entered, List<Shape> shapes) {
        List<Term> terms = new ArrayList<>();
        for (int year = 0; year < shapes.size(); year++) {
            SchoolYear of = FIRST.plus(year);
            LocalDate first = of.firstDay().plusDays(shapes.get(year).start());
            for (Tuple2<Integer, Integer> term : shapes.get(year).terms()) {
                LocalDate last = first.plusDays(term.get1());
                if (entered.get(year) && of.holds(last)) {
                    terms.add(new Term(first, last));
                }
                first = last.plusDays(1 + term.get2());
            }
        }
        return terms;
    }

    private static Arbitrary<CalendarDay> singleDay() {
        return Combinators.combine(day(), Arbitraries.of(CalendarDay.Kind.class))
                .as((day, kind) -> new CalendarDay(day, kind, "drawn"));
    }

    /** Any day of the three years. */
    static Arbitrary<LocalDate> day() {
        return Arbitraries.integers().between(0, DAYS - 1).map(FIRST.firstDay()::plusDays);
    }

    private Set<LocalDate> bankHolidays() {
        Set<LocalDate> days = new HashSet<>();
        for (int year = 2025; year <= 2028; year++) {
            days.addAll(BANK_HOLIDAYS.in(year, country));
        }
        return days;
    }

    SchoolCalendar calendar() {
        return new SchoolCalendar(school, terms, bankHolidays()).withDays(single);
    }

    DayByDay dayByDay() {
        Map<LocalDate, CalendarDay.Kind> kinds = new HashMap<>();
        single.forEach(day -> kinds.put(day.day(), day.kind()));
        Set<LocalDate> bankHolidays = bankHolidays();
        return new DayByDay(
                school,
                this::isEntered,
                day -> isEntered(SchoolYear.of(day))
                        && (kinds.containsKey(day)
                                ? kinds.get(day) == CalendarDay.Kind.OPEN
                                : isTeachingWeekday(day) && !bankHolidays.contains(day)));
    }

    private boolean isEntered(SchoolYear year) {
        return terms.stream().anyMatch(term -> year.holds(term.firstDay()));
    }

    private boolean isTeachingWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && terms.stream().anyMatch(term -> !day.isBefore(term.firstDay()) && !day.isAfter(term.lastDay()));
    }
}
