package org.criticalfriend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.change.Changes;
import org.criticalfriend.change.Changes.WayOut;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DayClaims;
import org.criticalfriend.review.Appointment;
import org.criticalfriend.review.Appointments;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.ColumnsThatHold;
import org.criticalfriend.testing.Post;
import org.criticalfriend.testing.SeatsAreLookedAfter;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Story 3: on the Monday before the visit of Thursday, Ofsted calls the host. */
@ApplicationTest
class Story03OfstedCallsTest {

    private static final LocalDate MONDAY = TestPartnership.VISIT.minusDays(3);

    @LocalServerPort
    int port;

    @Autowired
    Buffered people;

    @Autowired
    Changes changes;

    @Autowired
    RunningReviews running;

    @Autowired
    Appointments appointments;

    @Autowired
    DayClaims claims;

    @Autowired
    Timers timers;

    @Autowired
    Post post;

    @Autowired
    SeatsAreLookedAfter seats;

    @Autowired
    DataSource database;

    private Review review;
    private final StringBuilder mails = new StringBuilder();

    @BeforeEach
    void itIsMonday() {
        review = people.planned();
        people.at(MONDAY, 10, 15);
        post.deliver(review.made());
    }

    @AfterEach
    void everythingIsInOrder() {
        assertThat(seats.faultsIn(review.made().id())).isEmpty();
    }

    @Test
    void theReviewWaitsAndNobodyKeepsADayFree() {
        ofstedCalls();

        assertThat(running.of(review.reference()).hasNoDate()).isTrue();
        assertThat(appointments.of(review.reference())).isEmpty();
        for (String person : List.of(review.made().leadReviewer(), review.made().peerReviewer(), review.reserve())) {
            assertThat(claims.claimsOf(person, MONDAY, MONDAY.plusYears(1))).isEmpty();
        }
        assertThat(SchoolTime.dateOf(timers.dueAt(review.reference(), "VisitDayArrives")))
                .isAfter(LocalDate.of(2900, 1, 1));
        assertThat(told("invitation/cancelled"))
                .contains(
                        review.made().leadReviewer(),
                        review.made().peerReviewer(),
                        review.made().champion(),
                        review.reserve(),
                        review.spare());
    }

    @Test
    void theLeadSeesEveryWayOutAndTheTeamSeesNoneAndNoReason() {
        UUID change = ofstedCalls();

        assertThat(changes.decider(change)).contains(review.made().lead());
        assertThat(changes.waysOut(change))
                .extracting(WayOut::way)
                .contains("AGAIN", "DAY", "CANCEL")
                .doesNotContain("KEEP");
        assertThat(page(review.made().lead(), change)).contains("Ofsted has called", "New day:");
        for (String other : List.of(
                review.made().leadReviewer(),
                review.made().champion(),
                review.made().hostHead())) {
            Browser browser = signedIn(other);
            assertThat(browser.get("/change/" + change).status()).isEqualTo(404);
            assertThat(browser.get("/review/%s".formatted(review.reference())).body())
                    .doesNotContain("Ofsted");
        }
    }

    @Test
    void withTheNewDayEverythingMovesAndEverybodyIsInvitedAnew() {
        UUID change = ofstedCalls();
        told("");
        WayOut way = changes.first(change, "DAY");
        LocalDate day = LocalDate.parse(way.what());

        changes.choose(change, way);

        assertThat(running.of(review.reference()).hasNoDate()).isFalse();
        assertThat(appointments.of(review.reference()))
                .filteredOn(one -> one.kind() == AppointmentKind.VISIT)
                .extracting(Appointment::first)
                .containsExactly(day);
        assertThat(SchoolTime.dateOf(timers.dueAt(review.reference(), "VisitDayArrives")))
                .isEqualTo(day);
        assertThat(claims.claimsOf(review.made().peerReviewer(), MONDAY, MONDAY.plusYears(1)))
                .extracting(claim -> claim.heldOn())
                .containsExactly(day);
        List<Post.Delivered> mails = post.deliver(review.made());
        assertThat(invitedFor(day, mails))
                .contains(
                        review.made().leadReviewer(),
                        review.made().peerReviewer(),
                        review.made().hostHead(),
                        review.reserve());
        LocalDate workshop = appointments.of(review.reference()).stream()
                .filter(one -> one.kind() == AppointmentKind.WORKSHOP)
                .findFirst()
                .orElseThrow()
                .first();
        assertThat(invitedFor(workshop, mails)).contains(review.made().champion(), review.spare());
    }

    private static List<String> invitedFor(LocalDate day, List<Post.Delivered> mails) {
        return mails.stream()
                .filter(one -> one.mail() != null && one.mail().invitation().isPresent())
                .filter(one -> one.mail().text().contains(SchoolTime.words(day)))
                .map(Post.Delivered::recipient)
                .toList();
    }

    @Test
    void noMailAndNothingInTheEngineSaysWhy() {
        UUID change = ofstedCalls();
        told("");
        changes.choose(change, changes.first(change, "DAY"));
        told("");

        assertThat(mails.toString().toLowerCase(Locale.UK)).isNotBlank().doesNotContain("ofsted");
        List<String> hits = new ArrayList<>();
        for (String table : List.of("ACT_RU_", "ACT_HI_", "NOTICE", "INVITATION")) {
            for (String word : List.of("OFSTED", "Ofsted has called")) {
                hits.addAll(ColumnsThatHold.text(database, table, word).hits());
            }
        }
        assertThat(hits).isEmpty();
    }

    private UUID ofstedCalls() {
        return changes.ask(review.reference(), "OFSTED", review.made().hostHead());
    }

    /** Delivers what waits; who has got a mail of a template. */
    private List<String> told(String template) {
        List<Post.Delivered> delivered = post.deliver(review.made()).stream()
                .filter(one -> one.mail() != null)
                .toList();
        delivered.forEach(one -> mails.append(one.mail().subject())
                .append(one.mail().text())
                .append(one.mail().html()));
        return delivered.stream()
                .filter(one -> one.template().equals(template))
                .map(Post.Delivered::recipient)
                .toList();
    }

    private String page(String person, UUID change) {
        return signedIn(person).get("/change/" + change).body();
    }

    private Browser signedIn(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser;
    }
}
