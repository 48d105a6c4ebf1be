package org.criticalfriend.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.TeamRule;
import org.criticalfriend.review.OtherTeam;
import org.criticalfriend.review.PlannedReview;
import org.criticalfriend.review.ReviewKind;
import org.criticalfriend.review.ReviewsAtAGlance;
import org.criticalfriend.review.StartReview;
import org.criticalfriend.review.TeamRefused;
import org.criticalfriend.review.TeamSize;
import org.criticalfriend.review.TeamSizes;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Story 23: a school of 60 pupils is visited by two, and nobody comes along to learn. */
@ApplicationTest
class Story23SmallSchoolTest {

    private static final LocalDate VISIT = TestPartnership.VISIT;

    @Autowired
    StartReview start;

    @Autowired
    TeamSizes sizes;

    @Autowired
    ReviewsAtAGlance glance;

    @Autowired
    JdbcClient database;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    MovableClock clock;

    private Made made;

    @BeforeEach
    void aPartnershipOfSmallSchoolsTakesTeamsByRoll() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 4), LocalTime.of(9, 0)));
        made = partnerships.make(60, TeamRule.DEFAULT);
    }

    @Test
    void itsTeamIsTwoReviewersForHalfADayWithoutAssociates() {
        TeamSize size = sizes.of(made.id(), made.school('a'), ReviewKind.SCHOOL);

        assertThat(size.reviewers()).isEqualTo(2);
        assertThat(size.days()).isEqualByComparingTo("0.5");
        assertThat(size.associates()).isZero();
    }

    @Test
    void twoReviewersAreSentWithoutAnyReason() {
        start.as(team(List.of(made.peerReviewer()), List.of()));

        assertThat(glance.seenBy(made.hostHead())).hasSize(1);
        assertThat(reasons()).isEmpty();
    }

    @Test
    void aThirdReviewerIsRefusedInWords() {
        refused(
                team(List.of(made.peerReviewer(), made.head('d')), List.of()),
                "The team for School a %s, a school of 60 pupils, is of 2 reviewers, and this one is of 3. Please change the team, or give the reason for another one."
                        .formatted(made.id()));
    }

    @Test
    void oneReviewerAloneIsRefusedInWords() {
        refused(team(List.of(), List.of()), "is of 2 reviewers, and this one is of 1.");
    }

    @Test
    void anAssociateIsRefusedInWords() {
        refused(
                team(List.of(made.peerReviewer()), List.of(made.teacher('d'))),
                "a school of 60 pupils, takes no associates, and this team brings 1.");
    }

    @Test
    void withAReasonAThirdReviewerComesAndTheReasonStaysInTheRecord() {
        start.as(team(List.of(made.peerReviewer(), made.head('d')), List.of())
                .withOtherTeam(new OtherTeam("A lead in training goes along.", made.lead())));

        assertThat(glance.seenBy(made.hostHead())).hasSize(1);
        assertThat(reasons()).containsExactly("A lead in training goes along.");
        assertThat(database.sql("select act from audit where person = ? and subject = 'OtherTeam'")
                        .param(made.lead())
                        .query(String.class)
                        .list())
                .containsExactly("CHANGED");
    }

    @Test
    void whatThePlanDoesNotUseIsNotKept() {
        start.as(team(List.of(made.peerReviewer()), List.of())
                .withOtherTeam(new OtherTeam("Nobody needs this.", made.lead())));

        assertThat(reasons()).isEmpty();
    }

    @Test
    void moreThanTwoAssociatesComeToNoVisitWhateverTheReason() {
        refused(
                team(List.of(made.peerReviewer()), List.of(made.teacher('d'), made.teacher('c'), made.deputy('d')))
                        .withOtherTeam(new OtherTeam("They would like to.", made.lead())),
                "No visit takes more than 2 associates. Please leave some of the 3 out.");
    }

    private void refused(PlannedReview plan, String words) {
        assertThatThrownBy(() -> start.as(plan)).isInstanceOf(TeamRefused.class).hasMessageContaining(words);
        assertThat(glance.seenBy(made.hostHead())).isEmpty();
    }

    private PlannedReview team(List<String> peers, List<String> associates) {
        return new PlannedReview(
                made.id(),
                made.school('a'),
                "A focus",
                VISIT,
                VISIT,
                Map.of(),
                Map.of(
                        Duty.LEAD_REVIEWER,
                        List.of(made.leadReviewer()),
                        Duty.PEER_REVIEWER,
                        peers,
                        Duty.ASSOCIATE,
                        associates,
                        Duty.IMPROVEMENT_CHAMPION,
                        List.of(made.champion())));
    }

    private List<String> reasons() {
        return database.sql(
                        "select o.reason from other_team o join review r on r.id = o.review where r.partnership = ?")
                .param(made.id())
                .query(String.class)
                .list();
    }
}
