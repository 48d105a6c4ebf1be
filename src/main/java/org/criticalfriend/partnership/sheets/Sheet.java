package org.criticalfriend.partnership.sheets;

import static org.criticalfriend.partnership.sheets.Column.RefersTo;
import static org.criticalfriend.partnership.sheets.Column.Use;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.criticalfriend.calendar.CalendarDay;
import org.criticalfriend.calendar.Country;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.FollowUpWeeks;
import org.criticalfriend.partnership.HeadAtWorkshop;
import org.criticalfriend.partnership.LedBy;
import org.criticalfriend.partnership.MembershipStatus;
import org.criticalfriend.partnership.PartnershipKind;
import org.criticalfriend.partnership.Phase;
import org.criticalfriend.partnership.PublicationPolicy;
import org.criticalfriend.partnership.Role;

/** The sheets of a register, in the order in which they are read. */
enum Sheet {
    SETTINGS(
            "Settings",
            "What the partnership decides for itself: one row",
            column("Id", Kind.TEXT, Use.KEY, "The short name of the partnership; it stays.", "priory"),
            column("Name", Kind.TEXT, Use.NEEDED, "As people say it.", "Priory"),
            column(
                    "Kind",
                    Kind.oneOf(PartnershipKind.values()),
                    Use.NEEDED,
                    "What binds the schools together.",
                    "Cluster"),
            column("Who leads", Kind.oneOf(LedBy.values()), Use.NEEDED, "Who leads reviews.", "Peer head"),
            column(
                    "Who may read a report",
                    Kind.oneOf(PublicationPolicy.values()),
                    Use.NEEDED,
                    "After the head has released it.",
                    "Leaders of all schools"),
            column("Self-review", Kind.YES_OR_NO, Use.NEEDED, "Whether a review begins with one.", "Yes"),
            column(
                    "Head at the workshop",
                    Kind.oneOf(HeadAtWorkshop.values()),
                    Use.NEEDED,
                    "Whether the host's head may be there.",
                    "With a reason"),
            column(
                    "Team size",
                    Kind.NUMBER,
                    Use.OPTIONAL,
                    "Reviewers with the lead; empty: by the roll of the host.",
                    "2"),
            column(
                    "Other schools at least",
                    Kind.NUMBER,
                    Use.NEEDED,
                    "From how many other schools reviewers come.",
                    "2"),
            column(
                    "Follow-up counted in",
                    Kind.oneOf(FollowUpWeeks.values()),
                    Use.NEEDED,
                    "Calendar weeks, or term weeks without holidays.",
                    "Calendar weeks"),
            column("Visit days", Kind.WEEKDAYS, Use.OPTIONAL, "Weekdays preferred for visits.", "Thursday, Friday"),
            column(
                    "Reviewer days per school",
                    Kind.NUMBER,
                    Use.NEEDED,
                    "At most in a year, before the planner warns.",
                    "2"),
            column(
                    "Workshops per school",
                    Kind.NUMBER,
                    Use.NEEDED,
                    "At most in a year, before the planner warns.",
                    "1"),
            column("Days per person", Kind.NUMBER, Use.OPTIONAL, "At most in a year; empty: no limit.", "6"),
            column(
                    "Questions",
                    Kind.LINES,
                    Use.OPTIONAL,
                    "Questions to start from, each on a line.",
                    "What helps here?"),
            column(
                    "Forms",
                    Kind.LINES,
                    Use.OPTIONAL,
                    "Forms of its own, each on a line: id of the step, a colon, id of the form.",
                    "WriteReport: our-report")),
    CALENDARS(
            "Calendars",
            "Calendars that schools keep, mostly those of local authorities",
            column("Id", Kind.TEXT, Use.KEY, "A short name of letters and digits; it stays.", "staffordshire"),
            column("Name", Kind.TEXT, Use.NEEDED, "As people say it.", "Staffordshire"),
            column("Country", Kind.oneOf(Country.values()), Use.NEEDED, "Whose bank holidays count.", "England")),
    SCHOOLS(
            "Schools",
            "Schools and their place in the partnership",
            column("Id", Kind.TEXT, Use.KEY, "A short name of letters and digits; it stays.", "milllane"),
            column("Name", Kind.TEXT, Use.NEEDED, "As people say it.", "Mill Lane"),
            column(
                    "Status",
                    Kind.oneOf(MembershipStatus.values()),
                    Use.NEEDED,
                    "A school is never deleted: one that goes gets Left.",
                    "In cycle"),
            new Column(
                    "Cycles done",
                    Kind.NUMBER,
                    Use.OPTIONAL,
                    RefersTo.NOTHING,
                    "How many it has been through.",
                    "2",
                    "0"),
            column("Phase", Kind.oneOf(Phase.values()), Use.NEEDED, "The kind of school by age.", "Primary"),
            column("Youngest age", Kind.NUMBER, Use.OPTIONAL, "In years; with the oldest age, or neither.", "4"),
            column("Oldest age", Kind.NUMBER, Use.OPTIONAL, "In years.", "11"),
            column("Trust", Kind.TEXT, Use.OPTIONAL, "Name of the trust it belongs to.", "Weir Valley Trust"),
            column("Forms of entry", Kind.DECIMAL, Use.OPTIONAL, "Classes per year group.", "1.5"),
            column("Pupils", Kind.NUMBER, Use.NEEDED, "On roll.", "70"),
            refers("Calendar", RefersTo.CALENDAR, Use.NEEDED, "Id of the calendar it keeps.", "staffordshire"),
            column("Address", Kind.LONG_TEXT, Use.NEEDED, "Where visitors go.", "Mill Lane, Wistanbridge"),
            column("Phone", Kind.TEXT, Use.NEEDED, "Of reception.", "01632 960130"),
            column("Note", Kind.LONG_TEXT, Use.OPTIONAL, "What a planner should know.", "Four teachers"),
            column("Affiliations", Kind.SEVERAL, Use.OPTIONAL, "Groups it works in, a semicolon between.", "ITT; TSA"),
            column(
                    "Subject leaders",
                    Kind.PAIRS,
                    Use.OPTIONAL,
                    "Subject, colon, id of somebody who works there; a semicolon between.",
                    "English: milllanehead"),
            column("Disadvantage band", Kind.NUMBER, Use.OPTIONAL, "1 (lowest) to 5 (highest).", "3"),
            column("Most people out a day", Kind.NUMBER, Use.OPTIONAL, "Empty: no limit.", "1"),
            column(
                    "Most days out a year",
                    Kind.NUMBER,
                    Use.OPTIONAL,
                    "Of all its people together; empty: no limit.",
                    "3"),
            new Column(
                    "Hosts externals",
                    Kind.YES_OR_NO,
                    Use.OPTIONAL,
                    RefersTo.NOTHING,
                    "Whether people from outside its trust may visit; empty: Yes.",
                    "Yes",
                    "Yes"),
            refers(
                    "Approver",
                    RefersTo.PERSON,
                    Use.OPTIONAL,
                    "Id of somebody outside the school who agrees to its duties; empty: its head.",
                    "priorylead"),
            column(
                    "Staff meeting",
                    Kind.oneOf(DayOfWeek.values()),
                    Use.OPTIONAL,
                    "The weekday on which staff meet after lessons.",
                    "Monday"),
            column(
                    "Wanted subject",
                    Kind.TEXT,
                    Use.OPTIONAL,
                    "A subject that somebody on its team should know; empty: any team will do.",
                    "Mathematics"),
            column(
                    "Day rate",
                    Kind.POUNDS,
                    Use.OPTIONAL,
                    "What cover for one day costs, in pounds; empty: nobody counts it.",
                    "210.50")),
    PEOPLE(
            "People",
            "Everybody who takes part",
            column("Id", Kind.TEXT, Use.KEY, "Letters and digits; it stays and is never used again.", "milllanehead"),
            column("Given name", Kind.TEXT, Use.PERSONAL_NEEDED, "", "Ruth"),
            column("Family name", Kind.TEXT, Use.PERSONAL_NEEDED, "", "Calder"),
            column("Mail address", Kind.TEXT, Use.PERSONAL, "Where mails go.", "ruth.calder@milllane.example"),
            column("Phone", Kind.TEXT, Use.PERSONAL, "For the evening before a visit.", "01632 960331"),
            column("Post", Kind.TEXT, Use.NEEDED, "What the person is.", "Headteacher"),
            refers(
                    "School",
                    RefersTo.SCHOOL,
                    Use.OPTIONAL,
                    "Id of their own school; empty for central people.",
                    "milllane"),
            column(
                    "Phase",
                    Kind.oneOf(Phase.values()),
                    Use.OPTIONAL,
                    "The age range they know best; empty: any.",
                    "Primary"),
            column("Leads", Kind.TEXT, Use.OPTIONAL, "What they lead in their school.", "Curriculum"),
            column("Subjects", Kind.SEVERAL, Use.OPTIONAL, "What they teach, a semicolon between.", "English; History"),
            column(
                    "Asks to go along",
                    Kind.TICK,
                    Use.OPTIONAL,
                    "Yes: has asked to go along on a review as an associate.",
                    "Yes"),
            column(
                    "Left on",
                    Kind.DAY,
                    Use.OPTIONAL,
                    "Nobody is deleted: enter the day on which somebody left. They count as gone at once.",
                    "2027-07-21")),
    ROLES(
            "Roles",
            "What people are, and where",
            refers("Person", RefersTo.PERSON, Use.KEY, "Id of the person.", "milllanehead"),
            column("Name", Kind.TEXT, Use.TO_READ, "Only to read.", "Ruth Calder"),
            column(
                    "Role",
                    Kind.oneOf(Stream.of(Role.values())
                            .filter(role -> role.heldAt() != Role.Place.INSTALLATION)
                            .toArray(Role[]::new)),
                    Use.KEY,
                    "",
                    "Head"),
            refers(
                    "At",
                    RefersTo.SCHOOL,
                    Use.KEY_OR_EMPTY,
                    "Id of the school; empty for a role in the partnership.",
                    "milllane"),
            remove()),
    TRAINING(
            "Training",
            "What people are trained for",
            refers("Person", RefersTo.PERSON, Use.KEY, "Id of the person.", "milllanehead"),
            column("Name", Kind.TEXT, Use.TO_READ, "Only to read.", "Ruth Calder"),
            column(
                    "Trained as",
                    Kind.oneOf(Stream.of(Duty.values())
                            .filter(duty ->
                                    duty.trainedAs().filter(duty::equals).isPresent())
                            .map(Words::of)
                            .toList()),
                    Use.KEY,
                    "Stand-ins are trained for what they stand in for.",
                    "Peer reviewer"),
            column("Trained on", Kind.DAY, Use.OPTIONAL, "Empty: the day is not known.", "2025-10-08"),
            refers("Trained by", RefersTo.TRAINER, Use.OPTIONAL, "Id of the trainer.", "priorylead"),
            column("Counts until", Kind.DAY, Use.OPTIONAL, "Empty: without end.", "2029-08-31"),
            remove()),
    WORKING_DAYS(
            "Working days",
            "On which weekdays people work; who is not listed works from Monday to Friday",
            workingDays()),
    TERMS(
            "Terms",
            "Terms of a calendar, or of a school that has its own: one row for each school year, holidays lie between",
            terms()),
    DAYS(
            "Days",
            "INSET days, days closed for once, days open for once",
            column(
                    "Country",
                    Kind.oneOf(Country.values()),
                    Use.KEY_OR_EMPTY,
                    "For a whole country, such as an extra bank holiday: by administrators only; or",
                    ""),
            refers("Calendar", RefersTo.CALENDAR, Use.KEY_OR_EMPTY, "id of the calendar, or", ""),
            refers("School", RefersTo.SCHOOL, Use.KEY_OR_EMPTY, "id of the school.", "milllane"),
            column("Day", Kind.DAY, Use.KEY, "", "2026-11-02"),
            column(
                    "What",
                    Kind.oneOf(CalendarDay.Kind.values()),
                    Use.NEEDED,
                    "INSET day: staff only. Closed: nobody. Open: pupils, although it would be closed.",
                    "INSET day"),
            column("Why", Kind.TEXT, Use.NEEDED, "As people call it.", "INSET day"),
            remove()),
    BLACKOUTS(
            "Blackouts",
            "Days on which schools are open and must not be visited",
            refers("Calendar", RefersTo.CALENDAR, Use.KEY_OR_EMPTY, "Id of a calendar, or", "staffordshire"),
            refers(
                    "School",
                    RefersTo.SCHOOL,
                    Use.KEY_OR_EMPTY,
                    "id of a school; both empty: the whole partnership.",
                    ""),
            column("First day", Kind.DAY, Use.KEY, "", "2027-05-10"),
            column("Why", Kind.TEXT, Use.KEY, "As people call it.", "Key stage 2 tests"),
            column(
                    "Phase",
                    Kind.oneOf(Phase.values()),
                    Use.KEY_OR_EMPTY,
                    "Only schools of this phase; empty: all, as always for one school.",
                    "Primary"),
            column("Last day", Kind.DAY, Use.NEEDED, "", "2027-05-13"),
            remove());

    /** How many terms a school year has at most. */
    static final int MOST_TERMS = 8;

    private final String title;
    private final String meaning;
    private final List<Column> columns;

    Sheet(String title, String meaning, Column... columns) {
        this.title = title;
        this.meaning = meaning;
        this.columns = List.of(columns);
    }

    /** As it is called in a spreadsheet. */
    public String title() {
        return title;
    }

    /** What stands in it. */
    public String meaning() {
        return meaning;
    }

    /** As it is called in addresses and names of files. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<Column> columns() {
        return columns;
    }

    /** The columns that say together which row it is. */
    List<Column> keys() {
        return columns.stream().filter(Column::isKey).toList();
    }

    /** The columns that are kept. */
    List<Column> kept() {
        return columns.stream().filter(Column::isKept).toList();
    }

    /** Whether its rows can be removed. */
    boolean hasRemove() {
        return columns.stream().anyMatch(column -> column.use() == Use.REMOVE);
    }

    Optional<Column> column(String asTyped) {
        return columns.stream()
                .filter(column -> Words.plain(column.title()).equals(Words.plain(asTyped)))
                .findFirst();
    }

    /** The sheet of this name, however it is written. */
    static Optional<Sheet> named(String asTyped) {
        return Stream.of(values())
                .filter(sheet -> Words.plain(sheet.title()).equals(Words.plain(asTyped)))
                .findFirst();
    }

    private static Column column(String title, Kind kind, Use use, String hint, String example) {
        return new Column(title, kind, use, RefersTo.NOTHING, hint, example, "");
    }

    private static Column refers(String title, RefersTo to, Use use, String hint, String example) {
        return new Column(title, Kind.TEXT, use, to, hint, example, "");
    }

    private static Column remove() {
        return column("Remove", Kind.TICK, Use.REMOVE, "Yes: the row goes.", "");
    }

    private static Column[] workingDays() {
        List<Column> columns = new ArrayList<>();
        columns.add(refers("Person", RefersTo.PERSON, Use.KEY, "Id of the person.", "milllanehead"));
        columns.add(column("Name", Kind.TEXT, Use.TO_READ, "Only to read.", "Ruth Calder"));
        Stream.of(DayOfWeek.values())
                .map(day -> column(Words.of(day), Kind.TICK, Use.OPTIONAL, "Yes, or empty.", "Yes"))
                .forEach(columns::add);
        return columns.toArray(Column[]::new);
    }

    private static Column[] terms() {
        List<Column> columns = new ArrayList<>();
        columns.add(refers("Calendar", RefersTo.CALENDAR, Use.KEY_OR_EMPTY, "Id of the calendar, or", "staffordshire"));
        columns.add(refers("School", RefersTo.SCHOOL, Use.KEY_OR_EMPTY, "id of a school with terms of its own.", ""));
        columns.add(column("School year", Kind.SCHOOL_YEAR, Use.KEY, "From 1 August to 31 July.", "2026/27"));
        for (int number = 1; number <= MOST_TERMS; number++) {
            columns.add(column(
                    firstDayOfTerm(number),
                    Kind.DAY,
                    Use.OPTIONAL,
                    "First day with pupils.",
                    number == 1 ? "2026-09-03" : ""));
            columns.add(column(
                    lastDayOfTerm(number),
                    Kind.DAY,
                    Use.OPTIONAL,
                    "Last day with pupils.",
                    number == 1 ? "2026-10-23" : ""));
        }
        columns.add(column(
                "Remove", Kind.TICK, Use.REMOVE, "Yes: a school gives its own terms up. A calendar keeps its.", ""));
        return columns.toArray(Column[]::new);
    }

    static String firstDayOfTerm(int number) {
        return "Term %d first day".formatted(number);
    }

    static String lastDayOfTerm(int number) {
        return "Term %d last day".formatted(number);
    }
}
