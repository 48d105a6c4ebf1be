package org.criticalfriend.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of who has said that they know something of a review, by mail or by opening its page. */
@Repository
class Acknowledgements {

    private final JdbcClient database;
    private final PreparationRecord preparation;
    private final Outcomes outcomes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Acknowledgements(
            JdbcClient database,
            PreparationRecord preparation,
            Outcomes outcomes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
        this.database = database;
        this.preparation = preparation;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * That somebody has said so.
     *
     * @param person id of the person
     */
    record Said(Acknowledgement what, String person, Instant at) {}

    /** Notes that a person has said so. The first time counts. */
    void note(Review review, Acknowledgement what, String person) {
        switch (what) {
            case QUESTIONS -> preparation.seen(review, person, clock.instant());
            case ACTION_PLAN -> outcomes.noteSeen(review, person, clock.instant());
            default ->
                database.sql(
                                """
                            insert into acknowledgement (id, review, person, what, said_at)
                            select :id, :review, :person, :what, :at where not exists (
                                select 1 from acknowledgement where review = :review and person = :person and what = :what)""")
                        .param("id", Reviews.newId())
                        .param("review", review.id())
                        .param("person", person)
                        .param("what", what.name())
                        .param("at", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update();
        }
        if (what == Acknowledgement.KEEPS_THE_DAY) {
            events.publishEvent(new SaidByMail(review.reference(), person, SaidByMail.What.KEEPS_THE_DAY));
        }
    }

    /** When a person has said so; empty before. */
    Optional<Instant> said(Review review, Acknowledgement what, String person) {
        return of(review).stream()
                .filter(said -> said.what() == what && said.person().equals(person))
                .map(Said::at)
                .findFirst();
    }

    /** Everything that was said of a review, in the order of its course, then of time. */
    List<Said> of(Review review) {
        List<Said> all = new ArrayList<>();
        preparation.seenBy(review).forEach((person, at) -> all.add(new Said(Acknowledgement.QUESTIONS, person, at)));
        outcomes.planSeenBy(review).forEach((person, at) -> all.add(new Said(Acknowledgement.ACTION_PLAN, person, at)));
        all.addAll(database.sql("select what, person, said_at from acknowledgement where review = ?")
                .param(review.id())
                .query((row, number) -> new Said(
                        Acknowledgement.valueOf(row.getString("what")),
                        row.getString("person"),
                        row.getObject("said_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list());
        all.sort(Comparator.comparing(Said::what).thenComparing(Said::at).thenComparing(Said::person));
        return all;
    }
}
