package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.testing.Answers;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class IssuedQuestionsTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    MovableClock clock;

    @Autowired
    Timers timers;

    @Autowired
    IssuedQuestions questions;

    @Autowired
    Roles roles;

    private Made made;
    private String reference;

    @BeforeEach
    void questionsArePreparedButNotIssued() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(21), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        Rest lead = new Rest(port, made.leadReviewer());
        lead.complete(
                lead.task(reference, "HoldPlanningMeeting", made.leadReviewer()),
                Answers.planningMeeting("2026-09-17"));
        lead.complete(lead.task(reference, "PrepareQuestions", made.leadReviewer()), Answers.questions());
    }

    @Test
    void nobodySeesThemBeforeTheyAreIssued() {
        assertThat(questions.seenBy(made.hostHead())).isEmpty();
        assertThat(questions.seenBy(made.leadReviewer())).isEmpty();
    }

    @Test
    void onceIssuedTheHostsHeadAndSeniorTeamAndTheTeamSeeThemAndNobodyElse() {
        timers.runWaiting(reference);

        assertThat(questions.seenBy(made.hostHead())).singleElement().satisfies(visit -> {
            assertThat(visit.drivingQuestion())
                    .isEqualTo("How well do children explain their thinking in mathematics?");
            assertThat(visit.questions()).hasSize(2);
        });
        assertThat(questions.seenBy(made.deputy('a'))).hasSize(1);
        assertThat(questions.seenBy(made.peerReviewer())).hasSize(1);
        assertThat(questions.seenBy(made.teacher('a'))).isEmpty();
        assertThat(questions.seenBy(made.head('c'))).isEmpty();
        assertThat(questions.seenBy(made.lead())).isEmpty();
        assertThat(questions.seenBy(partnerships.make().hostHead())).isEmpty();
    }

    @Test
    void whoLeadsAnotherSchoolTooSeesThoseOfTheSchoolsTheyLeadOnly() {
        String ofAnotherPartnership = partnerships.make().head('b');
        roles.appoint(RoleHeld.in(made.school('a'), Role.HEAD, ofAnotherPartnership));
        roles.appoint(RoleHeld.in(made.school('d'), Role.SENIOR_TEAM, made.teacher('a')));

        timers.runWaiting(reference);

        assertThat(questions.seenBy(ofAnotherPartnership)).hasSize(1);
        assertThat(questions.seenBy(made.teacher('a'))).isEmpty();
    }
}
