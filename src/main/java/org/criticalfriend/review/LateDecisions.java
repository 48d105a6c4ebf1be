package org.criticalfriend.review;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.criticalfriend.reading.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of what those in charge are asked about late steps, and of what they decided. */
@Repository
class LateDecisions {

    private final JdbcClient database;
    private final Records records;
    private final ReadOnce once;

    LateDecisions(JdbcClient database, Records records, ReadOnce once) {
        this.once = once;
        this.database = database;
        this.records = records;
    }

    void add(LateDecision one) {
        records.insert(one);
        once.forget(this);
    }

    void update(Collection<LateDecision> some) {
        records.update(some);
        once.forget(this);
    }

    Optional<LateDecision> find(UUID id) {
        return records.byKey(id, LateDecision.class);
    }

    /** @throws IllegalArgumentException if there is none of this key */
    LateDecision of(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no decision %s.".formatted(id)));
    }

    /** What is asked about a step of a review at present. One statement. */
    List<LateDecision> openAbout(String reference, String step) {
        return database.sql(
                        """
                        select d.* from late_decision d join review v on v.id = d.review
                        where v.reference = ? and d.step = ? and d.outcome is null""")
                .params(reference, step)
                .query(records.mapper(LateDecision.class))
                .list();
    }

    /** What is asked about some reviews at present, the earliest first. */
    List<LateDecision> openIn(Collection<UUID> reviews) {
        return in(reviews).stream().filter(one -> one.outcome() == null).toList();
    }

    /** All that was ever asked about some reviews, the earliest first. Read once in a transaction, in one statement. */
    private List<LateDecision> in(Collection<UUID> reviews) {
        return reviews.isEmpty()
                ? List.of()
                : once.get(
                        this,
                        new In(Set.copyOf(reviews)),
                        () -> records.where(
                                LateDecision.class, "review in (:reviews) order by id", Map.of("reviews", reviews)));
    }

    private record In(Set<UUID> reviews) {}

    /** All that was ever asked about a review, the earliest first. */
    List<LateDecision> allOf(Review review) {
        return in(List.of(review.id()));
    }

    /** Which steps of some reviews have got more time, by review; the latest day of each counts. */
    Map<UUID, List<MoreTime>> moreTimeIn(Collection<UUID> reviews) {
        record Step(UUID review, String late, String step) {}
        Map<Step, LocalDate> until = in(reviews).stream()
                .filter(one -> one.untilDay() != null)
                .collect(toMap(
                        one -> new Step(one.review(), one.late(), one.step()),
                        LateDecision::untilDay,
                        BinaryOperator.maxBy(Comparator.<LocalDate>naturalOrder())));
        return until.entrySet().stream()
                .collect(groupingBy(
                        one -> one.getKey().review(),
                        mapping(
                                one -> new MoreTime(
                                        one.getKey().late(), one.getKey().step(), one.getValue()),
                                toList())));
    }
}
