package org.criticalfriend.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.review.Appointment;
import org.criticalfriend.review.Appointments;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Inside its window a meeting is moved by those who hold it; to any other day by whoever is in charge, who first sees what that means. */
@ApplicationTest
@Tag("database")
class MovingAMeetingTest {

    @LocalServerPort
    int port;

    @Autowired
    Buffered people;

    @Autowired
    Appointments appointments;

    private Review review;

    @BeforeEach
    void aReviewIsPlanned() {
        review = people.planned();
    }

    @Test
    void theChampionMovesTheWorkshopInsideItsWindowAndNothingHasToBeDecided() {
        LocalDate other = anotherDayInTheWindow();

        String answer = move(review.made().champion(), other);

        assertThat(answer).endsWith("?moved");
        assertThat(workshop().first()).isEqualTo(other);
        assertThat(people.tasksAt(review, "DecideOnChange")).isEmpty();
    }

    @Test
    void outsideItsWindowWhoeverIsInChargeDecides() {
        LocalDate before = workshop().first();

        String answer = move(
                review.made().champion(),
                workshop().window().orElseThrow().last().plusWeeks(2));

        assertThat(answer).endsWith("?asked");
        assertThat(workshop().first()).isEqualTo(before);
        assertThat(people.tasksAt(review, "DecideOnChange")).hasSize(1);
    }

    @Test
    void whoDoesNotHoldTheMeetingDoesNotMoveIt() {
        LocalDate before = workshop().first();

        String answer = move(review.made().leadReviewer(), anotherDayInTheWindow());

        assertThat(answer).endsWith("?asked");
        assertThat(workshop().first()).isEqualTo(before);
    }

    private String move(String person, LocalDate day) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        String page = "/review/%s/change".formatted(review.reference());
        browser.get(page);
        return browser.post(page, Map.of("kind", "MOVE_APPOINTMENT", "meeting", "WORKSHOP", "day", day.toString()))
                .location();
    }

    private Appointment workshop() {
        return appointments.of(review.reference()).stream()
                .filter(one -> one.kind() == AppointmentKind.WORKSHOP)
                .findFirst()
                .orElseThrow();
    }

    private LocalDate anotherDayInTheWindow() {
        Appointment.Window window = workshop().window().orElseThrow();
        return window.first()
                .datesUntil(window.last().plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .filter(day -> !day.equals(workshop().first()))
                .findFirst()
                .orElseThrow();
    }
}
