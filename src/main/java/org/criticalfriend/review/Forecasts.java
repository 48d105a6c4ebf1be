package org.criticalfriend.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.criticalfriend.calendar.SchoolTime;
import org.springframework.stereotype.Service;

/** Says what the days of reviews are and what they would be, before anybody moves them. */
@Service
public class Forecasts {

    private final Reviews reviews;
    private final Deadlines deadlines;
    private final Clock clock;

    Forecasts(Reviews reviews, Deadlines deadlines, Clock clock) {
        this.reviews = reviews;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException if there is no review of this reference */
    public Forecast of(String reference) {
        return new Forecast(deadlines.of(reviews.of(reference)), SchoolTime.today(clock));
    }

    /** Those of all reviews of a partnership whose visit is still to come and has a day, by reference. */
    public Map<String, Forecast> ahead(String partnership) {
        LocalDate today = SchoolTime.today(clock);
        return byReference(
                reviews.ofPartnershipVisitedBetween(partnership, today.plusDays(1), today.plusYears(1)).stream()
                        .filter(review -> !review.isCancelled() && !review.hasFeedback() && review.pausedAt() == null)
                        .toList());
    }

    /** Those of a few reviews, by reference. */
    public Map<String, Forecast> of(Collection<String> references) {
        return byReference(references.stream().map(reviews::of).toList());
    }

    private Map<String, Forecast> byReference(List<Review> some) {
        Map<String, Forecast> all = new TreeMap<>();
        deadlines
                .of(some)
                .forEach(dates -> all.put(dates.review().reference(), new Forecast(dates, SchoolTime.today(clock))));
        return all;
    }
}
