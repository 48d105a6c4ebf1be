package org.criticalfriend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.Appointment;
import org.criticalfriend.review.Appointments;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Story 2: the reserve declines as well. The next candidate is asked, then the next, and in the end the partnership lead decides. */
@ApplicationTest
class Story02ReserveDeclinesTooTest {

    @Autowired
    Buffered people;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    MovableClock clock;

    @Autowired
    Appointments appointments;

    private Review review;

    @BeforeEach
    void twoWeeksBeforeTheVisitAReviewerCannotCome() {
        review = people.planned();
        people.cannotCome(review, review.made().peerReviewer());
        assertThat(people.asked(review)).containsExactly(review.reserve());
        assertThat(people.answerBy(review)).containsExactly(clock.instant().plus(Duration.ofDays(1)));
    }

    @Test
    void theNextBestCandidateIsAskedAndAnotherReserveIsLookedFor() {
        people.answer(review, review.reserve(), false);

        List<String> asked = people.asked(review);
        assertThat(asked).as("one for the team, one as the reserve").hasSize(2).doesNotContain(review.reserve());
        assertThat(people.searches(review)).isEqualTo(2);
        assertThat(people.on(review, Duty.RESERVE_REVIEWER)).isEmpty();

        asked.forEach(person -> people.answer(review, person, true));

        assertThat(people.on(review, Duty.PEER_REVIEWER)).isPresent().get().isIn(asked);
        assertThat(people.on(review, Duty.RESERVE_REVIEWER)).isPresent().get().isIn(asked);
        assertThat(people.searches(review)).isZero();
    }

    @Test
    void silenceCountsAsNoAnswerAndTheReserveStaysReserve() {
        people.silence(review);

        assertThat(people.asked(review)).hasSize(1).doesNotContain(review.reserve());
        assertThat(people.on(review, Duty.RESERVE_REVIEWER)).contains(review.reserve());
        assertThat(people.told(review, "stand-in-not-needed")).containsExactly(review.reserve());
    }

    @Test
    void whenAllHaveSaidNoThePartnershipLeadSeesWhyAndLetsTheVisitGoAheadSmaller() {
        people.everybodySaysNo(review);

        Task task = chooseForTheTeam();
        assertThat(task.getAssignee()).isEqualTo(review.made().lead());
        decide(task, Map.of("standInDecision", "SMALLER"));

        assertThat(people.on(review, Duty.PEER_REVIEWER)).isEmpty();
        assertThat(people.told(review, "goes-ahead-smaller"))
                .contains(
                        review.made().leadReviewer(),
                        review.made().hostHead(),
                        review.made().lead());
    }

    @Test
    void thePartnershipLeadAsksSomebodyByHandWhoThenHasATask() {
        people.everybodySaysNo(review);

        String somebody = review.made().head('e');
        decide(chooseForTheTeam(), Map.of("standInDecision", "ASK", "person", somebody));
        assertThat(people.asked(review)).contains(somebody);
        people.answer(review, somebody, true);

        assertThat(people.on(review, Duty.PEER_REVIEWER)).contains(somebody);
    }

    @Test
    void somebodyWhoHasAgreedOnThePhoneHoldsTheSeatAtOnce() {
        people.everybodySaysNo(review);

        String somebody = review.made().head('e');
        decide(chooseForTheTeam(), Map.of("standInDecision", "AGREED", "person", somebody));

        assertThat(people.on(review, Duty.PEER_REVIEWER)).contains(somebody);
        assertThat(people.asked(review)).doesNotContain(somebody);
    }

    @Test
    void aVisitThatIsPutOffMovesAtOnceAndEverybodyMayBeAskedAgain() {
        people.everybodySaysNo(review);

        LocalDate later = TestPartnership.VISIT.plusWeeks(1);
        decide(chooseForTheTeam(), Map.of("standInDecision", "POSTPONE", "newDay", later.toString()));

        assertThat(visit().first()).isEqualTo(later);
        assertThat(people.asked(review)).isNotEmpty();
    }

    @Test
    void aVisitThatGoesVirtualGetsItsLinkAtOnceAndEverybodyMayBeAskedAgain() {
        people.everybodySaysNo(review);

        decide(chooseForTheTeam(), Map.of("standInDecision", "VIRTUAL", "link", "https://meet.example/review"));

        assertThat(visit().link()).contains("https://meet.example/review");
        assertThat(people.asked(review)).isNotEmpty();
        assertThat(people.told(review, "goes-virtual")).contains(review.made().hostHead());
    }

    private Appointment visit() {
        return appointments.of(review.reference()).stream()
                .filter(one -> one.kind() == AppointmentKind.VISIT)
                .findFirst()
                .orElseThrow();
    }

    /** The reserve's seat is looked after as well, in a search and a task of its own. */
    private Task chooseForTheTeam() {
        return people.tasksAt(review, "ChooseStandIn").stream()
                .filter(task -> "peer reviewer".equals(scenario.form(task).get("duty")))
                .findFirst()
                .orElseThrow();
    }

    private void decide(Task task, Map<String, Object> answer) {
        scenario.handIn(task, answer);
    }
}
