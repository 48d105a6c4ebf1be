package org.criticalfriend.review;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    /** What is asked about some reviews at present. One statement. */
    List<LateDecision> openIn(Collection<UUID> reviews) {
        return reviews.isEmpty()
                ? List.of()
                : database.sql("select * from late_decision where review in (:reviews) and outcome is null order by id")
                        .param("reviews", reviews)
                        .query(records.mapper(LateDecision.class))
                        .list();
    }

    /** All that was ever asked about a review, the earliest first. */
    List<LateDecision> allOf(Review review) {
        return database.sql("select * from late_decision where review = ? order by id")
                .param(review.id())
                .query(records.mapper(LateDecision.class))
                .list();
    }

    /** Which steps of some reviews have got more time, by review; the latest day of each counts. One statement. */
    Map<UUID, List<MoreTime>> moreTimeIn(Collection<UUID> reviews) {
        return once.get(this, new MoreTimeIn(Set.copyOf(reviews)), () -> readMoreTimeIn(reviews));
    }

    private record MoreTimeIn(Set<UUID> reviews) {}

    private Map<UUID, List<MoreTime>> readMoreTimeIn(Collection<UUID> reviews) {
        record InReview(UUID review, MoreTime more) {}
        return reviews.isEmpty()
                ? Map.of()
                : database
                        .sql(
                                """
                                select review, late, step, max(until_day) as until_day from late_decision
                                where review in (:reviews) and until_day is not null group by review, late, step""")
                        .param("reviews", reviews)
                        .query((row, number) -> new InReview(
                                row.getObject("review", UUID.class),
                                new MoreTime(
                                        row.getString("late"),
                                        row.getString("step"),
                                        row.getObject("until_day", LocalDate.class))))
                        .list()
                        .stream()
                        .collect(groupingBy(InReview::review, mapping(InReview::more, toList())));
    }
}
