package org.criticalfriend.sample;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.criticalfriend.access.Settings;
import org.criticalfriend.calendar.CalendarDay;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.calendar.Whose;
import org.criticalfriend.engine.StartRefused;
import org.criticalfriend.engine.StartStep;
import org.criticalfriend.partnership.Membership;
import org.criticalfriend.partnership.Memberships;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.Schools;
import org.criticalfriend.sample.SampleFiles.BlackoutRow;
import org.criticalfriend.sample.SampleFiles.CalendarRow;
import org.criticalfriend.sample.SampleFiles.PartnershipRow;
import org.criticalfriend.sample.SampleFiles.PersonRow;
import org.criticalfriend.sample.SampleFiles.ReviewRow;
import org.criticalfriend.sample.SampleFiles.SchoolRow;
import org.criticalfriend.sample.SampleFiles.TermRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads Priory into an empty database: all of it, or nothing. */
@Component
@Order(StartStep.SAMPLE)
class SampleLoader implements StartStep {

    /** The password of every sample sign-in, which works on a loopback address only. */
    static final String PASSWORD = "sample";

    private static final Logger LOG = LoggerFactory.getLogger(SampleLoader.class);

    /** The school year for which the files give dates. */
    private static final SchoolYear WRITTEN_FOR = new SchoolYear(2026);

    private final Settings settings;
    private final Register register;
    private final Partnerships partnerships;
    private final Memberships memberships;
    private final Schools schools;
    private final SamplePeople people;
    private final SchoolCalendars calendars;
    private final SampleReviews reviews;
    private final TransactionTemplate transaction;
    private final ResourceLoader resources;
    private final Clock clock;

    SampleLoader(
            Settings settings,
            Register register,
            Partnerships partnerships,
            Memberships memberships,
            Schools schools,
            SamplePeople people,
            SchoolCalendars calendars,
            SampleReviews reviews,
            TransactionTemplate transaction,
            ResourceLoader resources,
            Clock clock) {
        this.settings = settings;
        this.register = register;
        this.partnerships = partnerships;
        this.memberships = memberships;
        this.schools = schools;
        this.people = people;
        this.calendars = calendars;
        this.reviews = reviews;
        this.transaction = transaction;
        this.resources = resources;
        this.clock = clock;
    }

    /** @throws StartRefused if a row is broken, naming file and row; nothing is kept then */
    @Override
    public void run() {
        if (settings.sample() && register.isEmpty()) {
            load("classpath:sample/priory");
        }
    }

    void load(String folder) {
        SampleFiles files = new SampleFiles(resources, folder);
        SampleFiles.Schools file = files.schools();
        List<PersonRow> personRows = files.people();
        List<ReviewRow> reviewRows = files.reviews();
        transaction.executeWithoutResult(status -> {
            enter(file, personRows);
            for (ReviewRow row : reviewRows) {
                SampleFiles.inRow(
                        "reviews.yaml",
                        row.host(),
                        () -> reviews.live(file.partnership().id(), row));
            }
        });
        LOG.info("Loaded the sample partnership {}.", file.partnership().name());
    }

    /** The register of a partnership, without reviews. */
    void enter(SampleFiles.Schools file, List<PersonRow> personRows) {
        enter(file);
        people.enter(personRows, file, weeksTo(SchoolYear.of(SchoolTime.today(clock))));
    }

    private void enter(SampleFiles.Schools file) {
        PartnershipRow row = file.partnership();
        SampleFiles.inRow("schools.yaml", row.id(), () -> partnerships.add(row.partnership()));
        SampleFiles.inRow("schools.yaml", file.calendar().id(), () -> enter(file.calendar()));
        for (SchoolRow school : file.schools()) {
            SampleFiles.inRow("schools.yaml", school.id(), () -> enter(school, file));
        }
    }

    private void enter(CalendarRow row) {
        calendars.add(row.id(), row.name(), row.country());
        schoolYears()
                .forEach(year -> calendars.enterTerms(row.id(), year, inYear(year, row.terms(), TermRow::shifted)));
        calendars.enterBlackouts(Whose.calendar(row.id()), inEveryYear(row.blackouts(), BlackoutRow::shifted));
    }

    private void enter(SchoolRow row, SampleFiles.Schools file) {
        schools.add(row.schoolWithoutPeople(file.calendar().id()));
        memberships.join(Membership.of(file.partnership().id(), row.id(), row.status(), row.cyclesDone()));
        enterCalendarOf(row);
    }

    private void enterCalendarOf(SchoolRow row) {
        if (!row.terms().isEmpty()) {
            schoolYears()
                    .forEach(year ->
                            calendars.enterOwnTerms(row.id(), year, inYear(year, row.terms(), TermRow::shifted)));
        }
        calendars.enterInsetDays(row.id(), inEveryYear(row.inset(), LocalDate::plusWeeks));
        calendars.enterDays(
                Whose.school(row.id()),
                inEveryYear(row.saturdays(), LocalDate::plusWeeks).stream()
                        .map(day -> new CalendarDay(day, CalendarDay.Kind.OPEN, "Saturday morning school"))
                        .toList());
        calendars.enterBlackouts(Whose.school(row.id()), inEveryYear(row.blackouts(), BlackoutRow::shifted));
        Optional.ofNullable(row.staffMeeting()).ifPresent(weekday -> calendars.setStaffMeetingDay(row.id(), weekday));
    }

    /** Last year, this year and the next: reviews reach back into the one, follow-ups and plans ahead into the other. */
    private List<SchoolYear> schoolYears() {
        SchoolYear now = SchoolYear.of(SchoolTime.today(clock));
        return IntStream.rangeClosed(-1, 1).mapToObj(now::plus).toList();
    }

    private <R, T> List<T> inEveryYear(List<R> rows, BiFunction<R, Integer, T> shifted) {
        return schoolYears().stream()
                .flatMap(year -> inYear(year, rows, shifted).stream())
                .toList();
    }

    private static <R, T> List<T> inYear(SchoolYear year, List<R> rows, BiFunction<R, Integer, T> shifted) {
        return rows.stream().map(row -> shifted.apply(row, weeksTo(year))).toList();
    }

    /** By whole weeks, so that weekdays stay, and never more than half a week off the calendar. */
    private static int weeksTo(SchoolYear year) {
        LocalDate written = WRITTEN_FOR.firstDay();
        return Math.round(ChronoUnit.DAYS.between(written, year.firstDay()) / 7f);
    }
}
