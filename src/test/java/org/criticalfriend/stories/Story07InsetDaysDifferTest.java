package org.criticalfriend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.criticalfriend.calendar.CalendarDay;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.Whose;
import org.criticalfriend.change.Changes;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.ClosedDaysSeen;
import org.criticalfriend.testing.Post;
import org.criticalfriend.testing.Post.Delivered;
import org.criticalfriend.testing.SeatsAreLookedAfter;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Story 7: the INSET days of host and reviewer's school differ. Both schools are real examples of 2026/27 (domain report, section
 * 2.5): four of their five days are not the same. When a reviewer's school moves one onto the day of a visit that is planned, whoever is
 * in charge sees whose place it is, and every way out.
 */
@ApplicationTest
@Tag("database")
class Story07InsetDaysDifferTest {

    private static final LocalDate BEFORE_HALF_TERM = LocalDate.of(2026, 10, 23);
    private static final LocalDate AFTER_HALF_TERM = LocalDate.of(2026, 11, 2);
    private static final LocalDate AFTER_CHRISTMAS = LocalDate.of(2027, 1, 4);

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    Buffered people;

    @Autowired
    Changes changes;

    @Autowired
    ClosedDaysSeen closedDays;

    @Autowired
    Post post;

    @Autowired
    SeatsAreLookedAfter seats;

    @Autowired
    SchoolCalendars calendars;

    @Test
    void aVisitFindsADayOnWhichHostAndReviewersSchoolBothHavePupils() {
        Made made = partnerships.make();
        String host = made.school('a');
        String reviewers = made.school('b');
        calendars.enterInsetDays(host, days("2026-09-01", "2026-10-16", "2027-01-04", "2027-04-12", "2027-06-21"));
        calendars.enterInsetDays(reviewers, days("2026-09-01", "2026-10-23", "2026-11-02", "2027-05-28", "2027-06-07"));

        SchoolCalendar atHost = calendars.of(host);
        SchoolCalendar atReviewers = calendars.of(reviewers);
        SchoolCalendar atBoth = atHost.and(atReviewers);

        // The host is open, the reviewer is needed at home: no visit that day.
        assertThat(atHost.isPupilDay(AFTER_HALF_TERM)).isTrue();
        assertThat(atReviewers.isPupilDay(AFTER_HALF_TERM)).isFalse();
        assertThat(atBoth.forward(BEFORE_HALF_TERM)).isEqualTo(LocalDate.of(2026, 11, 3));
        // The other way round: the reviewer could come, the host has no pupils to see.
        assertThat(atReviewers.isPupilDay(AFTER_CHRISTMAS)).isTrue();
        assertThat(atBoth.forward(AFTER_CHRISTMAS)).isEqualTo(LocalDate.of(2027, 1, 5));
        // For a meeting of staff an INSET day is as good as any other.
        assertThat(atBoth.isStaffDay(AFTER_HALF_TERM)).isTrue();
        assertThat(atBoth.isStaffDay(AFTER_CHRISTMAS)).isTrue();
        // Lead times go on counting in the host's days alone.
        assertThat(atHost.plus(BEFORE_HALF_TERM, 1)).isEqualTo(AFTER_HALF_TERM);
        assertThat(atBoth.plus(BEFORE_HALF_TERM, 1)).isEqualTo(LocalDate.of(2026, 11, 3));
    }

    @Test
    void anInsetDayTurnedIntoAnOrdinaryOneIsOpenAtBothAgain() {
        Made made = partnerships.make();
        calendars.enterInsetDays(made.school('b'), List.of(AFTER_HALF_TERM));

        calendars.enterDays(
                Whose.school(made.school('b')),
                List.of(new CalendarDay(AFTER_HALF_TERM, CalendarDay.Kind.OPEN, "Training moved to June")));

        assertThat(calendars
                        .of(made.school('a'))
                        .and(calendars.of(made.school('b')))
                        .isPupilDay(AFTER_HALF_TERM))
                .isTrue();
    }

    @Test
    void aReviewersInsetDayMovedOntoAVisitIsListedAndTheStandInMendsIt() {
        Review review = people.planned();
        Made made = review.made();
        post.deliver(made);

        calendars.enterInsetDays(made.school('c'), List.of(TestPartnership.VISIT));

        assertThat(closedDaysMails(made)).singleElement().satisfies(one -> {
            assertThat(one.recipient()).isEqualTo(made.lead());
            assertThat(one.mail().text())
                    .contains("One appointment, or one place on a team")
                    .contains("/partnership/%s/closed-days".formatted(made.id()));
        });
        Browser lead = signedIn(made.lead());
        assertThat(lead.get("/").body()).contains("1 appointment or place does not fit");
        assertThat(lead.get(closedDays.path(made)).body())
                .contains(TestPartnership.nameOf(made.peerReviewer())
                        + ", peer reviewer at the visit: their own school is closed")
                .contains(
                        "Thursday 8 October 2026",
                        "If they can come all the same, there is nothing to do; this line stays until");

        UUID change = closedDays.seeEveryWayOut(lead, made, "peer reviewer");
        assertThat(lead.get("/change/" + change).body()).contains("Every way out", "Somebody else on the team");
        assertThat(lead.get(closedDays.path(made)).body())
                .contains("A change of this review waits for a decision")
                .doesNotContain("See every way out");
        changes.choose(change, changes.first(change, "PROMOTE"));

        assertThat(people.on(review, Duty.PEER_REVIEWER)).contains(review.reserve());
        assertThat(lead.get(closedDays.path(made)).body()).contains("Everything fits the calendars.");
        assertThat(lead.get("/").body()).doesNotContain("does not fit");
        assertThat(seats.faultsIn(made.id())).isEmpty();
    }

    @Test
    void whatIsKnownAlreadyIsNotToldAgainAndOnlyWhoeverIsInChargeSeesIt() {
        Review review = people.planned();
        Made made = review.made();
        calendars.enterInsetDays(made.school('c'), List.of(TestPartnership.VISIT));
        assertThat(closedDaysMails(made)).hasSize(1);

        calendars.enterInsetDays(made.school('f'), List.of(AFTER_CHRISTMAS));
        calendars.enterInsetDays(made.school('b'), List.of(BEFORE_HALF_TERM));

        assertThat(closedDaysMails(made)).isEmpty();
        assertThat(signedIn(made.deputyLead()).get(closedDays.path(made)).body())
                .contains("Everything fits the calendars.");
        assertThat(signedIn(made.hostHead()).get(closedDays.path(made)).status())
                .isEqualTo(404);
        assertThat(signedIn(made.hostHead()).get("/").body()).doesNotContain("does not fit");
    }

    @Test
    void theHostsOwnInsetDayTakesTheWholeVisit() {
        Review review = people.planned();
        Made made = review.made();

        calendars.enterInsetDays(made.school('a'), List.of(TestPartnership.VISIT));

        Browser lead = signedIn(made.lead());
        UUID change = closedDays.seeEveryWayOut(lead, made, "Visit");
        changes.choose(change, changes.first(change, "DAY"));
        assertThat(lead.get(closedDays.path(made)).body()).contains("Everything fits the calendars.");
        assertThat(seats.faultsIn(made.id())).isEmpty();
    }

    private List<Delivered> closedDaysMails(Made made) {
        return post.deliver(made).stream()
                .filter(one -> one.occasion().equals("closed-days"))
                .toList();
    }

    private Browser signedIn(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser;
    }

    private static List<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).toList();
    }
}
