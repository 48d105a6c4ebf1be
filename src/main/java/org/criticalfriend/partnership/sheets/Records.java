package org.criticalfriend.partnership.sheets;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.Blackout;
import org.criticalfriend.calendar.CalendarChange;
import org.criticalfriend.calendar.CalendarDay;
import org.criticalfriend.calendar.Country;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.calendar.Term;
import org.criticalfriend.calendar.Whose;
import org.criticalfriend.partnership.AgeRange;
import org.criticalfriend.partnership.Caps;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.EntryRefused;
import org.criticalfriend.partnership.FollowUpWeeks;
import org.criticalfriend.partnership.HeadAtWorkshop;
import org.criticalfriend.partnership.LedBy;
import org.criticalfriend.partnership.Membership;
import org.criticalfriend.partnership.MembershipStatus;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.PartnershipKind;
import org.criticalfriend.partnership.PartnershipSettings;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Phase;
import org.criticalfriend.partnership.PlanningFacts;
import org.criticalfriend.partnership.Profile;
import org.criticalfriend.partnership.PublicationPolicy;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.SchoolLimits;
import org.criticalfriend.partnership.TeamRule;
import org.criticalfriend.partnership.Templates;
import org.criticalfriend.partnership.Training;

/** What rows mean in the register and the calendars. */
final class Records {

    private static final String ID = "[A-Za-z0-9]{1,64}";
    private static final int LONGEST_NAME = 200;

    private Records() {}

    /**
     * Looks at a row by the rules of register and calendars, without others.
     *
     * @param partnership id
     * @throws IllegalArgumentException with words if it cannot stand there
     */
    static void check(Row row, String partnership) {
        switch (row.sheet()) {
            case SETTINGS -> partnership(row, 0).check();
            case CALENDARS -> check(calendar(row));
            case SCHOOLS -> {
                school(row, 0).check();
                membership(row, partnership, 0).check();
                planningFacts(row, 0).check();
            }
            case PEOPLE -> {
                person(row, 0).check();
                profile(row, List.of(), Profile.DEFAULT.workingDays()).check();
            }
            case ROLES -> {
                role(row, partnership).check();
                if (role(row, partnership).partnership().isPresent()
                        && row.text("At").isPresent()) {
                    throw new CellRefused("At", "This role is held in the partnership. Please leave the school empty.");
                }
            }
            case TRAINING -> training(row).check();
            case WORKING_DAYS ->
                profile(new Row(Sheet.PEOPLE, Map.of()), List.of(), workingDays(row))
                        .check();
            case TERMS, DAYS, BLACKOUTS -> SchoolCalendars.check(enter(row, partnership, new CalendarChange()));
        }
    }

    private static void check(SchoolCalendars.Entered calendar) {
        if (!calendar.id().matches(ID)) {
            throw new EntryRefused("Use up to 64 letters and digits for the id, without spaces, hyphens or dots.");
        }
        if (calendar.name().length() > LONGEST_NAME) {
            throw new EntryRefused("Please shorten the name: it has %d characters, and %d fit."
                    .formatted(calendar.name().length(), LONGEST_NAME));
        }
    }

    static Partnership partnership(Row row, int version) {
        return new Partnership(
                row.cell("Id"),
                version,
                row.cell("Name"),
                row.constant("Kind", PartnershipKind.class).orElseThrow(),
                new PartnershipSettings(
                        row.constant("Who leads", LedBy.class).orElseThrow(),
                        row.constant("Who may read a report", PublicationPolicy.class)
                                .orElseThrow(),
                        row.isYes("Self-review"),
                        row.constant("Head at the workshop", HeadAtWorkshop.class)
                                .orElseThrow(),
                        new TeamRule(
                                row.number("Team size"),
                                row.number("Other schools at least").orElseThrow()),
                        row.constant("Follow-up counted in", FollowUpWeeks.class)
                                .orElseThrow(),
                        Stream.of(row.cell("Visit days").split(", "))
                                .flatMap(day -> Words.read(DayOfWeek.class, day).stream())
                                .collect(Collectors.toSet()),
                        new Caps(
                                row.number("Reviewer days per school").orElseThrow(),
                                row.number("Workshops per school").orElseThrow(),
                                row.number("Days per person")),
                        new Templates(Kind.lines(row.cell("Questions")), pairs(Kind.lines(row.cell("Forms"))))));
    }

    static SchoolCalendars.Entered calendar(Row row) {
        return new SchoolCalendars.Entered(
                row.cell("Id"),
                row.cell("Name"),
                row.constant("Country", Country.class).orElseThrow());
    }

    static School school(Row row, int version) {
        return new School(
                row.cell("Id"),
                version,
                row.cell("Name"),
                row.constant("Phase", Phase.class).orElseThrow(),
                ages(row),
                row.text("Trust"),
                row.text("Forms of entry").map(BigDecimal::new),
                row.number("Pupils").orElseThrow(),
                row.cell("Calendar"),
                row.cell("Address"),
                row.cell("Phone"),
                row.text("Note"),
                Set.copyOf(Kind.parts(row.cell("Affiliations"))),
                subjectLeaders(row),
                row.number("Disadvantage band"),
                new SchoolLimits(
                        row.number("Most people out a day"),
                        row.number("Most days out a year"),
                        row.isYes("Hosts externals"),
                        row.text("Approver")));
    }

    private static Optional<AgeRange> ages(Row row) {
        Optional<Integer> from = row.number("Youngest age");
        Optional<Integer> to = row.number("Oldest age");
        if (from.isPresent() != to.isPresent()) {
            throw new CellRefused(
                    from.isPresent() ? "Oldest age" : "Youngest age",
                    "Please enter both the youngest and the oldest age, or neither.");
        }
        return from.map(youngest -> new AgeRange(youngest, to.orElseThrow()));
    }

    static Map<String, String> subjectLeaders(Row row) {
        return pairs(Kind.parts(row.cell("Subject leaders")));
    }

    /** Those with a colon; one that is there twice is refused. */
    private static Map<String, String> pairs(List<String> texts) {
        Map<String, String> pairs = new TreeMap<>();
        for (String text : texts) {
            int colon = text.lastIndexOf(':');
            if (colon < 1) {
                throw new EntryRefused("Please write each as a pair with a colon, such as WriteReport: our-report.");
            }
            if (pairs.put(
                            text.substring(0, colon).strip(),
                            text.substring(colon + 1).strip())
                    != null) {
                throw new EntryRefused("The same is named twice before a colon. Please enter it once.");
            }
        }
        return pairs;
    }

    static Membership membership(Row row, String partnership, int version) {
        return new Membership(
                partnership,
                row.cell("Id"),
                version,
                row.constant("Status", MembershipStatus.class).orElseThrow(),
                row.number("Cycles done").orElse(0));
    }

    static PlanningFacts planningFacts(Row row, int version) {
        return new PlanningFacts(
                row.cell("Id"),
                version,
                row.text("Wanted subject"),
                row.text("Day rate").map(BigDecimal::new));
    }

    static Person person(Row row, int version) {
        return new Person(
                row.cell("Id"),
                version,
                row.cell("Given name"),
                row.cell("Family name"),
                row.cell("Mail address"),
                row.text("Phone"),
                row.cell("Post"),
                row.text("School"),
                row.day("Left on"));
    }

    static Profile profile(Row person, List<Training> trainings, Set<DayOfWeek> workingDays) {
        return new Profile(
                person.constant("Phase", Phase.class),
                person.text("Leads"),
                Set.copyOf(Kind.parts(person.cell("Subjects"))),
                workingDays,
                Set.copyOf(trainings));
    }

    static Set<DayOfWeek> workingDays(Row row) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> row.isYes(Words.of(day)))
                .collect(Collectors.toSet());
    }

    static Training training(Row row) {
        return new Training(
                row.constant("Trained as", Duty.class).orElseThrow(),
                row.day("Trained on"),
                row.text("Trained by"),
                row.day("Counts until"));
    }

    static RoleHeld role(Row row, String partnership) {
        Role role = row.constant("Role", Role.class).orElseThrow();
        return new RoleHeld(
                row.cell("Person"),
                role,
                role.heldAt() == Role.Place.PARTNERSHIP ? Optional.of(partnership) : row.text("At"));
    }

    /** For whom terms, a day or a blackout are entered. */
    static Whose whose(Row row, String partnership) {
        Optional<Whose> country = row.constant("Country", Country.class).map(Whose::country);
        Optional<Whose> calendar = row.text("Calendar").map(Whose::calendar);
        Optional<Whose> school = row.text("School").map(Whose::school);
        List<Whose> named =
                Stream.of(country, calendar, school).flatMap(Optional::stream).toList();
        if (named.size() > 1) {
            throw new EntryRefused(
                    row.sheet() == Sheet.DAYS
                            ? "Please enter one of country, calendar and school, not several."
                            : "Please enter a calendar or a school, not both.");
        }
        return named.stream()
                .findFirst()
                .or(() -> Optional.of(partnership)
                        .filter(all -> row.sheet() == Sheet.BLACKOUTS)
                        .map(Whose::partnership))
                .orElseThrow(() -> new EntryRefused("Please enter the calendar or the school for which this is."));
    }

    /** Adds to a change that a row of the calendars is to be entered. */
    static CalendarChange enter(Row row, String partnership, CalendarChange change) {
        Whose whose = whose(row, partnership);
        return switch (row.sheet()) {
            case TERMS -> change.terms(whose, year(row), terms(row));
            case DAYS ->
                change.days(
                        whose,
                        List.of(new CalendarDay(
                                row.day("Day").orElseThrow(),
                                row.constant("What", CalendarDay.Kind.class).orElseThrow(),
                                row.cell("Why"))));
            default -> change.blackouts(whose, List.of(blackout(row)));
        };
    }

    /** Adds to a change that a row of the calendars is to go. */
    static CalendarChange remove(Row row, String partnership, CalendarChange change) {
        Whose whose = whose(row, partnership);
        return switch (row.sheet()) {
            case TERMS -> change.terms(whose, year(row), List.of());
            case DAYS -> change.withoutDay(whose, row.day("Day").orElseThrow());
            default -> change.withoutBlackout(whose, blackout(row));
        };
    }

    private static SchoolYear year(Row row) {
        return new SchoolYear(Integer.parseInt(row.cell("School year").substring(0, 4)));
    }

    /** In their order and without a gap, for so they are read back. */
    private static List<Term> terms(Row row) {
        List<Term> terms = new ArrayList<>();
        boolean over = false;
        for (int number = 1; number <= Sheet.MOST_TERMS; number++) {
            Optional<LocalDate> first = row.day(Sheet.firstDayOfTerm(number));
            Optional<LocalDate> last = row.day(Sheet.lastDayOfTerm(number));
            if (first.isPresent() != last.isPresent()) {
                throw new CellRefused(
                        first.isPresent() ? Sheet.lastDayOfTerm(number) : Sheet.firstDayOfTerm(number),
                        "Please enter both the first and the last day of term %d, or neither.".formatted(number));
            }
            if (first.isEmpty()) {
                over = true;
            } else if (over) {
                throw new CellRefused(
                        Sheet.firstDayOfTerm(number),
                        "There is no term before term %d. Please enter terms without a gap.".formatted(number));
            } else {
                terms.add(new Term(first.get(), last.orElseThrow()));
            }
        }
        if (terms.isEmpty()) {
            throw new CellRefused(Sheet.firstDayOfTerm(1), "Please enter at least one term.");
        }
        if (!terms.equals(
                terms.stream().sorted(Comparator.comparing(Term::firstDay)).toList())) {
            throw new EntryRefused("Please enter the terms in the order of the year.");
        }
        return terms;
    }

    private static Blackout blackout(Row row) {
        return new Blackout(
                row.day("First day").orElseThrow(),
                row.day("Last day").orElseThrow(),
                row.cell("Why"),
                row.constant("Phase", Phase.class).map(Phase::name));
    }
}
