package org.criticalfriend.buffering;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.form.HandIn;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.notification.LinkPage;
import org.criticalfriend.notification.LinkPurpose;
import org.criticalfriend.notification.PersonalLink;
import org.criticalfriend.notification.PersonalLinks;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.springframework.stereotype.Component;

/** Whoever is asked to stand in answers by a link in the mail: one for yes, one for no. Their task is handed in with it. */
@Component
class StandInLink implements LinkPurpose {

    /** Name of the purpose in personal links. */
    static final String PURPOSE = "stand-in";

    private static final String YES = "YES";
    private static final String HEADING = "Can you stand in?";

    private final BufferingRecord record;
    private final RunningReviews running;
    private final Seats seats;
    private final SeatWords words;
    private final AnswerRequest step;
    private final TasksOfSearch tasks;
    private final HandIn handIn;

    StandInLink(
            BufferingRecord record,
            RunningReviews running,
            Seats seats,
            SeatWords words,
            AnswerRequest step,
            TasksOfSearch tasks,
            HandIn handIn) {
        this.record = record;
        this.running = running;
        this.seats = seats;
        this.words = words;
        this.step = step;
        this.tasks = tasks;
        this.handIn = handIn;
    }

    /** The address for a yes or a no; of use until the answer is due. */
    static String url(PersonalLinks links, Request request, boolean yes) {
        return links.url(PURPOSE, request.id() + (yes ? " " + YES : " NO"), request.person(), request.answerBy());
    }

    @Override
    public String name() {
        return PURPOSE;
    }

    @Override
    public LinkPage page(PersonalLink link) {
        Request request = requestOf(link);
        return request.isOpen()
                ? LinkPage.saying(HEADING, about(request), "No reason is asked.")
                        .withButton(saysYes(link) ? "Yes, I can come" : "No, I cannot")
                : LinkPage.saying(HEADING, words.why(request));
    }

    @Override
    public LinkPage press(PersonalLink link) {
        Request request = requestOf(link);
        Optional<String> task = tasks.of(request);
        if (request.isOpen() && task.isPresent()) {
            try {
                handIn.as(link.person(), task.get(), Map.of("answer", saysYes(link) ? YES : "NO"));
            } catch (Refusal refused) {
                return LinkPage.saying(HEADING, refused.getMessage());
            }
        }
        return LinkPage.saying(HEADING, words.why(requestOf(link)));
    }

    private static boolean saysYes(PersonalLink link) {
        return link.subject().endsWith(" " + YES);
    }

    private Request requestOf(PersonalLink link) {
        return record.request(UUID.fromString(link.subject().split(" ")[0])).orElseThrow();
    }

    private String about(Request request) {
        Vacancy vacancy = record.vacancy(request.vacancy());
        RunningReview review = running.of(vacancy.review());
        return "%s, as %s: %s. Please answer by %s."
                .formatted(
                        review.school(),
                        words.duty(vacancy.seat()),
                        step.days(review, seats.seat(vacancy.seat()).duty()),
                        AnswerRequest.inWords(request.answerBy()));
    }
}
