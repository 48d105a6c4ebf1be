package org.criticalfriend.review;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of how the host prepares for the visit: who has opened the questions, notes on them, what it would like to show. */
@Repository
class PreparationRecord {

    private final JdbcClient database;
    private final Reviews reviews;
    private final Records records;

    PreparationRecord(JdbcClient database, Reviews reviews, Records records) {
        this.database = database;
        this.reviews = reviews;
        this.records = records;
    }

    /** All notes on questions of a review, also on such as are not asked any more. */
    List<QuestionNote> notesOf(Review review) {
        return records.of(review.id(), QuestionNote.class, "id");
    }

    /**
     * Writes the notes on some questions; what was noted on others stays.
     *
     * @param asked the questions in their words
     */
    void replaceNotes(Review review, Collection<String> asked, Collection<QuestionNote> notes) {
        if (!asked.isEmpty()) {
            database.sql("delete from question_note where review = :review and asked in (:asked)")
                    .param("review", review.id())
                    .param("asked", asked)
                    .update();
        }
        reviews.insert(notes);
    }

    Optional<String> showcaseOf(Review review) {
        return records.of(review.id(), Showcase.class).map(Showcase::text);
    }

    void replaceShowcase(Review review, Optional<String> text) {
        database.sql("delete from showcase where review = ?").param(review.id()).update();
        text.ifPresent(words -> reviews.insert(List.of(new Showcase(Reviews.newId(), review.id(), words))));
    }

    /**
     * Notes that a person of the host's leadership has opened the questions (G13). The first time counts, for each time they were
     * issued; as long as they are not, nothing is noted.
     */
    void seen(Review review, String person, Instant at) {
        if (review.questionsIssuedAt() == null) {
            return;
        }
        database.sql(
                        """
                        insert into questions_seen (id, review, person, issued_at, seen_at)
                        select :id, :review, :person, :issued, :at
                        where not exists (select 1 from questions_seen
                            where review = :review and person = :person and issued_at = :issued)""")
                .param("id", Reviews.newId())
                .param("review", review.id())
                .param("person", person)
                .param("issued", inDatabase(review.questionsIssuedAt()))
                .param("at", inDatabase(at))
                .update();
    }

    /** When somebody of the host's leadership first opened the questions as they are issued now; empty before. */
    Optional<Instant> firstSeen(Review review) {
        return seenBy(review).values().stream().min(Comparator.naturalOrder());
    }

    /** Who of the host's leadership has opened the questions as they are issued now, and when, by id. */
    Map<String, Instant> seenBy(Review review) {
        record Seen(String person, LocalDateTime seenAt) {}
        return review.questionsIssuedAt() == null
                ? Map.of()
                : database
                        .sql("select person, seen_at from questions_seen where review = ? and issued_at = ?")
                        .params(review.id(), inDatabase(review.questionsIssuedAt()))
                        .query(Seen.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(
                                Seen::person, seen -> seen.seenAt().toInstant(ZoneOffset.UTC)));
    }

    private static LocalDateTime inDatabase(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
