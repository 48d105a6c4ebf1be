package org.criticalfriend.buffering;

import java.util.UUID;
import java.util.function.Function;
import org.criticalfriend.notification.NothingToSay;
import org.criticalfriend.notification.Notice;
import org.criticalfriend.notification.Occasion;
import org.criticalfriend.notification.ToSay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people are told when others come and go, in templates under {@code mail/buffering}. No mail says why somebody cannot come. */
@Configuration(proxyBeanMethods = false)
class SeatLetters {

    /** Somebody cannot come; by vacancy. */
    static final String SEAT_IS_VACANT = "seat-is-vacant";

    /** An associate cannot come; by vacancy. */
    static final String ASSOCIATE_CANNOT_COME = "associate-cannot-come";

    /** Who comes instead; by vacancy. */
    static final String SEAT_IS_HELD = "seat-is-held";

    /** Who leads from now on; by vacancy. */
    static final String DEPUTY_LEADS = "deputy-leads";

    /** Two people are asked at once; by vacancy. */
    static final String PLEASE_RING = "please-ring";

    /** Nobody has chosen in time; by vacancy. */
    static final String NOBODY_HAS_CHOSEN = "nobody-has-chosen";

    /** Somebody who was asked is not needed; by request. */
    static final String NOT_NEEDED = "stand-in-not-needed";

    /** A seat was given up; by vacancy. */
    static final String GOES_AHEAD_SMALLER = "goes-ahead-smaller";

    /** The visit is held from afar; by vacancy. */
    static final String GOES_VIRTUAL = "goes-virtual";

    /** A stand-in is released; by occupancy. */
    static final String THANK_YOU = "stand-in-released";

    private record Told(String name, Function<Notice, ToSay> words) implements Occasion {

        @Override
        public ToSay now(Notice notice) {
            return words.apply(notice);
        }
    }

    @Bean
    Occasion seatIsVacantTold(SeatWords seats) {
        return ofVacancy(
                SEAT_IS_VACANT,
                seats,
                vacancy -> vacancy.isOpen()
                        ? seats.letter("seat-is-vacant", vacancy).with("name", seats.name(vacancy.leftBy()))
                        : new NothingToSay("The seat is settled."));
    }

    @Bean
    Occasion associateCannotComeTold(SeatWords seats) {
        return ofVacancy(ASSOCIATE_CANNOT_COME, seats, vacancy -> seats.letter("associate-cannot-come", vacancy)
                .with("name", seats.name(vacancy.leftBy())));
    }

    @Bean
    Occasion pleaseRingTold(SeatWords seats) {
        return ofVacancy(
                PLEASE_RING,
                seats,
                vacancy -> vacancy.isOpen()
                        ? seats.letter("please-ring", vacancy)
                        : new NothingToSay("The seat is settled."));
    }

    @Bean
    Occasion nobodyHasChosenTold(SeatWords seats, WhoChooses choose) {
        return new Told(
                NOBODY_HAS_CHOSEN,
                notice -> choose.nobodyHasChosen(seats.vacancy(UUID.fromString(notice.subject())), notice.recipient()));
    }

    @Bean
    Occasion seatIsHeldTold(SeatWords seats) {
        return ofVacancy(SEAT_IS_HELD, seats, vacancy -> seats.occupant(vacancy.seat())
                .map(person -> (ToSay) seats.letter("seat-is-held", vacancy).with("name", seats.name(person)))
                .orElseGet(() -> new NothingToSay("Whoever came has left again.")));
    }

    @Bean
    Occasion deputyLeadsTold(SeatWords seats) {
        return ofVacancy(DEPUTY_LEADS, seats, vacancy -> seats.lead(vacancy)
                .map(person -> (ToSay) seats.letter("deputy-leads", vacancy)
                        .with("name", seats.name(person))
                        .with(
                                "seatIsFilled",
                                vacancy.outcome()
                                        .filter(Vacancy.Outcome.NOT_NEEDED::equals)
                                        .isEmpty()))
                .orElseGet(() -> new NothingToSay("Whoever led has left again.")));
    }

    @Bean
    Occasion goesAheadSmallerTold(SeatWords seats) {
        return ofVacancy(
                GOES_AHEAD_SMALLER,
                seats,
                vacancy -> seats.occupant(vacancy.seat()).isPresent()
                        ? new NothingToSay("Somebody fills the seat after all.")
                        : seats.letter("goes-ahead-smaller", vacancy));
    }

    @Bean
    Occasion goesVirtualTold(SeatWords seats) {
        return ofVacancy(GOES_VIRTUAL, seats, vacancy -> seats.letter("goes-virtual", vacancy));
    }

    @Bean
    Occasion standInNotNeededTold(SeatWords seats) {
        return ofPerson(NOT_NEEDED, seats, seats::notNeeded);
    }

    @Bean
    Occasion standInReleasedTold(SeatWords seats) {
        return ofPerson(THANK_YOU, seats, seats::thanks);
    }

    /** Whoever has left the review since is told nothing of it any more. */
    private static Occasion ofVacancy(String name, SeatWords seats, Function<Vacancy, ToSay> words) {
        return new Told(name, notice -> {
            Vacancy vacancy = seats.vacancy(UUID.fromString(notice.subject()));
            return seats.isConcerned(vacancy, notice.recipient())
                    ? words.apply(vacancy)
                    : new NothingToSay("They are not on the review any more.");
        });
    }

    /** About somebody themselves, whether or not they are on the review. */
    private static Occasion ofPerson(String name, SeatWords seats, Function<UUID, ToSay> words) {
        return new Told(
                name,
                notice -> seats.isThere(notice.recipient())
                        ? words.apply(UUID.fromString(notice.subject()))
                        : new NothingToSay("They have left."));
    }
}
