package org.criticalfriend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.PersonEntry;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Story 16: somebody works from Monday to Wednesday. For a visit on a Thursday they are not asked, and the page says why. */
@ApplicationTest
class Story16WorksMondayToWednesdayTest {

    private static final Set<DayOfWeek> MONDAY_TO_WEDNESDAY =
            EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY);

    @LocalServerPort
    int port;

    @Autowired
    Buffered people;

    @Autowired
    People register;

    @Test
    void whoDoesNotWorkThatDayIsNotAskedAndThePageSaysSo() {
        Review review = people.started();
        List<String> partTime = List.of(
                review.made().head('e'),
                review.made().deputy('e'),
                review.made().teacher('e'));
        partTime.forEach(this::worksMondayToWednesday);

        people.cannotCome(review, review.made().peerReviewer());
        people.answer(review, review.reserve(), false);

        assertThat(TestPartnership.VISIT.getDayOfWeek()).isEqualTo(DayOfWeek.THURSDAY);
        assertThat(people.asked(review)).hasSize(2).doesNotContainAnyElementsOf(partTime);
        Browser lead = new Browser(port);
        lead.signIn(review.made().lead(), TestPartnership.PASSWORD);
        assertThat(lead.get("/review/%s/stand-ins".formatted(review.reference()))
                        .body())
                .contains("Does not work on Thursday 8 October 2026.");
    }

    private void worksMondayToWednesday(String person) {
        PersonEntry entry = register.entry(person).orElseThrow();
        register.change(entry.with(entry.profile().working(MONDAY_TO_WEDNESDAY)));
    }
}
