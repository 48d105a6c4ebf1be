package org.criticalfriend.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came of a review: its workshop and targets, who knows of them, the support, what worked. Part of the record beside {@link Reviews}. */
@Repository
class Outcomes {

    private final JdbcClient database;
    private final Reviews reviews;
    private final Records records;

    Outcomes(JdbcClient database, Reviews reviews, Records records) {
        this.database = database;
        this.reviews = reviews;
        this.records = records;
    }

    /** Adds records of one kind. */
    void insert(Collection<?> some) {
        reviews.insert(some);
    }

    /** @param staff ids of the senior staff who were there */
    void add(Workshop workshop, Collection<String> staff) {
        insert(List.of(workshop));
        staff.forEach(person -> database.sql("insert into workshop_staff (workshop, person) values (?, ?)")
                .params(workshop.id(), person)
                .update());
    }

    /** The workshop, if its targets are set. */
    Optional<Workshop> workshopOf(Review review) {
        return records.of(review.id(), Workshop.class);
    }

    /** Ids of the senior staff who were at the workshop and have not left. */
    List<String> staffAtWorkshopOf(Review review) {
        return database.sql(
                        """
                        select s.person from workshop_staff s join workshop w on w.id = s.workshop
                            join person p on p.id = s.person
                        where w.review = ? and p.left_on is null order by s.person""")
                .param(review.id())
                .query(String.class)
                .list();
    }

    List<Target> targetsOf(Review review) {
        return reviews.numbered(review, Target.class);
    }

    /** What has helped in a review, in the order in which it was noted. */
    List<Note> whatWorkedIn(Review review) {
        return reviews.numbered(review, WhatWorked.class).stream()
                .map(worked -> new Note(Objects.requireNonNullElse(worked.theme(), ""), worked.text()))
                .toList();
    }

    /**
     * What has helped in the reviews of a partnership, for others to try (F14). It says nothing of the school or the review it comes
     * from (P19).
     *
     * @param theme as it was chosen; empty if none was
     */
    record Note(String theme, String text) {

        /** The same texts by theme; those without one last, under {@code Other}. */
        static Map<String, List<String>> byTheme(Collection<Note> notes) {
            Map<String, List<String>> themes = notes.stream()
                    .collect(Collectors.groupingBy(
                            Note::theme, LinkedHashMap::new, Collectors.mapping(Note::text, Collectors.toList())));
            Optional.ofNullable(themes.remove("")).ifPresent(texts -> themes.put("Other", texts));
            return themes;
        }
    }

    /** The note bank of a partnership: by theme, the latest visit first. */
    List<Note> noteBankOf(String partnership) {
        return database.sql(
                        """
                        select coalesce(w.theme, '') as theme, w.text from what_worked w join review r on r.id = w.review
                        where r.partnership = ? order by coalesce(w.theme, ''), r.visit_first desc, w.number, w.id""")
                .param(partnership)
                .query(Note.class)
                .list();
    }

    /** Notes that a person has told the head the targets. Noted twice, it changes nothing. */
    void noteTold(Review review, String person, Instant at) {
        noteOnce("targets_told", "told_at", review, person, at);
    }

    /** Ids of those who have told the head the targets. */
    List<String> toldIn(Review review) {
        return database.sql("select person from targets_told where review = ? order by told_at, person")
                .param(review.id())
                .query(String.class)
                .list();
    }

    /** Notes that a person has seen the plan. Noted twice, it changes nothing. */
    void noteSeen(Review review, String person, Instant at) {
        noteOnce("plan_seen", "seen_at", review, person, at);
    }

    private void noteOnce(String table, String when, Review review, String person, Instant at) {
        database.sql(
                        """
                        insert into %s (review, person, %s) select :review, :person, :at
                        where not exists (select 1 from %s where review = :review and person = :person)"""
                                .formatted(table, when, table))
                .param("review", review.id())
                .param("person", person)
                .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    private record Seen(String person, Timestamp seenAt) {}

    /** Who has said that they have seen the plan, and when. */
    Map<String, Instant> planSeenBy(Review review) {
        return database
                .sql("select person, seen_at from plan_seen where review = ?")
                .param(review.id())
                .query(Seen.class)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Seen::person, seen -> seen.seenAt().toLocalDateTime().toInstant(ZoneOffset.UTC)));
    }

    /** All support of a review, in the order in which it was asked for. */
    List<Support> supportOf(Review review) {
        return records.of(review.id(), Support.class, "id");
    }

    /** Support by a person that has neither been given nor declined, in all reviews. */
    List<Support> openSupportBy(String person) {
        return records.where(
                Support.class,
                "supporter = :supporter and state in ('OFFERED', 'ASKED', 'ACCEPTED', 'AGREED') order by id",
                Map.of("supporter", person));
    }

    /** @throws IllegalArgumentException if there is no support of this key */
    Support support(UUID id) {
        return records.byKey(id, Support.class)
                .orElseThrow(() -> new IllegalArgumentException("There is no support %s in the record.".formatted(id)));
    }

    void update(Support support) {
        update(List.of(support));
    }

    void update(Collection<Support> some) {
        reviews.update(some);
    }
}
