package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.People;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person subscribes to in their own calendar. */
@ApplicationTest
class CalendarFeedTest {

    private static final Pattern ADDRESS = Pattern.compile("http://[^\"]*(/calendar/([A-Za-z0-9_-]+)\\.ics)");

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    MoveDates move;

    @Autowired
    Seats seats;

    @Autowired
    Reviews reviews;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    private Made made;
    private String reference;

    @BeforeEach
    void aReviewIsPlanned() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
    }

    @Test
    void aPersonFindsTheirAppointmentsWithoutSigningInAndNothingOfTheContent() {
        String path = subscribe(made.leadReviewer());

        Browser.Page feed = new Browser(port).get(path);

        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        assertThat(feed.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(parsed(feed).getEvents())
                .extracting(event -> event.getSummary().getValue().split(" – ")[0])
                .containsExactly("Planning meeting", "Review visit", "Follow-up meeting");
        assertThat(feed.body()).doesNotContain("A focus", "ATTENDEE", "METHOD");
    }

    @Test
    void whatIsTentativeOrCancelledIsMarkedAndCancelledEntriesGoAfterAMonth() {
        String reserve = subscribe(made.deputy('d'));
        assertThat(parsed(new Browser(port).get(reserve)).getEvents())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getStatus().isTentative()).isTrue();
                    assertThat(event.getSummary().getValue()).endsWith("reserve reviewer (tentative)");
                });
        Occupant occupant = seats.occupants(reviews.of(reference).id()).stream()
                .filter(one -> one.person().equals(made.deputy('d')))
                .findFirst()
                .orElseThrow();

        seats.withdraw(occupant.id());

        assertThat(parsed(new Browser(port).get(reserve)).getEvents())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getStatus().isCancelled()).isTrue();
                    assertThat(event.getSummary().getValue()).startsWith("Cancelled: ");
                });
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 10, 15), LocalTime.of(9, 0)));
        assertThat(parsed(new Browser(port).get(reserve)).getEvents()).isEmpty();
    }

    @Test
    void aMovedAppointmentKeepsItsIdAndWhatLiesLongBackIsLeftOut() {
        String path = subscribe(made.champion());
        List<VEvent> before = parsed(new Browser(port).get(path)).getEvents();

        move.meeting(reference, AppointmentKind.WORKSHOP, LocalDate.of(2026, 10, 14));

        List<VEvent> after = parsed(new Browser(port).get(path)).getEvents();
        assertThat(after.get(0).getUid()).isEqualTo(before.get(0).getUid());
        assertThat(after.get(0).getSequence().getValue()).isEqualTo(1);
        assertThat(after.get(0).getDateStart().getValue().toInstant())
                .isEqualTo(SchoolTime.at(LocalDate.of(2026, 10, 14), LocalTime.of(15, 45)));
        clock.moveTo(SchoolTime.at(LocalDate.of(2027, 1, 14), LocalTime.of(9, 0)));
        assertThat(parsed(new Browser(port).get(path)).getEvents()).hasSize(2);
        clock.moveTo(SchoolTime.at(LocalDate.of(2027, 1, 15), LocalTime.of(9, 0)));
        assertThat(parsed(new Browser(port).get(path)).getEvents()).hasSize(1);
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        String path = subscribe(made.champion());
        Browser.Page first = new Browser(port).get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.headers().firstValue("Cache-Control")).contains("max-age=900, private");
        assertThat(new Browser(port).get(path, "If-None-Match", tag).status()).isEqualTo(304);
        move.meeting(reference, AppointmentKind.WORKSHOP, LocalDate.of(2026, 10, 14));
        assertThat(new Browser(port).get(path, "If-None-Match", tag).status()).isEqualTo(200);
    }

    @Test
    void aNewAddressEndsTheOldOneAndTheAddressIsKeptNowhere() {
        String old = subscribe(made.champion());
        String secret = old.replaceAll(".*/|\\.ics", "");
        assertThat(secret).hasSizeGreaterThanOrEqualTo(32);
        assertThat(database.sql("select secret from calendar_feed where person = ?")
                        .param(made.champion())
                        .query(String.class)
                        .single())
                .isNotEqualTo(secret)
                .hasSize(64);

        String renewed = subscribe(made.champion());

        assertThat(new Browser(port).get(old).status()).isEqualTo(404);
        assertThat(new Browser(port).get(renewed).status()).isEqualTo(200);
    }

    @Test
    void whoTakesTheirCalendarAwayOrLeavesCannotBeReadAnyMore() {
        String removed = subscribe(made.champion());
        Browser champion = as(made.champion());
        champion.post("/calendar/remove", Map.of());
        String left = subscribe(made.teacher('d'));
        people.change(people.find(made.teacher('d')).orElseThrow().leaving(LocalDate.of(2026, 9, 14)));

        assertThat(new Browser(port).get(removed).status()).isEqualTo(404);
        assertThat(champion.get("/calendar").body()).contains("Make my private calendar");
        assertThat(new Browser(port).get(left).status()).isEqualTo(404);
        assertThat(new Browser(port)
                        .get("/calendar/" + UUID.randomUUID() + ".ics")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void thePageIsForWhoIsSignedInAndReadingItMakesNothing() {
        assertThat(new Browser(port).get("/calendar").location()).isEqualTo("/sign-in");
        Browser champion = as(made.champion());

        assertThat(champion.get("/calendar").body())
                .contains("Make my private calendar", "Google Calendar", "Subscribe from web");

        assertThat(database.sql("select count(*) from calendar_feed where person = ?")
                        .param(made.champion())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(champion.postWithoutToken("/calendar", Map.of()).status()).isEqualTo(403);
        assertThat(champion.get("/").body()).contains("href=\"/calendar\"");
    }

    private String subscribe(String person) {
        Browser.Page made = as(person).post("/calendar", Map.of());
        assertThat(made.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        Matcher address = ADDRESS.matcher(made.body());
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    private Browser as(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser;
    }

    private static ICalendar parsed(Browser.Page feed) {
        return Biweekly.parse(feed.body()).first();
    }
}
