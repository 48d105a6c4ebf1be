package org.criticalfriend.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.criticalfriend.buffering.Withdrawals;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Post;
import org.criticalfriend.testing.Post.Delivered;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people say by the links in their mails, without signing in. */
@ApplicationTest
class AnswersByMailTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario people;

    @Autowired
    Timers timers;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    List<MorningMails> morningMails;

    @Autowired
    PersonalLinks links;

    @Autowired
    Post post;

    @Autowired
    MovableClock clock;

    private Made made;
    private String reference;

    @BeforeEach
    void aReviewIsPlanned() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(21), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        people.holdPlanningMeeting(made, reference);
        people.prepareQuestions(made, reference);
    }

    @Test
    void openingALinkChangesNothingAndItsButtonWorksOnce() {
        String link = link("questions-issued", made.hostHead());

        for (int times = 0; times < 2; times++) {
            assertThat(stranger().get(link).body())
                    .contains("The questions for the visit", "I have seen the questions");
            assertThat(stranger().send("HEAD", link, null, null).status()).isEqualTo(200);
        }
        assertThat(reviewPageOf(made.peerReviewer())).doesNotContain("Questions seen by");

        assertThat(stranger().postWithoutToken(link, Map.of()).body())
                .contains("Thank you")
                .doesNotContain("<button");
        assertThat(reviewPageOf(made.peerReviewer()))
                .contains("Questions seen by %s on Thursday 17 September 2026"
                        .formatted(TestPartnership.nameOf(made.hostHead())));

        assertThat(stranger().postWithoutToken(link, Map.of()).body()).contains("This is done already");
        assertThat(stranger().get(link).body()).contains("This is done already").doesNotContain("<button");
    }

    @Test
    void theOfficeDoesNotSeeWhoHasConfirmedWhat() {
        stranger().postWithoutToken(link("questions-issued", made.hostHead()), Map.of());

        assertThat(reviewPageOf(partnerships.office(made, 'a'))).doesNotContain("Questions seen by");
    }

    @Test
    void aForgedLinkSaysSoInAFriendlyWay() {
        String link = link("questions-issued", made.hostHead());
        String[] parts = link.substring("/link/".length()).split("\\.");
        String others = links.url(
                "questions-seen", reference, made.lead(), clock.instant().plusSeconds(60));
        String othersSaid = others.substring(others.indexOf("/link/") + 6).split("\\.")[0];

        for (String forged : List.of(
                parts[0], parts[0] + ".", othersSaid + "." + parts[1], parts[0] + "x." + parts[1], "x.y.z", "%20")) {
            Browser.Page page = stranger().get("/link/" + forged);
            assertThat(page.status()).as(forged).isEqualTo(404);
            assertThat(page.body())
                    .as(forged)
                    .contains("This link cannot be read")
                    .doesNotContain("<button");
            assertThat(stranger().postWithoutToken("/link/" + forged, Map.of()).status())
                    .as(forged)
                    .isEqualTo(404);
        }
    }

    @Test
    void aLinkEnds() {
        String link = link("questions-issued", made.hostHead());

        clock.moveTo(clock.instant().plus(Duration.ofDays(28)));

        assertThat(stranger().postWithoutToken(link, Map.of()).body()).contains("This link is over");
        assertThat(reviewPageOf(made.peerReviewer())).doesNotContain("Questions seen by");
    }

    @Test
    void nobodyElseLearnsOfALink() {
        Browser browser = stranger();
        Browser.Page page = browser.get(link("questions-issued", made.hostHead()));

        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(how -> assertThat(how).contains("no-store"));
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void whoCannotComeSaysSoAndWhoeverIsInChargeHearsItAtOnce() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(3), LocalTime.of(8, 0)));
        morningMails.forEach(mails -> mails.tell(SchoolTime.today(clock)));
        String link = link("visit-soon", made.peerReviewer());

        assertThat(stranger().get(link).body()).contains("You cannot come to the visit?", "Nobody asks why");
        assertThat(post.deliver(made)).isEmpty();
        assertThat(stranger().postWithoutToken(link, Map.of()).body()).contains("Thank you for saying so");

        List<Delivered> told = post.deliver(made).stream()
                .filter(one -> one.recipient().equals(made.lead()) && one.mail() != null)
                .toList();
        assertThat(told).extracting(Delivered::occasion).contains("seat-is-vacant");
        assertThat(told).anySatisfy(one -> assertThat(one.mail().text())
                .contains(TestPartnership.nameOf(made.peerReviewer()) + " cannot come as peer reviewer."));
        Browser left = stranger();
        left.signIn(made.peerReviewer(), TestPartnership.PASSWORD);
        assertThat(left.get("/review/" + reference + "/team").status()).isEqualTo(404);
    }

    @Test
    void onlyStandInsAreAskedToAnswerOnceAndTheirAnswerIsKept() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(14), LocalTime.of(8, 0)));
        morningMails.forEach(mails -> mails.tell(SchoolTime.today(clock)));
        timers.fire("stand-ins", reference, "StandInsAreAsked");
        List<Delivered> told = post.deliver(made).stream()
                .filter(one -> one.mail() != null)
                .filter(one ->
                        one.occasion().equals("visit-ahead") || one.template().equals("task/ConfirmDate"))
                .toList();

        assertThat(told)
                .filteredOn(one -> one.occasion().equals("visit-ahead"))
                .allSatisfy(one -> assertThat(one.mail().text()).contains("There is nothing to answer"))
                .extracting(Delivered::recipient)
                .containsExactlyInAnyOrder(made.leadReviewer(), made.peerReviewer(), made.champion());
        assertThat(told)
                .filteredOn(one -> one.mail().text().contains("I keep the day free"))
                .extracting(Delivered::recipient)
                .containsExactlyInAnyOrder(made.deputy('d'), made.teacher('d'));

        stranger().postWithoutToken(linkIn(told, made.deputy('d'), 0), Map.of());
        stranger().postWithoutToken(linkIn(told, made.teacher('d'), 1), Map.of());

        assertThat(reviewPageOf(made.lead()))
                .contains("Day kept free by " + TestPartnership.nameOf(made.deputy('d')))
                .contains("Somebody is looked for", "as spare Improvement Champion");
        assertThat(people.open(reference, "ConfirmDate", made.deputy('d'))).isNull();
        assertThat(people.open(reference, "ConfirmDate", made.teacher('d'))).isNull();
    }

    private static String linkIn(List<Delivered> told, String person, int which) {
        return told.stream()
                .filter(one -> one.recipient().equals(person))
                .findFirst()
                .orElseThrow()
                .paths("/link/")
                .get(which);
    }

    @Test
    void whoIsNotOnTheReviewAnyMoreSaysNothingAboutIt() {
        String link = link("visit-planned", made.peerReviewer());

        withdrawals.withdraw(reference, made.peerReviewer());

        assertThat(stranger().get(link).body())
                .contains("This is not asked any more")
                .doesNotContain("<button");
        stranger().postWithoutToken(link, Map.of());
        assertThat(reviewPageOf(made.leadReviewer())).doesNotContain("Plan of the visit seen by");
    }

    private String link(String occasion, String person) {
        return post.deliver(made).stream()
                .filter(one ->
                        one.occasion().equals(occasion) && one.recipient().equals(person))
                .findFirst()
                .orElseThrow()
                .paths("/link/")
                .get(0);
    }

    private Browser stranger() {
        return new Browser(port);
    }

    private String reviewPageOf(String person) {
        Browser browser = stranger();
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser.get("/review/" + reference).body();
    }
}
