package org.criticalfriend.review;

import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.criticalfriend.engine.DecisionTables;
import org.criticalfriend.partnership.FollowUpWeeks;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.reading.UntilChanged;
import org.springframework.stereotype.Component;

/** Asks {@code deadlines.dmn}, in the version that is in force. */
@Component
class DeadlinesTable {

    /** Id of the decision. */
    static final String DECISION = "deadlines";

    private static final String PARTNERSHIP = "partnership";

    private final DecisionTables tables;
    private final Partnerships partnerships;
    private final UntilChanged untilChanged;

    private volatile Version last;

    DeadlinesTable(DecisionTables tables, Partnerships partnerships, UntilChanged untilChanged) {
        this.untilChanged = untilChanged;
        this.tables = tables;
        this.partnerships = partnerships;
    }

    /** @param partnership empty if no row of the table is for one partnership only */
    private record Question(String row, String kind, Optional<String> partnership) {}

    /** Answers of one version. Its cells are words and numbers, so the same question has the same answer. */
    private record Version(
            DecisionTables.Table table, boolean looksAtPartnership, Map<Question, Optional<LeadTime>> answers) {

        Version(DecisionTables.Table table) {
            this(table, table.looksAt(PARTNERSHIP), new ConcurrentHashMap<>());
        }

        /** Two may ask for the same at once; then both read it, and nobody waits while the other does. */
        Optional<LeadTime> answer(String row, ReviewKind kind, String partnership) {
            Question question =
                    new Question(row, kind.name(), looksAtPartnership ? Optional.of(partnership) : Optional.empty());
            Optional<LeadTime> known = answers.get(question);
            if (known == null) {
                known = table.answer(Map.of("step", row, "kind", kind.name(), PARTNERSHIP, partnership))
                        .map(cells -> read(row, cells));
                answers.put(question, known);
            }
            return known;
        }
    }

    /** The rows for a review, all of one version of the table: do not keep them for longer than a piece of work. */
    LeadTimes of(Review review) {
        return of(review.kind(), review.partnership());
    }

    /** The same for a kind of review in a partnership. */
    LeadTimes of(ReviewKind kind, String partnership) {
        return new LeadTimes() {

            private Version version;
            private LeadTime.Unit weeks;

            @Override
            public Optional<LeadTime> find(String row) {
                if (version == null) {
                    version = inForce();
                }
                return version.answer(row, kind, partnership)
                        .map(lead -> lead.unit() == LeadTime.Unit.PARTNERSHIP_WEEKS ? lead.countedIn(weeks()) : lead);
            }

            private LeadTime.Unit weeks() {
                if (weeks == null) {
                    weeks = weeksOf(partnership);
                }
                return weeks;
            }
        };
    }

    private record InForce() {}

    /** Whatever else may have changed since: a version never does, so what it has answered holds. */
    private Version inForce() {
        return untilChanged.get(new InForce(), () -> {
            DecisionTables.Table table = tables.inForce(DECISION);
            Version known = last;
            if (known == null || !known.table().id().equals(table.id())) {
                known = new Version(table);
                last = known;
            }
            return known;
        });
    }

    private static LeadTime read(String row, Map<String, Object> cells) {
        try {
            return new LeadTime(
                    LeadTime.Anchor.valueOf(String.valueOf(cells.get("anchor"))),
                    ((Number) cells.get("offset")).intValue(),
                    LeadTime.Unit.valueOf(String.valueOf(cells.get("unit"))),
                    LeadTime.Roll.valueOf(String.valueOf(cells.get("roll"))),
                    LocalTime.parse(String.valueOf(cells.get("time"))));
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "deadlines.dmn, row %s: %s cannot be read as anchor, offset, unit, roll and time."
                            .formatted(row, cells),
                    e);
        }
    }

    private LeadTime.Unit weeksOf(String partnership) {
        return partnerships.followUpWeeksOf(partnership) == FollowUpWeeks.TERM_WEEKS
                ? LeadTime.Unit.TERM_WEEKS
                : LeadTime.Unit.WEEKS;
    }
}
