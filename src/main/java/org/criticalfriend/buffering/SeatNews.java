package org.criticalfriend.buffering;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.notification.Outbox;
import org.criticalfriend.notification.ToTell;
import org.criticalfriend.review.PeopleOfReview;
import org.criticalfriend.review.RunningReview;
import org.springframework.stereotype.Component;

/** Who is told what when people come and go. The words are found when it is sent ({@link SeatLetters}). */
@Component
class SeatNews {

    private final Outbox outbox;
    private final PeopleOfReview people;

    SeatNews(Outbox outbox, PeopleOfReview people) {
        this.outbox = outbox;
        this.people = people;
    }

    /** Whoever is in charge hears that somebody cannot come. */
    void seatIsVacant(RunningReview review, Vacancy vacancy) {
        tell(SeatLetters.SEAT_IS_VACANT, vacancy.id(), people.inCharge(review));
    }

    /** Whoever is in charge hears that an associate cannot come, in whose place nobody is looked for. */
    void associateCannotCome(RunningReview review, Vacancy vacancy) {
        tell(SeatLetters.ASSOCIATE_CANNOT_COME, vacancy.id(), people.inCharge(review));
    }

    /** Team, host and whoever is in charge hear who comes. */
    void seatIsHeld(RunningReview review, Vacancy vacancy) {
        tell(SeatLetters.SEAT_IS_HELD, vacancy.id(), people.everybody(review));
    }

    /** Team, host and whoever is in charge hear who leads from now on. */
    void deputyLeads(RunningReview review, Vacancy vacancy) {
        tell(SeatLetters.DEPUTY_LEADS, vacancy.id(), people.everybody(review));
    }

    /**
     * Whoever is in charge next hears that nobody has chosen in time.
     *
     * @param round which time it is that nobody is left to ask
     */
    void nobodyHasChosen(Vacancy vacancy, String round, String person) {
        outbox.tell(
                List.of(ToTell.once(SeatLetters.NOBODY_HAS_CHOSEN, vacancy.id().toString(), person)
                        .onTurn(round)));
    }

    /** Whoever is in charge learns that two people are asked at once, and where to find their numbers. */
    void ring(RunningReview review, Vacancy vacancy) {
        tell(SeatLetters.PLEASE_RING, vacancy.id(), people.inCharge(review));
    }

    /** Those who were asked hear why they are not needed. */
    void notNeeded(RunningReview review, Collection<Request> requests) {
        requests.forEach(request -> tell(SeatLetters.NOT_NEEDED, request.id(), Set.of(request.person())));
    }

    /** Team, host and whoever is in charge hear that the review goes ahead without a seat. */
    void goesAheadSmaller(RunningReview review, Vacancy vacancy) {
        tell(SeatLetters.GOES_AHEAD_SMALLER, vacancy.id(), people.everybody(review));
    }

    /** Team, host and whoever is in charge hear that people meet from afar. */
    void goesVirtual(RunningReview review, Vacancy vacancy) {
        tell(SeatLetters.GOES_VIRTUAL, vacancy.id(), people.everybody(review));
    }

    /** Stand-ins who are not needed any more are thanked. */
    void thank(Collection<Occupant> released) {
        released.forEach(occupant -> tell(SeatLetters.THANK_YOU, occupant.id(), Set.of(occupant.person())));
    }

    private void tell(String occasion, UUID subject, Set<String> recipients) {
        List<ToTell> all = recipients.stream()
                .map(person -> ToTell.once(occasion, subject.toString(), person))
                .toList();
        outbox.tell(all);
    }
}
