package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.TeamRule;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** P16: three schools are present at a review, the host and at least two others, unless the partnership has another rule. */
@ApplicationTest
class WhereReviewersComeFromTest {

    @Autowired
    TestPartnership partnerships;

    @Autowired
    StartReview start;

    @Autowired
    Teams teams;

    @Autowired
    Reviews reviews;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void aDayInSeptember() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 4), LocalTime.of(9, 0)));
    }

    @Test
    void reviewersOfOneSchoolOnlyAreRefusedInWords() {
        Made made = partnerships.make();

        assertThatThrownBy(() -> start.as(team(made, made.deputy('b'))))
                .isInstanceOf(TeamRefused.class)
                .hasMessage("Its reviewers come from 1 school besides the host, and this partnership sends them from at"
                        + " least 2. Please change the team, or give the reason for another one.");
        assertThat(start.as(team(made, made.deputy('c')))).isNotBlank();
    }

    @Test
    void withAReasonTheyComeAndTheReasonStaysInTheRecord() {
        Made made = partnerships.make();

        String reference = start.as(team(made, made.deputy('b'))
                .withOtherTeam(new OtherTeam("Nobody else knows the sixth form.", made.lead())));

        assertThat(teams.otherOf(reviews.of(reference)))
                .map(Teams.Other::reason)
                .contains("Nobody else knows the sixth form.");
    }

    @Test
    void aPartnershipMayHaveAnotherRule() {
        Made made = partnerships.make(200, new TeamRule(Optional.of(2), 1));

        assertThat(start.as(team(made, made.deputy('b')))).isNotBlank();
    }

    private static PlannedReview team(Made made, String peer) {
        return new PlannedReview(
                made.id(),
                made.school('a'),
                "A focus",
                TestPartnership.VISIT,
                TestPartnership.VISIT,
                Map.of(),
                Map.of(Duty.LEAD_REVIEWER, List.of(made.leadReviewer()), Duty.PEER_REVIEWER, List.of(peer)));
    }
}
