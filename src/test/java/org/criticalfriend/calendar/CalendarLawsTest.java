package org.criticalfriend.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for every calendar and every day, tried on random ones. */
// Edge cases of so many things drawn at once would outnumber the tries.
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class CalendarLawsTest {

    /** A way to get from a day to another, or to the word that a year is missing. */
    private interface Step {
        LocalDate from(SchoolCalendar calendar, LocalDate day, int n);
    }

    /** All ways; those that count nothing ignore n. */
    private enum Way {
        BACK((calendar, day, n) -> calendar.back(day)),
        FORWARD((calendar, day, n) -> calendar.forward(day)),
        PUPIL_DAYS(SchoolCalendar::plus),
        WEEKS(SchoolCalendar::plusWeeks),
        TERM_WEEKS(SchoolCalendar::plusTermWeeks);

        private final Step step;

        Way(Step step) {
            this.step = step;
        }

        /** Empty if a year is missing on the way. */
        Optional<LocalDate> go(SchoolCalendar calendar, LocalDate day, int n) {
            try {
                return Optional.of(step.from(calendar, day, n));
            } catch (YearNotEntered missing) {
                return Optional.empty();
            }
        }
    }

    @Provide
    Arbitrary<DrawnCalendar> whole() {
        return DrawnCalendar.whole("Mill Lane");
    }

    @Provide
    Arbitrary<DrawnCalendar> other() {
        return DrawnCalendar.whole("Hill Top");
    }

    @Provide
    Arbitrary<DrawnCalendar> withGaps() {
        return DrawnCalendar.withGaps("Mill Lane");
    }

    @Provide
    Arbitrary<DrawnCalendar> otherWithGaps() {
        return DrawnCalendar.withGaps("Hill Top");
    }

    @Provide
    Arbitrary<LocalDate> day() {
        return DrawnCalendar.day();
    }

    @Property
    void everyAnswerIsThatOfCountingDayByDay(
            @ForAll("withGaps") DrawnCalendar drawn,
            @ForAll("day") LocalDate day,
            @ForAll("day") LocalDate to,
            @ForAll @IntRange(min = -220, max = 220) int days,
            @ForAll @IntRange(min = -45, max = 45) int weeks) {
        SchoolCalendar calendar = drawn.calendar();
        DayByDay plain = drawn.dayByDay();

        assertThat(answer(() -> calendar.isPupilDay(day))).isEqualTo(answer(() -> plain.isPupilDay(day)));
        assertThat(answer(() -> calendar.back(day))).isEqualTo(answer(() -> plain.back(day)));
        assertThat(answer(() -> calendar.forward(day))).isEqualTo(answer(() -> plain.forward(day)));
        assertThat(answer(() -> calendar.plus(day, days))).isEqualTo(answer(() -> plain.plus(day, days)));
        assertThat(answer(() -> calendar.plusWeeks(day, weeks))).isEqualTo(answer(() -> plain.plusWeeks(day, weeks)));
        assertThat(answer(() -> calendar.plusTermWeeks(day, weeks)))
                .isEqualTo(answer(() -> plain.plusTermWeeks(day, weeks)));
        assertThat(answer(() -> calendar.pupilDaysBetween(day, to)))
                .isEqualTo(answer(() -> plain.pupilDaysBetween(day, to)));
    }

    @Property
    void noStepEndsOnADayWithoutPupils(
            @ForAll("whole") DrawnCalendar drawn,
            @ForAll("day") LocalDate day,
            @ForAll Way way,
            @ForAll @IntRange(min = -60, max = 60) int n) {
        SchoolCalendar calendar = drawn.calendar();
        int steps = way == Way.PUPIL_DAYS && n == 0 ? 1 : n;

        way.go(calendar, day, steps)
                .ifPresent(end -> assertThat(calendar.isPupilDay(end)).isTrue());
    }

    @Property
    void noStepFromALaterDayEndsEarlier(
            @ForAll("whole") DrawnCalendar drawn,
            @ForAll("day") LocalDate day,
            @ForAll @IntRange(min = 1, max = 40) int later,
            @ForAll Way way,
            @ForAll @IntRange(min = -45, max = 45) int n) {
        SchoolCalendar calendar = drawn.calendar();
        Optional<LocalDate> early = way.go(calendar, day, n);
        Optional<LocalDate> late = way.go(calendar, day.plusDays(later), n);

        if (early.isPresent() && late.isPresent()) {
            assertThat(late.get()).isAfterOrEqualTo(early.get());
        }
    }

    @Property
    void noFurtherStepEndsNearer(
            @ForAll("whole") DrawnCalendar drawn,
            @ForAll("day") LocalDate day,
            @ForAll Way way,
            @ForAll @IntRange(min = -45, max = 45) int n,
            @ForAll @IntRange(min = 1, max = 10) int more) {
        SchoolCalendar calendar = drawn.calendar();
        Optional<LocalDate> near = way.go(calendar, day, n);
        Optional<LocalDate> far = way.go(calendar, day, n + more);

        if (near.isPresent() && far.isPresent()) {
            assertThat(far.get()).isAfterOrEqualTo(near.get());
        }
    }

    @Property
    void aDayLiesBetweenBackAndForward(@ForAll("whole") DrawnCalendar drawn, @ForAll("day") LocalDate day) {
        SchoolCalendar calendar = drawn.calendar();

        Way.BACK.go(calendar, day, 0).ifPresent(back -> assertThat(back).isBeforeOrEqualTo(day));
        Way.FORWARD.go(calendar, day, 0).ifPresent(forward -> assertThat(forward)
                .isAfterOrEqualTo(day));
        assertThat(Way.BACK.go(calendar, day, 0).equals(Way.FORWARD.go(calendar, day, 0)))
                .isEqualTo(calendar.isPupilDay(day));
    }

    @Property
    void pupilDaysThereAndBackGiveTheDayItself(
            @ForAll("whole") DrawnCalendar drawn,
            @ForAll("day") LocalDate day,
            @ForAll @IntRange(min = -200, max = 200) int n) {
        SchoolCalendar calendar = drawn.calendar();

        Way.FORWARD
                .go(calendar, day, 0)
                .ifPresent(start -> Way.PUPIL_DAYS.go(calendar, start, n).ifPresent(end -> {
                    assertThat(calendar.plus(end, -n)).isEqualTo(start);
                    assertThat(calendar.pupilDaysBetween(start, end)).isEqualTo(n);
                }));
    }

    @Property
    void pupilDaysBetweenAddUp(
            @ForAll("whole") DrawnCalendar drawn,
            @ForAll("day") LocalDate from,
            @ForAll("day") LocalDate by,
            @ForAll("day") LocalDate to) {
        SchoolCalendar calendar = drawn.calendar();

        assertThat(calendar.pupilDaysBetween(from, by) + calendar.pupilDaysBetween(by, to))
                .isEqualTo(calendar.pupilDaysBetween(from, to));
        assertThat(calendar.pupilDaysBetween(to, from)).isEqualTo(-calendar.pupilDaysBetween(from, to));
    }

    @Property
    void termWeeksReachAtLeastAsFarAsWeeks(
            @ForAll("whole") DrawnCalendar drawn,
            @ForAll("day") LocalDate day,
            @ForAll @IntRange(min = 0, max = 45) int n) {
        SchoolCalendar calendar = drawn.calendar();

        Way.TERM_WEEKS.go(calendar, day, n).ifPresent(end -> assertThat(end)
                .isAfterOrEqualTo(calendar.plusWeeks(day, n)));
        Way.TERM_WEEKS.go(calendar, day, -n).filter(end -> n > 0).ifPresent(end -> assertThat(end)
                .isBeforeOrEqualTo(calendar.plusWeeks(day, -n)));
    }

    @Property
    void twoSchoolsAreOpenTogetherWhenBothAreOpen(
            @ForAll("whole") DrawnCalendar one, @ForAll("other") DrawnCalendar other, @ForAll("day") LocalDate day) {
        SchoolCalendar ours = one.calendar();
        SchoolCalendar theirs = other.calendar();
        SchoolCalendar both = ours.and(theirs);

        assertThat(both.isPupilDay(day)).isEqualTo(ours.isPupilDay(day) && theirs.isPupilDay(day));
        assertThat(both.isStaffDay(day)).isEqualTo(ours.isStaffDay(day) && theirs.isStaffDay(day));
    }

    @Property
    void twoSchoolsTogetherAreTheSameEitherWayRound(
            @ForAll("withGaps") DrawnCalendar one,
            @ForAll("otherWithGaps") DrawnCalendar other,
            @ForAll("day") LocalDate day,
            @ForAll Way way,
            @ForAll @IntRange(min = -45, max = 45) int n) {
        SchoolCalendar oneWay = one.calendar().and(other.calendar());
        SchoolCalendar otherWay = other.calendar().and(one.calendar());

        assertThat(answer(() -> way.step.from(oneWay, day, n)))
                .isEqualTo(answer(() -> way.step.from(otherWay, day, n)));
        assertThat(answer(() -> oneWay.isStaffDay(day))).isEqualTo(answer(() -> otherWay.isStaffDay(day)));
    }

    @Property
    void stepsAtTwoSchoolsTogetherEndOnPupilDaysOfBoth(
            @ForAll("whole") DrawnCalendar one,
            @ForAll("other") DrawnCalendar other,
            @ForAll("day") LocalDate day,
            @ForAll Way way,
            @ForAll @IntRange(min = 1, max = 30) int n) {
        SchoolCalendar ours = one.calendar();
        SchoolCalendar theirs = other.calendar();

        way.go(ours.and(theirs), day, n).ifPresent(end -> {
            assertThat(ours.isPupilDay(end)).isTrue();
            assertThat(theirs.isPupilDay(end)).isTrue();
        });
    }

    @Property
    void everyClockTimeStaysOnItsDayAndIsKeptUnlessTheClocksSkipIt(
            @ForAll("day") LocalDate drawn,
            @ForAll boolean lastSundayOfAMonthWithClockChange,
            @ForAll @IntRange(min = 0, max = 24 * 60 - 1) int minute) {
        LocalDate day = lastSundayOfAMonthWithClockChange ? clockChangeNear(drawn) : drawn;
        LocalTime time = LocalTime.ofSecondOfDay(minute * 60L);
        boolean skipped = day.getMonth() == Month.MARCH && clockChangeNear(day).equals(day) && time.getHour() == 1;

        ZonedDateTime shown = SchoolTime.at(day, time).atZone(ZoneId.of("Europe/London"));

        assertThat(SchoolTime.dateOf(SchoolTime.at(day, time))).isEqualTo(day);
        assertThat(shown.toLocalTime()).isEqualTo(skipped ? time.plusHours(1) : time);
    }

    /** The last Sunday of March or October: of the month itself if it is one of them. */
    private static LocalDate clockChangeNear(LocalDate day) {
        Month month = day.getMonthValue() <= 6 ? Month.MARCH : Month.OCTOBER;
        return LocalDate.of(day.getYear(), month, 31).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    }

    /** The answer, or the words of the refusal. */
    private static Object answer(Supplier<Object> question) {
        try {
            return question.get();
        } catch (YearNotEntered missing) {
            return missing.getMessage();
        }
    }
}
