package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The days of the packaged lead times, worked out by hand on the calendar of Staffordshire 2026/27. Half-term begins after Friday
 * 23 October. Steps before a visit count from its first day, those after it from its last.
 */
@ApplicationTest
class WhenStepsAreDueTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 10, 6);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 10, 8);

    @Autowired
    TestPartnership partnerships;

    @Autowired
    StartReview start;

    @Autowired
    Reviews reviews;

    @Autowired
    Deadlines deadlines;

    @Autowired
    MovableClock clock;

    private Made made;

    @BeforeEach
    void aPartnership() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 7), LocalTime.of(9, 0)));
        made = partnerships.make();
    }

    @ParameterizedTest
    @CsvSource({
        "CompleteSelfReview, 2026-09-10",
        "PlanningMeeting, 2026-09-24",
        "PlanningMeetingLate, 2026-09-28",
        "PlanningGate, 2026-09-30",
        "PrepareQuestions, 2026-09-30",
        "IssueQuestions, 2026-10-01",
        "QuestionsLate, 2026-10-05",
        "PrepareForVisit, 2026-10-07",
        "PresentFeedback, 2026-10-09",
        "WriteReport, 2026-10-15",
        "ReportLate, 2026-10-19",
        "WorkshopEarliest, 2026-10-13",
        "WorkshopLatest, 2026-10-19",
        "ReflectionDeadline, 2026-10-22",
        "ReflectionDeadlinePassed, 2026-10-23",
        "FollowUp, 2026-12-03",
        "FollowUpLate, 2026-12-10"
    })
    void ofAVisitOnOneDay(String step, LocalDate day) {
        assertThat(dates(THURSDAY, THURSDAY).day(step)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "PlanningMeeting, 2026-09-22",
        "QuestionsLate, 2026-10-01",
        "VisitDayArrives, 2026-10-06",
        "PresentFeedback, 2026-10-08",
        "WriteReport, 2026-10-14",
        "ReflectionDeadline, 2026-10-21"
    })
    void ofAVisitOnTwoDays(String step, LocalDate day) {
        assertThat(dates(TUESDAY, TUESDAY.plusDays(1)).day(step)).isEqualTo(day);
    }

    private ReviewDates dates(LocalDate first, LocalDate last) {
        String reference = start.as(new PlannedReview(
                made.id(),
                made.school('a'),
                "A focus",
                first,
                last,
                Map.of(),
                Map.of(
                        Duty.LEAD_REVIEWER, List.of(made.leadReviewer()),
                        Duty.PEER_REVIEWER, List.of(made.peerReviewer()))));
        return deadlines.of(reviews.of(reference));
    }
}
