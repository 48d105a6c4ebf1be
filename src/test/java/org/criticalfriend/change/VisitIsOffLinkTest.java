package org.criticalfriend.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.review.Forecasts;
import org.criticalfriend.review.MoveDates;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.Post;
import org.criticalfriend.testing.Post.Delivered;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The host's head says by a link in a mail that the visit cannot be on its day, without signing in. */
@ApplicationTest
@Tag("database")
class VisitIsOffLinkTest {

    private static final String NOT_ANY_MORE = "This link does not fit any more, and nothing was changed";

    @LocalServerPort
    int port;

    @Autowired
    Buffered people;

    @Autowired
    RunningReviews running;

    @Autowired
    Forecasts forecasts;

    @Autowired
    MoveDates move;

    @Autowired
    Changes changes;

    @Autowired
    Roles roles;

    @Autowired
    Post post;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    private Review review;
    private List<Delivered> delivered;

    @BeforeEach
    void theQuestionsAreIssued() {
        review = people.planned();
        delivered = post.deliver(review.made());
    }

    @Test
    void onlyTheHeadOfTheHostHasTheLinksAndInBothMails() {
        assertThat(delivered)
                .filteredOn(one -> one.mail() != null && one.mail().text().contains("Ofsted has called"))
                .allSatisfy(one -> assertThat(one.paths("/review/" + review.reference()))
                        .anyMatch(path -> path.startsWith("/review/%s/change".formatted(review.reference()))))
                .extracting(Delivered::recipient, Delivered::occasion)
                .containsExactlyInAnyOrder(
                        tuple(review.made().hostHead(), "visit-planned"),
                        tuple(review.made().hostHead(), "questions-issued"));
    }

    @Test
    void theLinkSaysWhatItIsAboutAndOpeningItChangesNothing() {
        for (String occasion : List.of("visit-planned", "questions-issued")) {
            assertThat(stranger().get(ofsted(occasion)).body())
                    .contains("Ofsted has called", "visit Thursday 8 October 2026", "<button");
            assertThat(stranger().get(closed(occasion)).body())
                    .contains("Our school is closed on the day", "visit Thursday 8 October 2026", "<button");
        }

        assertThat(asked()).isEmpty();
        assertThat(running.of(review.reference()).hasNoDate()).isFalse();
    }

    @Test
    void thePressAsksOnceAndTheReviewWaits() {
        String link = ofsted("questions-issued");

        assertThat(press(link)).contains("Thank you for saying so");
        assertThat(press(link)).contains("This is done already");

        assertThat(asked()).containsExactly("OFSTED " + review.made().hostHead());
        assertThat(running.of(review.reference()).hasNoDate()).isTrue();
        assertThat(people.tasksAt(review, "DecideOnChange")).singleElement().satisfies(task -> assertThat(
                        task.getAssignee())
                .isEqualTo(review.made().lead()));
    }

    @Test
    void aClosedSchoolIsSaidInTheSameWayAndTheDayStaysUntilItIsDecided() {
        assertThat(press(closed("visit-planned"))).contains("Thank you for saying so");

        assertThat(asked()).containsExactly("SCHOOL_CLOSED " + review.made().hostHead());
        assertThat(running.of(review.reference()).hasNoDate()).isFalse();
    }

    @Test
    void whileAnotherChangeIsOpenThePageSaysSoAndNotWhichOneItIs() {
        changes.ask(review.reference(), "POSTPONE", review.made().leadReviewer());

        assertThat(stranger().get(ofsted("questions-issued")).body())
                .contains("Somebody has asked for a change of this review already")
                .doesNotContain("<button", "Put the visit off");
        assertThat(press(ofsted("questions-issued")))
                .contains("Somebody has asked for a change of this review already")
                .doesNotContain("Put the visit off");

        assertThat(asked()).containsExactly("POSTPONE " + review.made().leadReviewer());
        assertThat(running.of(review.reference()).hasNoDate()).isFalse();
    }

    @Test
    void theOtherLinkOfAReviewThatWaitsSaysThatAChangeIsBeingDecided() {
        press(ofsted("visit-planned"));

        assertThat(press(closed("questions-issued")))
                .contains("Somebody has asked for a change of this review already");

        assertThat(asked()).hasSize(1);
    }

    @Test
    void aLinkAboutAnOldDaySaysSoInWords() {
        move.anew(Map.of(
                review.reference(),
                forecasts
                        .of(review.reference())
                        .beginning(TestPartnership.VISIT.plusDays(5))
                        .orElseThrow()));

        assertThat(stranger().get(ofsted("questions-issued")).body())
                .contains(NOT_ANY_MORE)
                .doesNotContain("<button");
        assertThat(press(ofsted("questions-issued"))).contains(NOT_ANY_MORE);

        assertThat(asked()).isEmpty();
        assertThat(forecasts.of(review.reference()).now().first().get(AppointmentKind.VISIT))
                .isEqualTo(TestPartnership.VISIT.plusDays(5));
    }

    @Test
    void atNoonOfTheVisitDayTheLinkIsOver() {
        String link = ofsted("questions-issued");
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT, LocalTime.of(11, 59)));
        assertThat(stranger().get(link).body()).contains("<button");

        clock.moveTo(SchoolTime.at(TestPartnership.VISIT, LocalTime.NOON));

        assertThat(press(link)).contains("This link is over");
        assertThat(asked()).isEmpty();
    }

    @Test
    void whoeverIsNotHeadAnyMoreCannot() {
        String before = review.made().hostHead();
        roles.appoint(
                RoleHeld.in(review.made().school('a'), Role.HEAD, review.made().deputy('a')));
        roles.dismiss(RoleHeld.in(review.made().school('a'), Role.HEAD, before));

        assertThat(stranger().get(ofsted("questions-issued")).body())
                .contains(NOT_ANY_MORE)
                .doesNotContain("<button", TestPartnership.nameOf(before));
        assertThat(press(ofsted("questions-issued"))).contains(NOT_ANY_MORE);

        assertThat(asked()).isEmpty();
    }

    private String ofsted(String occasion) {
        return links(occasion).get(1);
    }

    private String closed(String occasion) {
        return links(occasion).get(2);
    }

    /** The first says that the head has read it. */
    private List<String> links(String occasion) {
        return delivered.stream()
                .filter(one -> one.occasion().equals(occasion)
                        && one.recipient().equals(review.made().hostHead()))
                .findFirst()
                .orElseThrow()
                .paths("/link/");
    }

    private List<String> asked() {
        return database.sql(
                        """
                        select c.kind || ' ' || c.asked_by from change_of_plan c join review r on r.id = c.review
                        where r.reference = ? order by c.id""")
                .param(review.reference())
                .query(String.class)
                .list();
    }

    private String press(String link) {
        return stranger().postWithoutToken(link, Map.of()).body();
    }

    private Browser stranger() {
        return new Browser(port);
    }
}
