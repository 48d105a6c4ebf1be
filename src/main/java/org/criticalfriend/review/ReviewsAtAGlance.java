package org.criticalfriend.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
    private final LookedFor lookedFor;
    private final Clock clock;

    ReviewsAtAGlance(
            Reviews reviews,
            Heading heading,
            Deadlines deadlines,
            OpenSteps openSteps,
            LookedFor lookedFor,
            Clock clock) {
        this.reviews = reviews;
        this.heading = heading;
        this.deadlines = deadlines;
        this.openSteps = openSteps;
        this.lookedFor = lookedFor;
        this.clock = clock;
    }

    /**
     * A review as everybody in the partnership may see it.
     *
     * @param reference of the review
     * @param school name of the host school
     * @param visit the visit, in words
     * @param stage what is next, or how the review ended, in words
     * @param ended whether nothing more is to come
     * @param when the day of what is next, in words; empty if there is none
     * @param late whether that day has passed
     * @param stillOpen what was not done in time and is still to do, in words; empty if nothing, and for people who can do nothing about
     *     it
     */
    public record Glance(
            String reference,
            String school,
            String visit,
            String stage,
            boolean ended,
            String when,
            boolean late,
            List<String> stillOpen) {}

    /** The reviews of the partnerships in which a person or their school takes part, by visit. */
    public List<Glance> seenBy(String person) {
        LocalDate today = SchoolTime.today(clock);
        List<Review> seen = reviews.ofPartnershipsOf(person);
        List<ReviewDates> dates = deadlines.of(seen);
        Map<UUID, List<String>> wanted = lookedFor.in(seen, person);
        Map<UUID, List<Open>> open = openSteps.of(dates, person);
        Map<String, String> schools = heading.schoolNames(seen);
        return dates.stream()
                .map(one -> glance(
                        one,
                        schools.get(one.review().host()),
                        today,
                        inWords(
                                open.getOrDefault(one.review().id(), List.of()),
                                wanted.getOrDefault(one.review().id(), List.of()))))
                .toList();
    }

    private static List<String> inWords(List<Open> open, List<String> wanted) {
        return Stream.concat(
                        wanted.stream().map("somebody is looked for as %s"::formatted),
                        open.stream().map(one -> one.step().words()))
                .toList();
    }

    private static Glance glance(ReviewDates dates, String school, LocalDate today, List<String> stillOpen) {
        Review review = dates.review();
        Stage stage = Stage.of(review, today);
        String when;
        boolean late;
        try {
            when = stage.day(dates).map(SchoolTime::words).orElse("");
            late = stage.isLate(dates, today);
        } catch (YearNotEntered e) {
            when = "not known: term dates are missing";
            late = false;
        }
        return new Glance(
                review.reference(),
                school,
                Heading.visitInWords(review),
                stage.words(review),
                stage.isTheEnd(),
                when,
                late,
                stillOpen);
    }
}
