package org.criticalfriend.buffering;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.notification.PersonalLinks;
import org.criticalfriend.notification.PublicAddress;
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
    private final PublicAddress address;

    WordsOfRequest(
            BufferingRecord record,
            RunningReviews running,
            Seats seats,
            SeatWords words,
            AnswerRequest step,
            PersonalLinks links,
            PublicAddress address) {
        this.record = record;
        this.running = running;
        this.seats = seats;
        this.words = words;
        this.step = step;
        this.links = links;
        this.address = address;
    }

    @Override
    public Optional<Map<String, Object>> of(String reference, String person) {
        return running.find(reference).flatMap(review -> record.requestsOfReview(review.id()).stream()
                .filter(request -> request.isOpen() && request.person().equals(person))
                .findFirst()
                .map(request -> of(review, request)));
    }

    private Map<String, Object> of(RunningReview review, Request request) {
        Vacancy vacancy = record.vacancy(request.vacancy());
        Map<String, Object> values = new HashMap<>();
        values.put("school", review.school());
        values.put("visit", review.visit());
        values.put("drivingQuestion", "");
        values.put("page", address.of("/review/" + review.reference()));
        values.put("duty", words.duty(vacancy.seat()));
        values.put("days", step.days(review, seats.seat(vacancy.seat()).duty()));
        values.put("yesUrl", StandInLink.url(links, request, true));
        values.put("noUrl", StandInLink.url(links, request, false));
        return values;
    }
}
