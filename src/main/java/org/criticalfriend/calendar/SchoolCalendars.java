package org.criticalfriend.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.criticalfriend.calendar.CalendarRecords.BlackoutRow;
import org.criticalfriend.calendar.CalendarRecords.DayRow;
import org.criticalfriend.calendar.CalendarRecords.SchoolRow;
import org.criticalfriend.calendar.CalendarRecords.TermRow;
import org.criticalfriend.reading.UntilChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The calendars of all schools: what is entered for a country, a calendar (mostly that of a local authority) and a school, the
 * nearest of them counting. For a single day that is school over calendar over country over bank holiday over term; the terms of a
 * school year are the school's own if it has any, else those of its calendar.
 *
 * <p>Whatever changes the calendar of a school publishes {@link CalendarChanged}.
 */
@Service
public class SchoolCalendars {

    private final CalendarRecords records;
    private final BankHolidays bankHolidays;
    private final UntilChanged untilChanged;
    private final ApplicationEventPublisher events;

    SchoolCalendars(
            CalendarRecords records,
            BankHolidays bankHolidays,
            UntilChanged untilChanged,
            ApplicationEventPublisher events) {
        this.untilChanged = untilChanged;
        this.records = records;
        this.bankHolidays = bankHolidays;
        this.events = events;
    }

    /**
     * The calendar of a school, with every year entered for it; none entered gives one that answers nothing.
     *
     * @throws IllegalArgumentException if there is no such school
     */
    public SchoolCalendar of(String school) {
        return untilChanged.get(new Of(school), () -> read(List.of(school)).get(school));
    }

    private record Of(String school) {}

    /**
     * The calendars of schools by their ids.
     *
     * @throws IllegalArgumentException if one of the schools does not exist
     */
    public Map<String, SchoolCalendar> ofAll(Collection<String> schools) {
        return untilChanged
                .getAll(schools.stream().map(Of::new).collect(Collectors.toSet()), this::readOf)
                .entrySet()
                .stream()
                .collect(Collectors.toUnmodifiableMap(
                        calendar -> calendar.getKey().school(), Map.Entry::getValue));
    }

    private Map<Of, SchoolCalendar> readOf(Set<Of> schools) {
        return schools.isEmpty()
                ? Map.of()
                : read(schools.stream().map(Of::school).toList()).entrySet().stream()
                        .collect(Collectors.toMap(calendar -> new Of(calendar.getKey()), Map.Entry::getValue));
    }

    /** In four statements, however many schools they are. */
    private Map<String, SchoolCalendar> read(Collection<String> schools) {
        Set<String> asked = new TreeSet<>(schools);
        Map<String, SchoolRow> rows =
                records.schools(asked).stream().collect(Collectors.toMap(SchoolRow::id, Function.identity()));
        asked.stream().filter(id -> !rows.containsKey(id)).findFirst().ifPresent(id -> {
            throw unknown(Whose.school(id));
        });
        Together together = together(rows.values());
        return rows.values().stream().collect(Collectors.toUnmodifiableMap(SchoolRow::id, together::calendarOf));
    }

    private Together together(Collection<SchoolRow> rows) {
        Set<Country> countries = rows.stream().map(SchoolRow::country).collect(Collectors.toSet());
        Set<String> calendars = rows.stream().map(SchoolRow::calendar).collect(Collectors.toSet());
        Set<String> schools = rows.stream().map(SchoolRow::id).collect(Collectors.toSet());
        return new Together(
                records.terms(calendars, schools).stream().collect(Collectors.groupingBy(TermRow::whose)),
                records.days(countries, calendars, schools).stream().collect(Collectors.groupingBy(DayRow::whose)),
                records.blackouts(calendars, schools).stream().collect(Collectors.groupingBy(BlackoutRow::whose)),
                bankHolidays);
    }

    /** What is entered, by whose it is. */
    private record Together(
            Map<Whose, List<TermRow>> terms,
            Map<Whose, List<DayRow>> days,
            Map<Whose, List<BlackoutRow>> blackouts,
            BankHolidays bankHolidays) {

        SchoolCalendar calendarOf(SchoolRow school) {
            List<Term> termsOfSchool = termsOf(school);
            SchoolCalendar calendar = new SchoolCalendar(
                            "%s (%s)".formatted(school.name(), school.id()),
                            termsOfSchool,
                            bankHolidaysIn(termsOfSchool, school.country()))
                    .withDays(farToNear(school)
                            .flatMap(whose -> days.getOrDefault(whose, List.of()).stream())
                            .map(DayRow::day)
                            .toList())
                    .withBlackouts(farToNear(school)
                            .flatMap(whose -> blackouts.getOrDefault(whose, List.of()).stream())
                            .map(BlackoutRow::blackout)
                            .filter(blackout -> blackout.concerns(school.phase()))
                            .toList());
            return school.staffMeetingDay().map(calendar::withStaffMeetingOn).orElse(calendar);
        }

        /** Of every year the terms of the nearest who has any. */
        private List<Term> termsOf(SchoolRow school) {
            Map<SchoolYear, List<Term>> byYear = new TreeMap<>();
            farToNear(school)
                    .map(whose -> terms.getOrDefault(whose, List.of()).stream()
                            .collect(Collectors.groupingBy(
                                    TermRow::year, Collectors.mapping(TermRow::term, Collectors.toList()))))
                    .forEach(byYear::putAll);
            return byYear.values().stream().flatMap(List::stream).toList();
        }

        private Set<LocalDate> bankHolidaysIn(List<Term> termsOfSchool, Country country) {
            return termsOfSchool.stream()
                    .flatMapToInt(term -> IntStream.rangeClosed(
                            term.firstDay().getYear(), term.lastDay().getYear()))
                    .distinct()
                    .mapToObj(year -> bankHolidays.in(year, country))
                    .flatMap(Set::stream)
                    .collect(Collectors.toSet());
        }

        /** Empty if the school has no terms in this year. */
        Optional<List<Closure>> closuresOf(SchoolRow school, SchoolYear year) {
            List<Term> inYear = termsOf(school).stream()
                    .filter(term -> year.holds(term.firstDay()))
                    .toList();
            return inYear.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Closures(
                                    year,
                                    inYear,
                                    farToNear(school)
                                            .flatMap(whose -> days.getOrDefault(whose, List.of()).stream())
                                            .map(DayRow::day)
                                            .collect(Collectors.toMap(
                                                    CalendarDay::day, Function.identity(), (far, near) -> near)),
                                    bankHolidaysIn(inYear, school.country()))
                            .all());
        }

        private static Stream<Whose> farToNear(SchoolRow school) {
            return Stream.of(
                    Whose.country(school.country()), Whose.calendar(school.calendar()), Whose.school(school.id()));
        }
    }

    /**
     * The days of one school year on which some schools have no pupils, for people to look at, by the id of the school. A school
     * without terms in this year is not in it. Four statements, however many schools they are.
     */
    public Map<String, List<Closure>> closuresOf(Collection<String> schools, SchoolYear year) {
        if (schools.isEmpty()) {
            return Map.of();
        }
        List<SchoolRow> rows = records.schools(schools);
        Together together = together(rows);
        Map<String, List<Closure>> closures = new TreeMap<>();
        rows.forEach(row -> together.closuresOf(row, year).ifPresent(some -> closures.put(row.id(), some)));
        return closures;
    }

    /** The days of every school by its id, for reminders. Few statements, however many schools there are. */
    public Map<String, OpenDays> openDaysOfAll() {
        return untilChanged.get(new OpenDaysOfAll(), () -> ofAll(records.ids()).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, school -> openDays(Optional.of(school.getValue())))));
    }

    private record OpenDaysOfAll() {}

    /** The days of people without a school, for reminders: with the bank holidays of England. */
    public OpenDays openDaysWithoutSchool() {
        return openDays(Optional.empty());
    }

    private OpenDays openDays(Optional<SchoolCalendar> calendar) {
        return new OpenDays(
                calendar, day -> bankHolidays.in(day.getYear(), Country.ENGLAND).contains(day));
    }

    /** The days on which the schools of a partnership are not visited, besides what each school has of its own; in order. */
    public List<Blackout> blackoutsOf(String partnership) {
        return records.blackoutsOf(partnership);
    }

    /**
     * A calendar as it is entered, such as that of a local authority.
     *
     * @param id readable
     * @param name as people say it
     * @param country whose bank holidays count
     */
    public record Entered(String id, String name, Country country) {}

    /** The calendars of these ids that are there. */
    public List<Entered> find(Collection<String> calendars) {
        return records.calendars(calendars);
    }

    /** The ids of the schools that keep one of these calendars, by calendar. */
    public Map<String, Set<String>> keepersOf(Collection<String> calendars) {
        return records.keepersOf(calendars);
    }

    /**
     * What is entered for some countries, calendars, schools and partnerships themselves, without what they inherit.
     *
     * @param terms by owner and school year
     * @param days by owner
     * @param blackouts by owner
     * @param staffMeetings the weekday on which staff meet, by school
     */
    public record Own(
            Map<Whose, Map<SchoolYear, List<Term>>> terms,
            Map<Whose, List<CalendarDay>> days,
            Map<Whose, List<Blackout>> blackouts,
            Map<String, DayOfWeek> staffMeetings) {}

    /**
     * What is entered for some countries, calendars, schools and a partnership themselves. Five statements, however many there are.
     */
    public Own ownOf(
            Collection<Country> countries,
            Collection<String> calendars,
            Collection<String> schools,
            String partnership) {
        Map<Whose, List<Blackout>> blackouts = records.blackouts(calendars, schools).stream()
                .collect(Collectors.groupingBy(
                        BlackoutRow::whose, Collectors.mapping(BlackoutRow::blackout, Collectors.toList())));
        blackouts.put(Whose.partnership(partnership), records.blackoutsOf(partnership));
        return new Own(
                records.terms(calendars, schools).stream()
                        .collect(Collectors.groupingBy(
                                TermRow::whose,
                                Collectors.groupingBy(
                                        TermRow::year, Collectors.mapping(TermRow::term, Collectors.toList())))),
                records.days(countries, calendars, schools).stream()
                        .collect(Collectors.groupingBy(
                                DayRow::whose, Collectors.mapping(DayRow::day, Collectors.toList()))),
                blackouts,
                records.staffMeetingDays(schools));
    }

    /**
     * Enters a calendar, such as that of a local authority.
     *
     * @param calendar id, readable
     * @param name as people say it
     * @param country whose bank holidays count
     */
    @Transactional
    public void add(String calendar, String name, Country country) {
        addAll(List.of(new Entered(calendar, name, country)));
    }

    /** Enters calendars, all or none, in one statement. */
    @Transactional
    public void addAll(Collection<Entered> calendars) {
        if (!calendars.isEmpty()) {
            untilChanged.changed();
            records.insertCalendars(calendars);
        }
    }

    /** Gives calendars another name or country. */
    @Transactional
    public void changeAll(Collection<Entered> calendars) {
        if (!calendars.isEmpty()) {
            List<Whose> owners = calendars.stream()
                    .map(calendar -> Whose.calendar(calendar.id()))
                    .toList();
            changing(owners, () -> records.updateCalendars(calendars));
        }
    }

    /**
     * Enters the terms of one school year into a calendar, in place of those that it had for that year.
     *
     * @throws IllegalArgumentException if a term lies outside the year or overlaps another, there is none, or no such calendar
     */
    @Transactional
    public void enterTerms(String calendar, SchoolYear year, Collection<Term> terms) {
        change(new CalendarChange().terms(Whose.calendar(calendar), year, terms));
    }

    /**
     * Enters terms that a school has chosen for itself, as academies and independent schools may: for that school year they count in
     * place of all terms of its calendar, and of those that it had entered before.
     *
     * @throws IllegalArgumentException if a term lies outside the year or overlaps another, there is none, or no such school
     */
    @Transactional
    public void enterOwnTerms(String school, SchoolYear year, Collection<Term> terms) {
        requireInOrder(year, terms);
        change(new CalendarChange().terms(Whose.school(school), year, terms));
    }

    /**
     * Takes a school's own terms of one school year away, so that those of its calendar count again.
     *
     * @throws IllegalArgumentException if there is no such school
     */
    @Transactional
    public void removeOwnTerms(String school, SchoolYear year) {
        change(new CalendarChange().terms(Whose.school(school), year, List.of()));
    }

    /**
     * Enters single days of a country, a calendar or a school, each in place of what was entered for the same owner and day.
     *
     * @throws IllegalArgumentException if a day is given twice, they are for a partnership, or there is no such owner
     */
    @Transactional
    public void enterDays(Whose whose, Collection<CalendarDay> days) {
        requireOneOf(whose, "A single day", Whose.Kind.COUNTRY, Whose.Kind.CALENDAR, Whose.Kind.SCHOOL);
        change(new CalendarChange().days(whose, days));
    }

    /** Enters days on which a school's staff work and its pupils stay at home; as {@link #enterDays} otherwise. */
    @Transactional
    public void enterInsetDays(String school, Collection<LocalDate> days) {
        enterDays(
                Whose.school(school),
                days.stream()
                        .map(day -> new CalendarDay(day, CalendarDay.Kind.INSET, "INSET day"))
                        .toList());
    }

    /**
     * Takes back what is entered for one day of a country, a calendar or a school, so that again counts what it inherits.
     *
     * @throws IllegalArgumentException if nothing is entered there
     */
    @Transactional
    public void removeDay(Whose whose, LocalDate day) {
        requireOneOf(whose, "A single day", Whose.Kind.COUNTRY, Whose.Kind.CALENDAR, Whose.Kind.SCHOOL);
        changing(List.of(whose), () -> {
            if (records.deleteDays(List.of(new CalendarChange.Day(whose, day))) == 0) {
                throw new IllegalArgumentException(
                        "Nothing is entered for %s on %s.".formatted(whose, SchoolTime.words(day)));
            }
        });
    }

    /**
     * Enters blackouts of a calendar, a school or a partnership, besides those that are there.
     *
     * @throws IllegalArgumentException if they are for a country, one is for a phase although it is of one school, or there is no
     *     such owner
     */
    @Transactional
    public void enterBlackouts(Whose whose, Collection<Blackout> blackouts) {
        requireOneOf(whose, "A blackout", Whose.Kind.CALENDAR, Whose.Kind.SCHOOL, Whose.Kind.PARTNERSHIP);
        change(new CalendarChange().blackouts(whose, blackouts));
    }

    /**
     * Takes a blackout of a calendar, a school or a partnership away.
     *
     * @throws IllegalArgumentException if it is not entered there
     */
    @Transactional
    public void removeBlackout(Whose whose, Blackout blackout) {
        requireOneOf(whose, "A blackout", Whose.Kind.CALENDAR, Whose.Kind.SCHOOL, Whose.Kind.PARTNERSHIP);
        changing(List.of(whose), () -> {
            if (records.deleteBlackouts(List.of(new BlackoutRow(whose, blackout))) == 0) {
                throw new IllegalArgumentException("For %s no blackout %s from %s is entered."
                        .formatted(whose, blackout.name(), SchoolTime.words(blackout.firstDay())));
            }
        });
    }

    /**
     * Enters the weekday on which the staff of a school meet after lessons; improvement workshops are held on it.
     *
     * @throws IllegalArgumentException if there is no such school
     */
    @Transactional
    public void setStaffMeetingDay(String school, DayOfWeek weekday) {
        change(new CalendarChange().staffMeeting(school, Optional.of(weekday)));
    }

    /**
     * Enters that the staff of a school have no weekday on which they meet.
     *
     * @throws IllegalArgumentException if there is no such school
     */
    @Transactional
    public void removeStaffMeetingDay(String school) {
        change(new CalendarChange().staffMeeting(school, Optional.empty()));
    }

    /**
     * Enters and takes away all that the change says, or nothing. The number of statements does not depend on how much it is. What is to
     * go and is not there is no fault.
     *
     * @throws IllegalArgumentException if a term lies outside its year or overlaps another, a calendar would have no terms in a year, a day
     *     is given twice or is of a partnership, a blackout is of a country or for a phase although it is of one school, or there is no such owner
     */
    @Transactional
    public void change(CalendarChange change) {
        check(change);
        if (change.owners().isEmpty()) {
            return;
        }
        changing(change.owners(), () -> {
            records.replaceTerms(change.terms());
            records.deleteDays(Stream.concat(
                            change.daysRemoved().stream(),
                            change.days().stream()
                                    .map(row -> new CalendarChange.Day(
                                            row.whose(), row.day().day())))
                    .toList());
            records.insertDays(change.days());
            records.deleteBlackouts(change.blackoutsRemoved());
            records.insertBlackouts(change.blackouts());
            records.updateStaffMeetingDays(change.staffMeetings());
        });
    }

    /**
     * Looks at what a change says without applying it.
     *
     * @throws IllegalArgumentException as {@link #change}, but for owners that are not there
     */
    public static void check(CalendarChange change) {
        change.terms().forEach((year, terms) -> {
            if (!terms.isEmpty() || year.whose().kind() != Whose.Kind.SCHOOL) {
                requireInOrder(year.year(), terms);
            }
        });
        Set<CalendarChange.Day> dates = new HashSet<>();
        for (DayRow row : change.days()) {
            requireOneOf(row.whose(), "A single day", Whose.Kind.COUNTRY, Whose.Kind.CALENDAR, Whose.Kind.SCHOOL);
            if (!dates.add(new CalendarChange.Day(row.whose(), row.day().day()))) {
                throw new IllegalArgumentException("%s is given twice. Say once what is on it."
                        .formatted(SchoolTime.words(row.day().day())));
            }
        }
        for (BlackoutRow row : change.blackouts()) {
            requireOneOf(row.whose(), "A blackout", Whose.Kind.CALENDAR, Whose.Kind.SCHOOL, Whose.Kind.PARTNERSHIP);
            if (row.whose().kind() == Whose.Kind.SCHOOL
                    && row.blackout().phase().isPresent()) {
                throw new IllegalArgumentException(
                        "A blackout of one school concerns the whole school. Enter it without a phase.");
            }
        }
    }

    private static void requireInOrder(SchoolYear year, Collection<Term> terms) {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException(
                    "The school year %s needs at least one term. Enter first and last day of each.".formatted(year));
        }
        List<Term> inOrder =
                terms.stream().sorted(Comparator.comparing(Term::firstDay)).toList();
        for (int at = 0; at < inOrder.size(); at++) {
            Term term = inOrder.get(at);
            if (!year.holds(term.firstDay()) || !year.holds(term.lastDay())) {
                throw new IllegalArgumentException(
                        "The term %s does not lie in the school year %s, which runs from %s to %s."
                                .formatted(
                                        term.words(),
                                        year,
                                        SchoolTime.words(year.firstDay()),
                                        SchoolTime.words(year.lastDay())));
            }
            if (at > 0 && !term.firstDay().isAfter(inOrder.get(at - 1).lastDay())) {
                throw new IllegalArgumentException("The term %s begins before the term %s is over. Correct one of them."
                        .formatted(term.words(), inOrder.get(at - 1).words()));
            }
        }
    }

    private void changing(Collection<Whose> owners, Runnable write) {
        untilChanged.changed();
        Set<Whose> found = records.lock(owners);
        owners.stream().filter(whose -> !found.contains(whose)).findFirst().ifPresent(whose -> {
            throw unknown(whose);
        });
        write.run();
        Set<String> schools = records.schoolsOf(owners);
        if (!schools.isEmpty()) {
            events.publishEvent(new CalendarChanged(schools));
        }
    }

    private static void requireOneOf(Whose whose, String what, Whose.Kind... kinds) {
        if (!List.of(kinds).contains(whose.kind())) {
            throw new IllegalArgumentException("%s cannot be entered for %s.".formatted(what, whose));
        }
    }

    private static IllegalArgumentException unknown(Whose whose) {
        return new IllegalArgumentException("There is no %s.".formatted(whose));
    }
}
