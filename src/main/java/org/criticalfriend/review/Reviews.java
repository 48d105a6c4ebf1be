package org.criticalfriend.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.duty.ReviewRow;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.reading.ReadOnce;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of reviews: reads and writes everything that people wrote. */
@Repository
class Reviews {

    /** One for all keys: only then does the order of keys hold also within the same millisecond. */
    private static final TimeBasedEpochGenerator KEYS = Generators.timeBasedEpochGenerator();

    private final JdbcClient database;
    private final Register register;
    private final ReadOnce once;
    private final Records records;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reviews(
            JdbcClient database,
            Register register,
            ReadOnce once,
            Records records,
            ObjectMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
        this.once = once;
        this.records = records;
        this.database = database;
        this.register = register;
        this.json = json;
        this.clock = clock;
    }

    /** A new key: ordered by time, so that rows lie in the order they were written. */
    static UUID newId() {
        return KEYS.generate();
    }

    /** @throws IllegalArgumentException if there is no review of this reference */
    Review of(String reference) {
        return find(reference)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no review %s in the record. A review starts from the year plan."
                                .formatted(reference)));
    }

    Optional<Review> find(String reference) {
        return once.get(this, new ByReference(reference), () -> database.sql("select * from review where reference = ?")
                .param(reference)
                .query(records.mapper(Review.class))
                .optional());
    }

    /** A review by its key. */
    Optional<Review> byId(UUID id) {
        return records.byKey(id, Review.class);
    }

    /** Reviews that are neither cancelled nor waiting for a day and whose visit begins from {@code first} to {@code last}. */
    List<Review> visitedBetween(LocalDate first, LocalDate last) {
        return records.where(
                Review.class,
                """
                visit_first between :first and :last and cancelled_at is null and paused_at is null order by id""",
                Map.of("first", first, "last", last));
    }

    /** Reviews of a partnership whose visit begins from {@code first} to {@code last}, cancelled and waiting ones too, by visit. */
    List<Review> ofPartnershipVisitedBetween(String partnership, LocalDate first, LocalDate last) {
        return records.where(
                Review.class,
                "partnership = :partnership and visit_first between :first and :last order by visit_first, host",
                Map.of("partnership", partnership, "first", first, "last", last));
    }

    /** @throws IllegalArgumentException if there is no review of this key */
    Review byKey(UUID id) {
        return byId(id).orElseThrow(
                        () -> new IllegalArgumentException("There is no review %s in the record.".formatted(id)));
    }

    /** The reference of a review by its key. */
    String referenceOf(UUID id) {
        return byKey(id).reference();
    }

    /** Reviews by their keys, as far as there are any. */
    List<Review> byKeys(Collection<UUID> keys) {
        Map<UUID, Review> found = new LinkedHashMap<>();
        Set<UUID> missing = new LinkedHashSet<>();
        keys.forEach(key -> once.<Review>known(this, new ByKey(key))
                .ifPresentOrElse(review -> found.put(key, review), () -> missing.add(key)));
        if (!missing.isEmpty()) {
            records.where(Review.class, "id in (:keys)", Map.of("keys", missing))
                    .forEach(review -> found.put(review.id(), review));
        }
        return List.copyOf(found.values());
    }

    private void keepRead(Review review) {
        once.keep(this, new ByReference(review.reference()), Optional.of(review));
        once.keep(this, new ByKey(review.id()), review);
    }

    private record ByReference(String reference) {}

    private record ByKey(UUID id) {}

    private record Locked(String reference) {}

    private record OfReview(UUID review, Class<?> type) {}

    /** Reviews of the {@linkplain Register#partnershipsWhereReviews partnerships in whose reviews} a person takes part, by visit. */
    List<Review> ofPartnershipsOf(String person) {
        Set<String> partnerships = register.partnershipsWhereReviews(person);
        return partnerships.isEmpty()
                ? List.of()
                : records.where(
                        Review.class,
                        "partnership in (:partnerships) order by visit_first, host",
                        Map.of("partnerships", partnerships));
    }

    /** The last review of the same school in this partnership that came as far as its feedback. */
    Optional<Review> before(Review review) {
        return records
                .where(
                        Review.class,
                        """
                        host = :host and partnership = :partnership and reflection_deadline is not null
                            and visit_first < :visit
                        order by visit_first desc limit 1""",
                        Map.of(
                                "host",
                                review.host(),
                                "partnership",
                                review.partnership(),
                                "visit",
                                review.visitFirst()))
                .stream()
                .findFirst();
    }

    /** Holds the review's row until the transaction ends. */
    void hold(String reference) {
        once.lock(new Locked(reference), () -> once.keep(this, new ByReference(reference), readWithLock(reference)));
    }

    /** Locks and reads in one statement. */
    private Optional<Review> readWithLock(String reference) {
        return database.sql("select * from review where reference = ? for update")
                .param(reference)
                .query(records.mapper(Review.class))
                .optional();
    }

    /**
     * Holds a review's row until the transaction ends, and reads it: whoever waited for it sees what was written meanwhile.
     *
     * @throws IllegalArgumentException if there is no review of this reference
     */
    Review held(String reference) {
        hold(reference);
        return of(reference);
    }

    /** Holds the rows of some reviews until the transaction ends, in an order that is always the same, and reads them. */
    List<Review> held(Collection<String> references) {
        List<Review> held = database.sql("select * from review where reference in (:references) order by id for update")
                .param("references", references)
                .query(records.mapper(Review.class))
                .list();
        once.forget();
        once.holding(held.stream().map(review -> new ReviewRow(review.id())).toList());
        held.forEach(this::keepRead);
        return held;
    }

    Review add(Review review) {
        Review added = write(() -> records.insert(review));
        events.publishEvent(new ReviewChanged(Set.of(added.id())));
        return added;
    }

    Review update(Review review) {
        boolean otherDates = find(review.reference())
                .filter(before -> before.hasDatesOf(review))
                .isEmpty();
        Review updated = write(() -> records.update(review));
        if (otherDates) {
            events.publishEvent(new ReviewChanged(Set.of(updated.id())));
        }
        keepRead(updated);
        return updated;
    }

    /** Writes some reviews, each only if nobody else has since it was read. */
    void updateReviews(Collection<Review> changed) {
        List<Review> updated = write(() -> records.update(changed));
        updated.forEach(this::keepRead);
        events.publishEvent(new ReviewChanged(changed.stream().map(Review::id).collect(Collectors.toSet())));
    }

    /** Reviews of some hosts that are neither followed up nor cancelled. */
    List<Review> openAt(Collection<String> hosts) {
        return hosts.isEmpty()
                ? List.of()
                : records.where(
                        Review.class,
                        "host in (:hosts) and follow_up_held_on is null and cancelled_at is null order by id",
                        Map.of("hosts", hosts));
    }

    /** Reviews of a partnership that are neither followed up nor cancelled. */
    List<Review> openIn(String partnership) {
        return records.where(
                Review.class,
                "partnership = :partnership and follow_up_held_on is null and cancelled_at is null order by id",
                Map.of("partnership", partnership));
    }

    /** References of all reviews neither followed up nor cancelled. */
    List<String> open() {
        return database.sql(
                        "select reference from review where follow_up_held_on is null and cancelled_at is null order by id")
                .query(String.class)
                .list();
    }

    /** References of reviews neither followed up nor cancelled of which a meeting has no day. */
    List<String> openWithoutDays() {
        return database.sql(
                        """
                        select reference from review where follow_up_held_on is null and cancelled_at is null
                            and (planning_meeting_on is null or workshop_on is null or follow_up_on is null)
                        order by id""")
                .query(String.class)
                .list();
    }

    /** References of reviews neither followed up nor cancelled whose host is one of some schools, or somebody on whose team is of one. */
    List<String> openWithPeopleOf(Collection<String> schools) {
        return schools.isEmpty()
                ? List.of()
                : database.sql(
                                """
                                select reference from review where follow_up_held_on is null and cancelled_at is null and (host in (:schools) or id in (
                                    select s.review from seat s join occupancy o on o.fills = s.id join person p on p.id = o.person
                                    where p.school in (:schools)))
                                order by id""")
                        .param("schools", schools)
                        .query(String.class)
                        .list();
    }

    /** When and where appointments of a review are, if otherwise than usual. */
    List<Arrangement> arrangementsOf(UUID review) {
        return once.get(
                this, new OfReview(review, Arrangement.class), () -> records.of(review, Arrangement.class, "id"));
    }

    /** Adds an arrangement, or writes it anew. */
    Arrangement keep(Arrangement arrangement) {
        Arrangement kept = write(() -> records.save(arrangement));
        events.publishEvent(new ReviewChanged(Set.of(kept.review())));
        return kept;
    }

    void replaceTimetable(Review review, Collection<TimetableEntry> entries) {
        database.sql("delete from timetable_entry where review = ?")
                .param(review.id())
                .update();
        insert(entries);
    }

    void replaceQuestions(Review review, Collection<Question> questions) {
        database.sql("delete from question where review = ?").param(review.id()).update();
        insert(questions);
    }

    /** Adds records of one kind. */
    void insert(Collection<?> some) {
        write(() -> records.insert(some));
    }

    /** Writes records of one kind anew. */
    void update(Collection<?> some) {
        write(() -> records.update(some));
    }

    /** Takes an observation out of the record. */
    void remove(EvidenceItem item) {
        database.sql("delete from evidence_item where id = ?").param(item.id()).update();
        once.forget(this);
    }

    private <T> T write(Supplier<T> write) {
        try {
            return write.get();
        } finally {
            once.forget(this);
        }
    }

    /** Notes that something is late, unless that is known already. */
    void noteLate(Review review, String what, Instant since) {
        database.sql(
                        """
                        insert into lateness (id, review, what, since) select :id, :review, :what, :since
                        where not exists (select 1 from lateness where review = :review and what = :what)""")
                .param("id", newId())
                .param("review", review.id())
                .param("what", what)
                .param("since", LocalDateTime.ofInstant(since, ZoneOffset.UTC))
                .update();
    }

    /** Ids of the schools of a partnership that have a review in a school year: planned for it, or moved into it. */
    Set<String> hostsIn(String partnership, SchoolYear year) {
        return database.sql(
                        """
                        select distinct host from review
                        where partnership = :partnership and (reference like :planned or visit_first between :first and :last)""")
                .param("partnership", partnership)
                .param("planned", "%s-%d-%%".formatted(partnership, year.start()))
                .param("first", year.firstDay())
                .param("last", year.lastDay())
                .query(String.class)
                .set();
    }

    /** What is or was late in a review, in the order in which it became so. */
    List<Lateness> latenessOf(Review review) {
        return records.of(review.id(), Lateness.class, "since, id");
    }

    List<TimetableEntry> timetableOf(Review review) {
        return numbered(review, TimetableEntry.class);
    }

    List<Question> questionsOf(Review review) {
        return numbered(review, Question.class);
    }

    List<Finding> findingsOf(Review review) {
        return numbered(review, Finding.class);
    }

    List<ReviewOption> optionsOf(Review review) {
        return numbered(review, ReviewOption.class);
    }

    List<Action> actionsOf(Review review) {
        return numbered(review, Action.class);
    }

    /** @throws IllegalArgumentException if there is no action of this key */
    Action action(UUID id) {
        return records.byKey(id, Action.class)
                .orElseThrow(() -> new IllegalArgumentException("There is no action %s in the record.".formatted(id)));
    }

    /** Evidence in the order it was recorded. */
    List<EvidenceItem> evidenceOf(Review review) {
        return once.get(
                this,
                new OfReview(review.id(), EvidenceItem.class),
                () -> records.of(review.id(), EvidenceItem.class, "id"));
    }

    /** One observation of a review. */
    Optional<EvidenceItem> evidence(Review review, UUID item) {
        return records
                .where(
                        EvidenceItem.class,
                        "review = :review and id = :item",
                        Map.of("review", review.id(), "item", item))
                .stream()
                .findFirst();
    }

    /** The records of one kind that a review has, by their numbers. */
    <T> List<T> numbered(Review review, Class<T> type) {
        return once.get(this, new OfReview(review.id(), type), () -> records.of(review.id(), type, "number"));
    }

    /** Keeps the answer to a step that has no record of its own. */
    void keepAnswer(Review review, TaskInHand task, String person, Map<String, Object> answer) {
        database.sql(
                        """
                        insert into step_answer (id, review, activity, task, person, given_at, answer)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        newId(),
                        review.id(),
                        task.activity(),
                        task.id(),
                        person,
                        Timestamp.from(clock.instant()),
                        asJson(answer))
                .update();
    }

    private String asJson(Map<String, Object> answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The answer cannot be written as JSON.", e);
        }
    }
}
