package org.criticalfriend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.review.ProposedDates;
import org.criticalfriend.review.ProposedDates.Proposal;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.OwnLeadTimes;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Story 6: a partnership holds its planning meetings two calendar weeks ahead. For a visit on 5 November, right after half-term, that
 * is the day on which the questions are to be with the host.
 */
@ApplicationTest
class Story06PlanningAndQuestionsOnOneDayTest {

    private static final LocalDate VISIT = LocalDate.of(2026, 11, 5);

    @Autowired
    TestPartnership partnerships;

    @Autowired
    OwnLeadTimes leadTimes;

    @Autowired
    ProposedDates proposed;

    @Autowired
    RepositoryService repository;

    @Autowired
    MovableClock clock;

    private Made made;
    private Deployment ofTheirOwn;

    @BeforeEach
    void theyPlanTwoWeeksAhead() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        ofTheirOwn = leadTimes.row(made.id(), "PlanningMeeting", "VISIT_FIRST", -14, "CALENDAR_DAYS", "BACK", "15:45");
    }

    @AfterEach
    void takeBack() {
        repository.deleteDeployment(ofTheirOwn.getId(), true);
    }

    @Test
    void beforeTheReviewIsPlannedTheyReadThatThereIsNoGap() {
        Proposal proposal = proposed.forVisit(made.id(), made.school('a'), VISIT, VISIT);

        assertThat(proposal.planningMeeting()).isEqualTo(LocalDate.of(2026, 10, 22));
        assertThat(proposal.questionsIssued()).isEqualTo(LocalDate.of(2026, 10, 22));
        assertThat(proposal.warnings())
                .containsExactly(
                        "There is no gap between the planning meeting, Thursday 22 October 2026, and the issue of"
                                + " the questions, Thursday 22 October 2026.");
    }

    @Test
    void aWeekLaterThereIsAGapAndNothingToSay() {
        LocalDate later = VISIT.plusWeeks(2);

        Proposal proposal = proposed.forVisit(made.id(), made.school('a'), later, later);

        assertThat(proposal.planningMeeting()).isBefore(proposal.questionsIssued());
        assertThat(proposal.warnings()).isEmpty();
    }

    @Test
    void anotherPartnershipKeepsTheUsualLeadTimes() {
        Made others = partnerships.make();

        assertThat(proposed.forVisit(others.id(), others.school('a'), VISIT, VISIT)
                        .planningMeeting())
                .isEqualTo(LocalDate.of(2026, 10, 15));
    }
}
