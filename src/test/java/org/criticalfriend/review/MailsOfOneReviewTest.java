package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Post;
import org.criticalfriend.testing.Post.Delivered;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The mails of one whole review, by person and kind, against a list that was written beforehand. */
@ApplicationTest
class MailsOfOneReviewTest {

    private static final LocalDate VISIT = TestPartnership.VISIT;
    private static final LocalDate TEN_DAYS_BEFORE = LocalDate.of(2026, 9, 24);
    private static final LocalDate THREE_DAYS_BEFORE = LocalDate.of(2026, 10, 5);

    /** What people typed on the way, apart from the driving question. */
    private static final List<String> CONTENT = List.of(
            "We do it well",
            "We have looked",
            "It goes well",
            "We ask more",
            "We ask one more question",
            "Try it",
            "Reached.");

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario people;

    @Autowired
    Timers timers;

    @Autowired
    MovableClock clock;

    @Autowired
    Post post;

    @Autowired
    VisitsAhead visitsAhead;

    @Autowired
    TellsOfReview tells;

    @Autowired
    Reviews reviews;

    @Autowired
    TransactionTemplate transaction;

    private final List<String> sent = new ArrayList<>();
    private final List<Delivered> all = new ArrayList<>();
    private Made made;
    private String reference;

    @Test
    void areThoseOfTheListAndNoneIsSentTwice() throws IOException {
        walk();

        assertThat(sent)
                .isEqualTo(Files.readAllLines(Path.of("src/test/resources/mails-of-a-review.csv")).stream()
                        .skip(1)
                        .toList());
        assertThat(all).allSatisfy(one -> {
            assertThat(one.nothing()).as(one.toString()).isNull();
            assertThat(one.mail().subject() + one.mail().text()).doesNotContain(CONTENT);
        });
        assertThat(all)
                .filteredOn(one -> !one.template().equals("task/CompleteSelfReview")
                        && !one.template().equals("task/HoldPlanningMeeting")
                        && !one.template().startsWith("invitation/")
                        && !one.template().startsWith("buffering/"))
                .as(
                        "the driving question heads every mail after the planning meeting (G9), but no entry of a calendar, and none"
                                + " to whoever is not on the review any more")
                .allSatisfy(one -> assertThat(one.mail().text()).startsWith("How well?"));

        for (LocalDate day : List.of(TEN_DAYS_BEFORE, TEN_DAYS_BEFORE.plusDays(1), THREE_DAYS_BEFORE, VISIT)) {
            visitsAhead.tell(day);
        }
        transaction.executeWithoutResult(status -> List.of(
                        News.VISIT_PLANNED,
                        News.QUESTIONS_ISSUED,
                        News.REFLECTION_DEADLINE_SET,
                        News.TARGETS_SET,
                        News.ACTION_PLAN_AGREED,
                        News.FOLLOW_UP_HELD)
                .forEach(news -> tells.tell(news, reviews.of(reference))));
        assertThat(post.deliver(made)).isEmpty();
    }

    @Test
    void aCancelledReviewIsToldToItsTeamAndTheHostAndNothingElseIs() {
        clock.moveTo(SchoolTime.at(VISIT.minusDays(21), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, VISIT);
        timers.fire(reference, "PlanningGate");
        people.decideOnVisit(reference, made.lead(), "CANCEL");
        timers.runWaiting(reference);

        List<Delivered> delivered = post.deliver(made);

        assertThat(delivered)
                .filteredOn(one -> one.nothing() == null)
                .allSatisfy(one -> assertThat(one.template()).isEqualTo("review/review-cancelled"))
                .extracting(Delivered::recipient)
                .containsExactlyInAnyOrder(
                        made.hostHead(),
                        made.deputy('a'),
                        made.leadReviewer(),
                        made.peerReviewer(),
                        made.champion(),
                        made.deputy('d'),
                        made.teacher('d'));
        assertThat(delivered)
                .filteredOn(one -> one.nothing() != null)
                .extracting(Delivered::nothing)
                .containsOnly(
                        "The step is done.",
                        "A newer invitation follows.",
                        "The appointment is over.",
                        "They have not been invited, so there is nothing to cancel.");
    }

    private void walk() {
        clock.moveTo(SchoolTime.at(VISIT.minusDays(21), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, VISIT);
        after("the year is published");
        people.completeSelfReview(made, reference);
        people.holdPlanningMeeting(made, reference);
        after("the planning meeting");
        people.prepareQuestions(made, reference);
        after("the questions");
        morning(TEN_DAYS_BEFORE.minusDays(1));
        morning(TEN_DAYS_BEFORE);
        timers.fire("stand-ins", reference, "StandInsAreAsked");
        after("ten school days before the visit");
        List.of(made.deputy('d'), made.teacher('d'))
                .forEach(standIn -> people.handIn(reference, "ConfirmDate", standIn, form -> Map.of("answer", "YES")));
        people.prepareForVisit(made, reference);
        morning(THREE_DAYS_BEFORE.minusDays(3));
        after("nothing");
        morning(THREE_DAYS_BEFORE);
        after("three school days before the visit");
        timers.fire("stand-ins", reference, "VisitMorningComes");
        timers.fire(reference, "VisitDayArrives");
        after("the visit day");
        people.recordEvidence(reference, made.leadReviewer());
        people.recordEvidence(reference, made.peerReviewer());
        people.presentFeedback(made, reference);
        after("the feedback");
        people.writeReport(made, reference);
        after("the report");
        people.checkReport(made, reference, true);
        after("the release");
        timers.fire("stand-ins", reference, "WorkshopMorningComes");
        timers.fire(reference, "WorkshopDayArrives");
        after("the workshop day");
        people.runImprovementWorkshop(made, reference);
        after("the workshop");
        people.reportTargetsToHead(made, reference);
        people.agreeActionPlan(made, reference);
        after("the action plan");
        timers.fire(reference, "FollowUpDayArrives");
        after("the follow-up day");
        people.holdFollowUpMeeting(made, reference);
        after("the follow-up");
    }

    private void morning(LocalDate day) {
        clock.moveTo(SchoolTime.at(day, LocalTime.of(8, 0)));
        visitsAhead.tell(day);
    }

    private void after(String what) {
        Map<String, String> who = Map.of(
                made.hostHead(), "host head",
                made.deputy('a'), "host senior team",
                made.leadReviewer(), "lead reviewer",
                made.peerReviewer(), "peer reviewer",
                made.champion(), "Champion",
                made.deputy('d'), "reserve reviewer",
                made.teacher('d'), "spare Champion");
        List<Delivered> now = post.deliver(made);
        all.addAll(now);
        now.stream()
                .map(one ->
                        "%s,%s,%s".formatted(what, who.getOrDefault(one.recipient(), one.recipient()), one.template()))
                .sorted()
                .forEach(sent::add);
    }
}
