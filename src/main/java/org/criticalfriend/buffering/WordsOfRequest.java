package org.criticalfriend.buffering;

import java.util.Map;
import java.util.Optional;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.notification.PersonalLinks;
import org.criticalfriend.notification.TaskWords;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the mail says to somebody who is asked to stand in: school, days and duty, and the two links with which they answer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WordsOfRequest implements TaskWords {

    private final BufferingRecord record;
    private final RunningReviews running;
    private final Seats seats;
    private final SeatWords words;
    private final AnswerRequest step;
    private final PersonalLinks links;

    WordsOfRequest(
            BufferingRecord record,
            RunningReviews running,
            Seats seats,
            SeatWords words,
            AnswerRequest step,
            PersonalLinks links) {
        this.record = record;
        this.running = running;
        this.seats = seats;
        this.words = words;
        this.step = step;
        this.links = links;
    }

    @Override
    public Optional<Map<String, Object>> of(String activity, String reference, String person) {
        return activity.equals(AnswerRequest.ACTIVITY) ? ofRequest(reference, person) : Optional.empty();
    }

    private Optional<Map<String, Object>> ofRequest(String reference, String person) {
        return running.find(reference).flatMap(review -> record.requestsOfReview(review.id()).stream()
                .filter(request -> request.isOpen() && request.person().equals(person))
                .findFirst()
                .map(request -> of(review, request)));
    }

    private Map<String, Object> of(RunningReview review, Request request) {
        Vacancy vacancy = record.vacancy(request.vacancy());
        return Map.of(
                // Whoever is only asked does not learn what the review is about.
                "drivingQuestion", "",
                "duty", words.duty(vacancy.seat()),
                "days", step.days(review, seats.seat(vacancy.seat()).duty()),
                "yesUrl", StandInLink.url(links, request, true),
                "noUrl", StandInLink.url(links, request, false));
    }
}
