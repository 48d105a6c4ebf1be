package org.criticalfriend.review;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of the planning beside the goal itself: what to read and to prepare, what waits, what was decided. */
@Repository
class PlanningRecord {

    private final JdbcClient database;
    private final Records records;
    private final Reviews reviews;

    PlanningRecord(JdbcClient database, Records records, Reviews reviews) {
        this.records = records;
        this.database = database;
        this.reviews = reviews;
    }

    List<PlanningLink> linksOf(Review review) {
        return reviews.numbered(review, PlanningLink.class);
    }

    void replaceLinks(Review review, Collection<PlanningLink> links) {
        database.sql("delete from planning_link where review = ?")
                .param(review.id())
                .update();
        reviews.insert(links);
    }

    List<PreparationItem> preparationOf(Review review) {
        return reviews.numbered(review, PreparationItem.class);
    }

    void replacePreparation(Review review, Collection<PreparationItem> items) {
        database.sql("delete from preparation_item where review = ?")
                .param(review.id())
                .update();
        reviews.insert(items);
    }

    /** Notes that the head has confirmed focus and question (G5); done again, the later moment counts. */
    void confirmed(Review review, Instant at) {
        database.sql("delete from planning_confirmation where review = ?")
                .param(review.id())
                .update();
        database.sql("insert into planning_confirmation (review, confirmed_at) values (?, ?)")
                .params(review.id(), LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /** When the head confirmed focus and question; empty before. */
    Optional<Instant> confirmedAt(Review review) {
        return database.sql("select confirmed_at from planning_confirmation where review = ?")
                .param(review.id())
                .query(LocalDateTime.class)
                .optional()
                .map(at -> at.toInstant(ZoneOffset.UTC));
    }

    /** The other focus that came up in the planning of a review. */
    Optional<WaitingFocus> notedIn(Review review) {
        return records.where(WaitingFocus.class, "noted_in = :review", Map.of("review", review.id())).stream()
                .findFirst();
    }

    /**
     * What waits from earlier reviews of the same school in the same partnership, and what this review has settled of it, in the
     * order in which it came up.
     */
    List<WaitingFocus> waitingFor(Review review) {
        return records.where(
                WaitingFocus.class,
                """
                school = :host and partnership = :partnership and noted_in <> :review
                    and (settled_in is null or settled_in = :review)
                order by id""",
                Map.of("host", review.host(), "partnership", review.partnership(), "review", review.id()));
    }

    /** Notes the other focus that came up in the planning of a review, instead of what was noted before. */
    void keepWaiting(Review review, Optional<String> focus) {
        Optional<WaitingFocus> known = notedIn(review);
        if (focus.isEmpty()) {
            known.ifPresent(noted -> database.sql("delete from waiting_focus where id = ?")
                    .param(noted.id())
                    .update());
        } else if (known.isPresent()) {
            reviews.update(List.of(known.get().withFocus(focus.get())));
        } else {
            reviews.insert(List.of(new WaitingFocus(
                    Reviews.newId(), null, review.partnership(), review.host(), focus.get(), review.id(), null)));
        }
    }

    /** Notes which of those that {@linkplain #waitingFor wait} this review settles; the others go on waiting. */
    void settle(Review review, Set<UUID> settled) {
        List<WaitingFocus> changed = waitingFor(review).stream()
                .filter(focus -> settled.contains(focus.id()) != (focus.settledIn() != null))
                .map(focus -> focus.settled(settled.contains(focus.id()) ? review.id() : null))
                .toList();
        if (!changed.isEmpty()) {
            reviews.update(changed);
        }
    }

    void add(VisitDecision decision) {
        reviews.insert(List.of(decision));
    }

    /** What was decided on the visit, in its order. */
    List<VisitDecision> decisionsOn(Review review) {
        return records.of(review.id(), VisitDecision.class, "decided_at, id");
    }

    void add(QuestionChange change) {
        reviews.insert(List.of(change));
    }

    /** When another driving question was asked for, and which stood until then, in this order. */
    List<QuestionChange> changesOf(Review review) {
        return records.of(review.id(), QuestionChange.class, "asked_at, id");
    }
}
