package org.criticalfriend.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.YearNotEntered;
import org.springframework.stereotype.Service;

/** Where the reviews of a person's partnerships stand: schools, dates and stages, no content. */
@Service
public class ReviewsAtAGlance {

    private final Reviews reviews;
    private final Heading heading;
    private final Deadlines deadlines;
    private final Clock clock;

    ReviewsAtAGlance(Reviews reviews, Heading heading, Deadlines deadlines, Clock clock) {
        this.reviews = reviews;
        this.heading = heading;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * A review as everybody in the partnership may see it.
     *
     * @param reference of the review
     * @param school name of the host school
     * @param visit the visit, in words
     * @param stage what is next, in words
     * @param when the day of what is next, in words; empty once nothing more is to come
     * @param late whether that day has passed
     */
    public record Glance(String reference, String school, String visit, String stage, String when, boolean late) {}

    /** The reviews of the partnerships in which a person or their school takes part, by visit. */
    public List<Glance> seenBy(String person) {
        LocalDate today = SchoolTime.today(clock);
        return deadlines.of(reviews.ofPartnershipsOf(person)).stream()
                .map(dates -> glance(dates, today))
                .toList();
    }

    private Glance glance(ReviewDates dates, LocalDate today) {
        Review review = dates.review();
        Stage stage = Stage.of(review, today);
        if (stage.isTheEnd()) {
            return glance(review, stage.words(), "", false);
        }
        if (review.pausedAt() != null) {
            return glance(review, "Waits for a new day", "", false);
        }
        try {
            return glance(review, stage.words(), SchoolTime.words(stage.day(dates)), stage.isLate(dates, today));
        } catch (YearNotEntered e) {
            return glance(review, stage.words(), "not known: term dates are missing", false);
        }
    }

    private Glance glance(Review review, String stage, String when, boolean late) {
        return new Glance(
                review.reference(), heading.schoolName(review), Heading.visitInWords(review), stage, when, late);
    }
}
