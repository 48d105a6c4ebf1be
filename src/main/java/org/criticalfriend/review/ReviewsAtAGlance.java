package org.criticalfriend.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.review.OpenSteps.Open;
import org.springframework.stereotype.Service;

/** Where the reviews of a person's partnerships stand: schools, dates and stages, no content; for those who can do something about it, also what is still open. */
@Service
public class ReviewsAtAGlance {

    private final Reviews reviews;
    private final Heading heading;
    private final Deadlines deadlines;
    private final OpenSteps openSteps;
    private final Clock clock;

    ReviewsAtAGlance(Reviews reviews, Heading heading, Deadlines deadlines, OpenSteps openSteps, Clock clock) {
        this.reviews = reviews;
        this.heading = heading;
        this.deadlines = deadlines;
        this.openSteps = openSteps;
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
     * @param stillOpen what was not done in time and is still to do, in words; empty if nothing, and for people who can do nothing about
     *     it
     */
    public record Glance(
            String reference,
            String school,
            String visit,
            String stage,
            String when,
            boolean late,
            List<String> stillOpen) {}

    /** The reviews of the partnerships in which a person or their school takes part, by visit. */
    public List<Glance> seenBy(String person) {
        LocalDate today = SchoolTime.today(clock);
        List<ReviewDates> seen = deadlines.of(reviews.ofPartnershipsOf(person));
        Map<UUID, List<Open>> open = openSteps.of(seen, person);
        return seen.stream()
                .map(dates -> glance(
                        dates, today, inWords(open.getOrDefault(dates.review().id(), List.of()))))
                .toList();
    }

    private static List<String> inWords(List<Open> open) {
        return open.stream().map(one -> one.step().words()).toList();
    }

    private Glance glance(ReviewDates dates, LocalDate today, List<String> stillOpen) {
        Review review = dates.review();
        Stage stage = Stage.of(review, today);
        if (stage.isTheEnd()) {
            return glance(review, stage.words(), "", false, stillOpen);
        }
        if (review.pausedAt() != null) {
            return glance(review, "Waits for a new day", "", false, stillOpen);
        }
        try {
            return glance(
                    review, stage.words(), SchoolTime.words(stage.day(dates)), stage.isLate(dates, today), stillOpen);
        } catch (YearNotEntered e) {
            return glance(review, stage.words(), "not known: term dates are missing", false, stillOpen);
        }
    }

    private Glance glance(Review review, String stage, String when, boolean late, List<String> stillOpen) {
        return new Glance(
                review.reference(),
                heading.schoolName(review),
                Heading.visitInWords(review),
                stage,
                when,
                late,
                stillOpen);
    }
}
