package org.criticalfriend.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.calendar.CalendarDay.Kind;
import org.criticalfriend.partnership.Phase;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.Schools;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.CountedStatements;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@ApplicationTest
class SchoolCalendarsTest {

    private static final SchoolYear YEAR = new SchoolYear(2026);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 5);
    private static final LocalDate MAY_BANK_HOLIDAY = LocalDate.of(2027, 5, 3);
    private static final LocalDate ST_ANDREWS_DAY = LocalDate.of(2026, 11, 30);

    @Autowired
    TestPartnership partnerships;

    @Autowired
    SchoolCalendars calendars;

    @Autowired
    Schools schools;

    @Autowired
    ConfigurableApplicationContext application;

    @Test
    void aSchoolInheritsTermsAndBankHolidays() {
        Made made = partnerships.make();
        SchoolCalendar calendar = calendars.of(made.school('a'));

        assertThat(calendar.pupilDaysBetween(LocalDate.of(2026, 8, 1), LocalDate.of(2027, 7, 31)))
                .isEqualTo(193);
        assertThat(calendar.isPupilDay(MAY_BANK_HOLIDAY)).isFalse();
        assertThat(calendar.staffMeetingDay()).isEmpty();
    }

    @Test
    void theNearestOwnerOfADayCounts() {
        Made made = partnerships.make();
        Whose calendar = Whose.calendar(made.id());
        Whose school = Whose.school(made.school('a'));

        // A bank holiday that was moved: open for the authority, closed again for one school, which then trains its
        // staff.
        calendars.enterDays(calendar, List.of(new CalendarDay(MAY_BANK_HOLIDAY, Kind.OPEN, "Moved")));
        assertThat(isPupilDay(made, 'a', MAY_BANK_HOLIDAY)).isTrue();
        assertThat(isPupilDay(made, 'b', MAY_BANK_HOLIDAY)).isTrue();

        calendars.enterDays(school, List.of(new CalendarDay(MAY_BANK_HOLIDAY, Kind.CLOSED, "Kept")));
        assertThat(isPupilDay(made, 'a', MAY_BANK_HOLIDAY)).isFalse();
        assertThat(isPupilDay(made, 'b', MAY_BANK_HOLIDAY)).isTrue();

        calendars.enterInsetDays(made.school('a'), List.of(MAY_BANK_HOLIDAY));
        assertThat(isPupilDay(made, 'a', MAY_BANK_HOLIDAY)).isFalse();
        assertThat(calendars.of(made.school('a')).isStaffDay(MAY_BANK_HOLIDAY)).isTrue();

        calendars.removeDay(school, MAY_BANK_HOLIDAY);
        assertThat(isPupilDay(made, 'a', MAY_BANK_HOLIDAY)).isTrue();
        calendars.removeDay(calendar, MAY_BANK_HOLIDAY);
        assertThat(isPupilDay(made, 'a', MAY_BANK_HOLIDAY)).isFalse();
    }

    @Test
    void aOneOffHolidayOfACountryConcernsItsSchoolsOnlyAndAnOpenDayNearerCountsMore() {
        Made english = partnerships.make();
        Made scottish = scottish();
        Whose scotland = Whose.country(Country.SCOTLAND);

        calendars.enterDays(scotland, List.of(new CalendarDay(THURSDAY, Kind.CLOSED, "Coronation")));
        try {
            calendars.enterDays(
                    Whose.school(scottish.school('b')),
                    List.of(new CalendarDay(THURSDAY, Kind.OPEN, "Open all the same")));

            assertThat(isPupilDay(scottish, 'a', THURSDAY)).isFalse();
            assertThat(isPupilDay(scottish, 'b', THURSDAY)).isTrue();
            assertThat(isPupilDay(english, 'a', THURSDAY)).isTrue();
        } finally {
            calendars.removeDay(scotland, THURSDAY);
        }
        assertThat(isPupilDay(scottish, 'a', THURSDAY)).isTrue();
    }

    @Test
    void aScottishAuthorityMayTeachOnABankHolidayAndBeginsInAugust() {
        Made scottish = scottish();

        assertThat(isPupilDay(scottish, 'a', LocalDate.of(2026, 8, 12))).isTrue();
        assertThat(isPupilDay(scottish, 'a', LocalDate.of(2027, 3, 29)))
                .as("Easter Monday is no bank holiday in Scotland")
                .isTrue();
        assertThat(isPupilDay(scottish, 'a', ST_ANDREWS_DAY)).isFalse();

        calendars.enterDays(
                Whose.calendar(scottish.id()), List.of(new CalendarDay(ST_ANDREWS_DAY, Kind.OPEN, "School as usual")));

        assertThat(isPupilDay(scottish, 'a', ST_ANDREWS_DAY)).isTrue();
    }

    @Test
    void termsOfASchoolsOwnReplaceThoseOfItsCalendarForThatYearOnly() {
        Made made = partnerships.make();
        Term shorter = new Term(LocalDate.of(2026, 9, 7), LocalDate.of(2027, 7, 9));

        calendars.enterOwnTerms(made.school('a'), YEAR, List.of(shorter));

        SchoolCalendar own = calendars.of(made.school('a'));
        assertThat(own.forward(LocalDate.of(2026, 8, 1))).isEqualTo(LocalDate.of(2026, 9, 7));
        assertThat(own.isPupilDay(LocalDate.of(2026, 10, 28)))
                .as("the half-term of the calendar")
                .isTrue();
        assertThat(own.back(LocalDate.of(2027, 7, 31))).isEqualTo(LocalDate.of(2027, 7, 9));
        assertThat(own.forward(LocalDate.of(2027, 8, 1))).as("the next year").isEqualTo(LocalDate.of(2027, 9, 2));
        assertThat(calendars.of(made.school('b')).isPupilDay(LocalDate.of(2026, 10, 28)))
                .isFalse();

        calendars.removeOwnTerms(made.school('a'), YEAR);
        assertThat(isPupilDay(made, 'a', LocalDate.of(2026, 10, 28))).isFalse();
    }

    @Test
    void aYearEnteredAgainReplacesWhatWasThere() {
        Made made = partnerships.make();

        calendars.enterTerms(made.id(), YEAR, List.of(new Term(LocalDate.of(2026, 9, 10), LocalDate.of(2027, 7, 23))));

        SchoolCalendar calendar = calendars.of(made.school('a'));
        assertThat(calendar.forward(LocalDate.of(2026, 8, 1))).isEqualTo(LocalDate.of(2026, 9, 10));
        assertThat(calendar.isPupilDay(LocalDate.of(2026, 10, 28))).isTrue();
        assertThat(calendar.forward(LocalDate.of(2027, 8, 1))).isEqualTo(LocalDate.of(2027, 9, 2));
    }

    @Test
    void termsThatCannotBeAreRefusedInWordsAndNothingChanges() {
        Made made = partnerships.make();
        Term autumn = new Term(LocalDate.of(2026, 9, 3), LocalDate.of(2026, 12, 18));
        Term lateAutumn = new Term(LocalDate.of(2026, 12, 18), LocalDate.of(2027, 3, 25));
        Term summer = new Term(LocalDate.of(2027, 6, 7), LocalDate.of(2027, 8, 2));

        assertThatThrownBy(() -> calendars.enterTerms(made.id(), YEAR, List.of(lateAutumn, autumn)))
                .hasMessage(
                        "The term Friday 18 December 2026 to Thursday 25 March 2027 begins before the term Thursday 3"
                                + " September 2026 to Friday 18 December 2026 is over. Correct one of them.");
        assertThatThrownBy(() -> calendars.enterOwnTerms(made.school('a'), YEAR, List.of(autumn, summer)))
                .hasMessage(
                        "The term Monday 7 June 2027 to Monday 2 August 2027 does not lie in the school year 2026/27,"
                                + " which runs from Saturday 1 August 2026 to Saturday 31 July 2027.");
        assertThatThrownBy(() -> calendars.enterTerms(made.id(), YEAR, List.of()))
                .hasMessage("The school year 2026/27 needs at least one term. Enter first and last day of each.");
        assertThat(calendars.of(made.school('a')).pupilDaysBetween(LocalDate.of(2026, 8, 1), LocalDate.of(2027, 7, 31)))
                .isEqualTo(193);
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> calendars.of("nowhere")).hasMessage("There is no school nowhere.");
        assertThatThrownBy(() -> calendars.enterTerms("nowhere", YEAR, TestPartnership.staffordshire2026()))
                .hasMessage("There is no calendar nowhere.");
        assertThatThrownBy(() -> calendars.setStaffMeetingDay("nowhere", DayOfWeek.MONDAY))
                .hasMessage("There is no school nowhere.");
        assertThatThrownBy(() -> calendars.enterDays(Whose.partnership("nowhere"), List.of(open(THURSDAY))))
                .hasMessage("A single day cannot be entered for partnership nowhere.");
        assertThatThrownBy(() -> calendars.enterBlackouts(Whose.country(Country.WALES), List.of()))
                .hasMessage("A blackout cannot be entered for country WALES.");
    }

    @Test
    void aDayThatIsGivenTwiceOrIsNotEnteredIsRefused() {
        Whose school = Whose.school(partnerships.make().school('a'));

        assertThatThrownBy(() -> calendars.enterDays(school, List.of(open(THURSDAY), open(THURSDAY))))
                .hasMessage("Thursday 5 November 2026 is given twice. Say once what is on it.");
        assertThatThrownBy(() -> calendars.removeDay(school, THURSDAY))
                .hasMessage("Nothing is entered for %s on Thursday 5 November 2026.".formatted(school));
    }

    @Test
    void aYearThatIsNotEnteredIsNamedWithNameAndIdOfTheSchool() {
        Made made = partnerships.make();
        SchoolCalendar calendar = calendars.of(made.school('a'));

        assertThatThrownBy(() -> calendar.forward(LocalDate.of(2028, 8, 1)))
                .isInstanceOf(YearNotEntered.class)
                .hasMessageStartingWith("The term dates of 2028/29 for School a %s (%s) are not entered."
                        .formatted(made.id(), made.school('a')));
    }

    @Test
    void blackoutsAreInheritedAndASchoolsOwnAddToThem() {
        Made made = partnerships.make();
        Blackout tests = new Blackout(
                LocalDate.of(2027, 5, 10), LocalDate.of(2027, 5, 13), "Key stage 2 tests", Optional.of("PRIMARY"));
        Blackout exams = new Blackout(
                LocalDate.of(2027, 5, 10), LocalDate.of(2027, 6, 25), "Examinations", Optional.of("SECONDARY"));
        Blackout openWeek = new Blackout(LocalDate.of(2027, 6, 14), LocalDate.of(2027, 6, 18), "Open week");
        Blackout conference = new Blackout(LocalDate.of(2027, 2, 4), LocalDate.of(2027, 2, 5), "Conference");

        calendars.enterBlackouts(Whose.calendar(made.id()), List.of(tests, exams));
        calendars.enterBlackouts(Whose.calendar(made.id()), List.of(exams));
        calendars.enterBlackouts(Whose.school(made.school('a')), List.of(openWeek));
        calendars.enterBlackouts(Whose.partnership(made.id()), List.of(conference));

        SchoolCalendar calendar = calendars.of(made.school('a'));
        assertThat(calendar.blackoutOn(tests.firstDay())).contains(tests);
        assertThat(calendar.blackoutOn(openWeek.firstDay())).contains(openWeek);
        assertThat(calendar.blackoutOn(LocalDate.of(2027, 6, 21))).isEmpty();
        assertThat(calendar.blackoutOn(conference.firstDay())).isEmpty();
        assertThat(calendars.of(made.school('b')).blackoutOn(openWeek.firstDay()))
                .isEmpty();
        assertThat(calendars.blackoutsOf(made.id())).containsExactly(conference);

        calendars.removeBlackout(Whose.calendar(made.id()), tests);
        calendars.removeBlackout(Whose.partnership(made.id()), conference);
        assertThat(calendars.of(made.school('a')).blackoutOn(tests.firstDay())).isEmpty();
        assertThat(calendars.blackoutsOf(made.id())).isEmpty();
        assertThatThrownBy(() -> calendars.removeBlackout(Whose.calendar(made.id()), tests))
                .hasMessageContaining("no blackout Key stage 2 tests from Monday 10 May 2027");
        assertThatThrownBy(() -> calendars.enterBlackouts(Whose.school(made.school('a')), List.of(tests)))
                .hasMessage("A blackout of one school concerns the whole school. Enter it without a phase.");
    }

    @Test
    void theWeekdayOfTheStaffMeetingIsKeptAndTakenBack() {
        String school = partnerships.make().school('a');

        calendars.setStaffMeetingDay(school, DayOfWeek.WEDNESDAY);
        assertThat(calendars.of(school).staffMeetingIn(LocalDate.of(2026, 10, 22), LocalDate.of(2026, 11, 10)))
                .contains(LocalDate.of(2026, 11, 4));

        calendars.removeStaffMeetingDay(school);
        assertThat(calendars.of(school).staffMeetingDay()).isEmpty();
    }

    @Test
    void everyChangeTellsWhoseCalendarChangedWithinItsTransaction() {
        Made made = partnerships.make();
        Set<String> all = Set.of(made.school('a'), made.school('b'), made.school('c'), made.school('d'));
        Set<String> one = Set.of(made.school('a'));
        Whose calendar = Whose.calendar(made.id());
        Whose school = Whose.school(made.school('a'));
        Blackout blackout = new Blackout(THURSDAY, THURSDAY, "Open day");

        assertThat(changedBy(() -> calendars.enterTerms(made.id(), YEAR, TestPartnership.staffordshire2026())))
                .isEqualTo(all);
        assertThat(changedBy(() -> calendars.enterDays(calendar, List.of(open(THURSDAY)))))
                .isEqualTo(all);
        assertThat(changedBy(() -> calendars.removeDay(calendar, THURSDAY))).isEqualTo(all);
        assertThat(changedBy(() -> calendars.enterBlackouts(calendar, List.of(blackout))))
                .isEqualTo(all);
        assertThat(changedBy(() -> calendars.enterBlackouts(Whose.partnership(made.id()), List.of(blackout))))
                .isEqualTo(all);
        assertThat(changedBy(() -> calendars.removeBlackout(calendar, blackout)))
                .isEqualTo(all);
        assertThat(changedBy(
                        () -> calendars.enterOwnTerms(made.school('a'), YEAR, TestPartnership.staffordshire2026())))
                .isEqualTo(one);
        assertThat(changedBy(() -> calendars.removeOwnTerms(made.school('a'), YEAR)))
                .isEqualTo(one);
        assertThat(changedBy(() -> calendars.enterInsetDays(made.school('a'), List.of(THURSDAY))))
                .isEqualTo(one);
        assertThat(changedBy(() -> calendars.removeDay(school, THURSDAY))).isEqualTo(one);
        assertThat(changedBy(() -> calendars.setStaffMeetingDay(made.school('a'), DayOfWeek.MONDAY)))
                .isEqualTo(one);
    }

    @Test
    void aDayOfACountryConcernsAllItsSchools() {
        Made made = scottish();
        Whose scotland = Whose.country(Country.SCOTLAND);
        LocalDate saturday = LocalDate.of(2026, 11, 7);

        assertThat(changedBy(
                        () -> calendars.enterDays(scotland, List.of(new CalendarDay(saturday, Kind.CLOSED, "Once")))))
                .contains(made.school('a'), made.school('b'));
        assertThat(changedBy(() -> calendars.removeDay(scotland, saturday))).contains(made.school('a'));
    }

    @Test
    void calendarsOfManySchoolsTakeFourStatements() {
        Made one = partnerships.make();
        Made other = scottish();
        List<String> schools = List.of(
                one.school('a'),
                one.school('b'),
                one.school('c'),
                other.school('a'),
                other.school('b'),
                one.school('a'));

        // Besides, one looks which state of the register is in force.
        assertThat(CountedStatements.during(() -> calendars.ofAll(schools))).isEqualTo(1 + 4);
        assertThat(calendars.ofAll(schools)).hasSize(5);
        assertThat(CountedStatements.during(() -> calendars.ofAll(schools))).isEqualTo(1);
    }

    /** Schools a and b of a Scottish authority, in no partnership. */
    private Made scottish() {
        Made made = new Made("s" + Long.toString(System.nanoTime(), 36));
        calendars.add(made.id(), "Edinburgh", Country.SCOTLAND);
        calendars.enterTerms(
                made.id(),
                YEAR,
                List.of(
                        new Term(LocalDate.of(2026, 8, 12), LocalDate.of(2026, 12, 18)),
                        new Term(LocalDate.of(2027, 1, 5), LocalDate.of(2027, 6, 25))));
        for (char letter : "ab".toCharArray()) {
            schools.add(School.of(
                    made.school(letter), "School", Phase.PRIMARY, 200, made.id(), "1 School Lane", "01632 960001"));
        }
        return made;
    }

    private boolean isPupilDay(Made made, char letter, LocalDate day) {
        return calendars.of(made.school(letter)).isPupilDay(day);
    }

    private static CalendarDay open(LocalDate day) {
        return new CalendarDay(day, Kind.OPEN, "Open");
    }

    /** The schools named by the one event that {@code change} publishes. */
    private Set<String> changedBy(Runnable change) {
        List<CalendarChanged> published = new ArrayList<>();
        ApplicationListener<PayloadApplicationEvent<CalendarChanged>> listener =
                ApplicationListener.forPayload(event -> {
                    assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                            .isTrue();
                    published.add(event);
                });
        application.addApplicationListener(listener);
        try {
            change.run();
        } finally {
            application.removeApplicationListener(listener);
        }
        assertThat(published).hasSize(1);
        return published.get(0).schools();
    }
}
