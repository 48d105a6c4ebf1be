package org.criticalfriend.buffering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How long somebody has to answer, and how many are asked, hangs on how near the visit is to the minute. */
@ApplicationTest
class TimeToAnswerTest {

    @Autowired
    Buffered people;

    @ParameterizedTest(name = "{0} days before at {1}: {2} asked, to answer {3} days before by {4}")
    @CsvSource({
        // A day, as long as the visit is two days away or more.
        "3, 20:30, 1, 2, 20:30",
        "2, 08:29, 1, 1, 08:29",
        // Two hours of the daytime from then on.
        "2, 08:30, 1, 2, 10:30",
        "2, 20:30, 1, 1, 08:30",
        "1, 16:59, 1, 1, 18:59",
        // The evening before, two at once.
        "1, 17:00, 2, 1, 19:00",
        "1, 20:30, 2, 0, 08:30",
        "1, 22:00, 2, 0, 09:00",
        "0, 07:15, 2, 0, 09:15",
    })
    void isCountedFromTheVisit(int days, LocalTime at, int asked, int daysAtEnd, LocalTime end) {
        Review review = people.started();
        people.at(TestPartnership.VISIT.minusDays(days), at.getHour(), at.getMinute());

        people.cannotCome(review, review.made().peerReviewer());

        assertThat(people.asked(review)).hasSize(asked).contains(review.reserve());
        assertThat(people.answerBy(review))
                .containsOnly(SchoolTime.at(TestPartnership.VISIT.minusDays(daysAtEnd), end));
        assertThat(people.told(review, "please-ring")).hasSize(asked - 1);
    }
}
