package org.criticalfriend.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.criticalfriend.partnership.Absences;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.Post;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What pages and mails say of a change of plan, and to whom. */
@ApplicationTest
@Tag("database")
class ChangePageTest {

    private static final String WAITS = "The review waits; its invitations are cancelled until it has a new day.";

    @LocalServerPort
    int port;

    @Autowired
    Buffered people;

    @Autowired
    Changes changes;

    @Autowired
    Absences absences;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Post post;

    private Review review;

    @BeforeEach
    void aReviewIsPlanned() {
        review = people.planned();
    }

    @Test
    void whoeverAsksReadsThatTheReviewWaitsOrThatEverythingStays() {
        assertThat(asked(review.made().leadReviewer(), "POSTPONE"))
                .contains("Until then everything stays as it is.")
                .doesNotContain(WAITS);

        review = people.planned();

        assertThat(asked(review.made().hostHead(), "OFSTED")).contains(WAITS).doesNotContain("everything stays");
    }

    @Test
    void whoeverDecidesReadsThatTheReviewWaits() {
        UUID change = changes.ask(review.reference(), "OFSTED", review.made().hostHead());

        assertThat(page(review.made().lead(), "/change/" + change))
                .contains(WAITS, "Nothing else has changed yet.", "waits for a new day; the visit was to be on");
    }

    @Test
    void whoIsIllReadsWhatThePressDoes() {
        assertThat(page(review.made().peerReviewer(), path()))
                .contains(
                        "You are off every seat of yours on this review at once", "you do not see the review any more");
    }

    @Test
    void whoeverDecidesReadsWhoseSeatItIsAndAfterwardsWhatWasChosen() {
        UUID change = changes.askForSomebodyElse(
                review.reference(), Duty.PEER_REVIEWER, review.made().lead());
        String seat = "Somebody else on the team: peer reviewer, at present %s."
                .formatted(TestPartnership.nameOf(review.made().peerReviewer()));
        assertThat(page(review.made().lead(), "/change/" + change)).contains(seat);
        assertThat(page(review.made().lead(), path())).contains(seat, "Asked for by");

        changes.choose(change, changes.first(change, "SMALLER"));

        String chosen = "The plan has changed: the review goes ahead with a smaller team.";
        assertThat(page(review.made().lead(), "/change/" + change))
                .contains("Somebody else on the team: peer reviewer.", chosen);
        assertThat(page(review.made().lead(), path())).contains(chosen);
    }

    @Test
    void theFormSaysWhatIsMeantAndLabelsWhatStandsInOneColumn() {
        changes.askForSomebodyElse(
                review.reference(), Duty.PEER_REVIEWER, review.made().lead());

        Map<String, Object> form =
                scenario.form(people.tasksAt(review, "DecideOnChange").get(0));

        assertThat(form.get("what").toString())
                .contains(
                        TestPartnership.nameOf(review.made().peerReviewer()),
                        "Asked for by %s on "
                                .formatted(TestPartnership.nameOf(review.made().lead())));
        assertThat(form.get("waysOut").toString())
                .contains("Price: No cover for this seat.", "Price: Cover at")
                .doesNotContain("No change.");
    }

    @Test
    void onlyThoseInChargeReadWhoIsIll() {
        String ill = TestPartnership.nameOf(review.made().peerReviewer());
        changes.ask(review.reference(), "ILLNESS", review.made().peerReviewer());

        assertThat(page(review.made().lead(), path())).contains("Asked for so far", ill);
        assertThat(page(review.made().hostHead(), path())).doesNotContain("Asked for so far", ill);
    }

    @Test
    void aReviewThatWaitedAndIsCancelledIsMailedAndShownAsCancelled() {
        UUID change = changes.ask(review.reference(), "OFSTED", review.made().hostHead());
        post.deliver(review.made());

        changes.choose(change, changes.first(change, "CANCEL"));

        assertThat(post.deliver(review.made()))
                .filteredOn(one -> one.occasion().equals(ChangeLetters.DECIDED))
                .singleElement()
                .satisfies(one -> assertThat(one.mail().text())
                        .contains("The plan has changed: the review is cancelled.")
                        .doesNotContain("As soon as there is one"));
        assertThat(page(review.made().lead(), "/change/" + change))
                .contains("cancelled; the visit was to be on", "the review is cancelled")
                .doesNotContain("waits for a new day");
    }

    @Test
    void whatIsToBeDecidedStandsOnThePageOfTheReviewForThoseInChargeOnly() {
        changes.ask(review.reference(), "POSTPONE", review.made().hostHead());

        assertThat(page(review.made().lead(), "/review/" + review.reference()))
                .contains(
                        "Needs a decision",
                        "Decide on the change of plan",
                        "/task/"
                                + people.tasksAt(review, "DecideOnChange")
                                        .get(0)
                                        .getId());
        for (String other : List.of(review.made().hostHead(), review.made().leadReviewer())) {
            assertThat(page(other, "/review/" + review.reference()))
                    .doesNotContain("Needs a decision", "Decide on the change");
        }
    }

    @Test
    void whoIsAwayHasTheDecisionHandedOn() {
        UUID change = changes.ask(review.reference(), "POSTPONE", review.made().hostHead());
        assertThat(changes.decider(change)).contains(review.made().lead());

        absences.enter(
                review.made().lead(),
                TestPartnership.VISIT.minusDays(24),
                TestPartnership.VISIT.minusDays(20),
                review.made().lead());

        assertThat(changes.decider(change)).contains(review.made().deputyLead());
    }

    private String path() {
        return "/review/%s/change".formatted(review.reference());
    }

    private String asked(String person, String kind) {
        Browser browser = signedIn(person);
        browser.get(path());
        return browser.get(browser.post(path(), Map.of("kind", kind)).location())
                .body();
    }

    private String page(String person, String path) {
        return signedIn(person).get(path).body();
    }

    private Browser signedIn(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser;
    }
}
