package org.criticalfriend.buffering;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DutyWords;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.notification.Letter;
import org.criticalfriend.notification.PublicAddress;
import org.criticalfriend.notification.ToSay;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.springframework.stereotype.Component;

/** Seats, requests and the people on them, in words. */
@Component
class SeatWords {

    private final BufferingRecord record;
    private final RunningReviews running;
    private final Seats seats;
    private final People people;
    private final PublicAddress address;

    SeatWords(BufferingRecord record, RunningReviews running, Seats seats, People people, PublicAddress address) {
        this.address = address;
        this.record = record;
        this.running = running;
        this.seats = seats;
        this.people = people;
    }

    Vacancy vacancy(UUID id) {
        return record.vacancy(id);
    }

    /** An appointment, in the middle of a sentence. */
    static String of(AppointmentKind kind) {
        return switch (kind) {
            case PLANNING_MEETING -> "planning meeting";
            case VISIT -> "visit";
            case WORKSHOP -> "improvement workshop";
            case FOLLOW_UP -> "follow-up meeting";
        };
    }

    /** Whether the review of a vacancy is any business of this person now. */
    boolean isConcerned(Vacancy vacancy, String person) {
        return running.concerns(vacancy.review(), person);
    }

    /** Whether a person has not left. */
    boolean isThere(String person) {
        return people.find(person).filter(one -> one.leftOn().isEmpty()).isPresent();
    }

    /** A person, also one who has left. */
    String name(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }

    Optional<String> occupant(UUID seat) {
        return seats.occupantOf(seat);
    }

    /** Who leads the review of a vacancy now. */
    Optional<String> lead(Vacancy vacancy) {
        return seats.of(vacancy.review(), List.of(Duty.LEAD_REVIEWER)).stream()
                .map(seat -> seats.occupantOf(seat.id()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The duty of a seat, in the middle of a sentence. */
    String duty(UUID seat) {
        return DutyWords.of(seats.seat(seat).duty());
    }

    /** A letter about a vacancy: school, visit, duty, and the path of the review's page. */
    Letter letter(String template, Vacancy vacancy) {
        return letter(template, running.of(vacancy.review()), duty(vacancy.seat()));
    }

    private Letter letter(String template, RunningReview review, String duty) {
        return Letter.of(
                "buffering/" + template,
                Map.of(
                        "school", review.school(),
                        "visit", review.visit(),
                        // Half of those who read this are not on the review any more, or not yet.
                        "drivingQuestion", "",
                        "duty", duty,
                        "page", address.of("/review/" + review.reference())));
    }

    /** What somebody reads who was asked and is not needed. */
    ToSay notNeeded(UUID request) {
        Request asked = record.request(request).orElseThrow();
        return letter("stand-in-not-needed", vacancy(asked.vacancy())).with("why", why(asked));
    }

    /** Why a request does not count any more, for the person who was asked. */
    String why(Request request) {
        String duty = duty(vacancy(request.vacancy()).seat());
        return switch (request.outcome().orElseThrow()) {
            case YES -> "You have said yes: you are %s.".formatted(duty);
            case NO -> "You have said no. Thank you for answering.";
            case SILENT ->
                "The time to answer is over, and somebody else is asked to be %s. If you could come after all, please ring your partnership lead."
                        .formatted(duty);
            case TAKEN -> "Somebody else was quicker and is %s now. You are not needed; thank you.".formatted(duty);
            case NOT_NEEDED -> "Nobody has to be found as %s any more. You are not needed; thank you.".formatted(duty);
            case INSTEAD ->
                "You are not asked to be %s any more, because you are asked for another place on the same review. Please answer that one."
                        .formatted(duty);
        };
    }

    /** The thanks to a stand-in who is released. */
    ToSay thanks(UUID occupancy) {
        Occupant occupant = seats.occupant(occupancy);
        UUID review = seats.seat(occupant.seat()).review();
        return letter("stand-in-released", running.of(review), duty(occupant.seat()));
    }
}
