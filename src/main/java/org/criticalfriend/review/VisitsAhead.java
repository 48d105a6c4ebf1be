package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.notification.MorningMails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Teams hear twice that their visit comes nearer, with a way to say that they cannot come: on the days of the rows {@code VisitAhead}
 * and {@code VisitSoon} of {@code deadlines.dmn}.
 */
@Component
class VisitsAhead implements MorningMails {

    /** No row counts back further, holidays included. */
    private static final int WEEKS_AHEAD = 26;

    private final Reviews reviews;
    private final Deadlines deadlines;
    private final TellsOfReview tells;

    VisitsAhead(Reviews reviews, Deadlines deadlines, TellsOfReview tells) {
        this.reviews = reviews;
        this.deadlines = deadlines;
        this.tells = tells;
    }

    @Override
    @Transactional
    public void tell(LocalDate today) {
        List<Review> ahead = new ArrayList<>();
        List<Review> soon = new ArrayList<>();
        for (ReviewDates dates :
                deadlines.of(reviews.visitedBetween(today.plusDays(1), today.plusWeeks(WEEKS_AHEAD)))) {
            if (hasCome(dates, LeadTimes.VISIT_SOON, today)) {
                soon.add(dates.review());
            } else if (hasCome(dates, LeadTimes.VISIT_AHEAD, today)) {
                ahead.add(dates.review());
            }
        }
        tells.tellTeams(News.VISIT_AHEAD, ahead);
        tells.tellTeams(News.VISIT_SOON, soon);
    }

    private static boolean hasCome(ReviewDates dates, String row, LocalDate today) {
        return day(dates, row).filter(day -> !today.isBefore(day)).isPresent();
    }

    /** None if the table in force has no such row yet, or nobody has entered the terms that it counts through. */
    private static Optional<LocalDate> day(ReviewDates dates, String row) {
        try {
            return dates.dayOf(row);
        } catch (YearNotEntered e) {
            return Optional.empty();
        }
    }
}
