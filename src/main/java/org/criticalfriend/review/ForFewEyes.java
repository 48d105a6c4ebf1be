package org.criticalfriend.review;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What only very few people may read. Whoever asks here has made sure for whom: the notes of a workshop and the head's wish to be
 * there are for that review's Champions (P26), a debrief for its writer and whoever is in charge (P21), a learning note for its writer (F27), the host's own note for its leadership (P5).
 */
@Repository
class ForFewEyes {

    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    ForFewEyes(JdbcClient database, ApplicationEventPublisher events) {
        this.events = events;
        this.database = database;
    }

    /** Keeps the notes of the workshop, for its Champions. */
    void keepNotes(Review review, String text) {
        database.sql("insert into workshop_note (review, text) values (?, ?)")
                .params(review.id(), text)
                .update();
    }

    /** The notes of the workshop, for its Champions. */
    Optional<String> notesOf(Review review) {
        return text("select text from workshop_note where review = ?", review);
    }

    /**
     * How the workshop was for a Champion.
     *
     * @param person id of the Champion
     * @param text what they wrote
     */
    record Debrief(String person, String text) {}

    /** Keeps a Champion's debrief instead of the one before; none if there is nothing in it. */
    void keepDebrief(Review review, String person, String text) {
        keepOwn("debrief", review, person, text);
    }

    /** A Champion's own debrief. */
    Optional<String> debriefOf(Review review, String person) {
        return own("debrief", review, person);
    }

    /** The debriefs of all Champions, for whoever is in charge of the review. */
    List<Debrief> debriefsOf(Review review) {
        return database.sql("select person, text from debrief where review = ? order by person")
                .param(review.id())
                .query(Debrief.class)
                .list();
    }

    /** Keeps why the head wishes to be at the workshop, instead of what was said before. */
    void keepHeadsWish(Review review, String head, String reason, Instant since) {
        forgetHeadsWish(review);
        database.sql("insert into head_at_workshop (review, person, reason, since) values (?, ?, ?, ?)")
                .params(review.id(), head, reason, LocalDateTime.ofInstant(since, ZoneOffset.UTC))
                .update();
    }

    /** The head stays out after all. */
    void forgetHeadsWish(Review review) {
        database.sql("delete from head_at_workshop where review = ?")
                .param(review.id())
                .update();
        events.publishEvent(new ReviewChanged(Set.of(review.id())));
    }

    /** Why the head wishes to be at the workshop, for its Champions and the head; empty if the head stays out. */
    Optional<String> headsWish(Review review) {
        return text("select reason from head_at_workshop where review = ?", review);
    }

    /** Keeps a learning note instead of the one before; none if there is nothing in it. */
    void keepLearning(Review review, String person, String text) {
        keepOwn("learning_note", review, person, text);
    }

    /** A person's own learning note. */
    Optional<String> learningOf(Review review, String person) {
        return own("learning_note", review, person);
    }

    /** Keeps what the host notes for itself, instead of what it noted before; nothing if empty. */
    void keepHostNote(Review review, Optional<String> text) {
        database.sql("delete from host_note where review = ?")
                .param(review.id())
                .update();
        text.ifPresent(words -> database.sql("insert into host_note (review, text) values (?, ?)")
                .params(review.id(), words)
                .update());
    }

    /** What the host has noted for itself, for its head and senior team. */
    Optional<String> hostNoteOf(Review review) {
        return text("select text from host_note where review = ?", review);
    }

    private void keepOwn(String table, Review review, String person, String text) {
        database.sql("delete from %s where review = ? and person = ?".formatted(table))
                .params(review.id(), person)
                .update();
        if (!text.isBlank()) {
            database.sql("insert into %s (review, person, text) values (?, ?, ?)".formatted(table))
                    .params(review.id(), person, text)
                    .update();
        }
    }

    private Optional<String> own(String table, Review review, String person) {
        return database.sql("select text from %s where review = ? and person = ?".formatted(table))
                .params(review.id(), person)
                .query(String.class)
                .optional();
    }

    private Optional<String> text(String sql, Review review) {
        return database.sql(sql).param(review.id()).query(String.class).optional();
    }
}
