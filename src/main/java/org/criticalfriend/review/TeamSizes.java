package org.criticalfriend.review;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.criticalfriend.engine.DecisionTables;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.Schools;
import org.criticalfriend.reading.UntilChanged;
import org.springframework.stereotype.Service;

/**
 * How large the team of a review is: {@code team-size.dmn}, in the version that is in force, unless the partnership has fixed the
 * number of reviewers ({@link org.criticalfriend.partnership.TeamRule}, G17).
 */
@Service
public class TeamSizes {

    /** Id of the decision. */
    static final String DECISION = "team-size";

    private final DecisionTables tables;
    private final Partnerships partnerships;
    private final Schools schools;
    private final UntilChanged untilChanged;

    TeamSizes(DecisionTables tables, Partnerships partnerships, Schools schools, UntilChanged untilChanged) {
        this.untilChanged = untilChanged;
        this.tables = tables;
        this.partnerships = partnerships;
        this.schools = schools;
    }

    /**
     * The size for a review of one host.
     *
     * @throws IllegalArgumentException if there is no such partnership or school
     */
    public TeamSize of(String partnership, String host, ReviewKind kind) {
        return Optional.ofNullable(of(partnership, List.of(host), kind).get(host))
                .orElseThrow(() -> new IllegalArgumentException("There is no school %s.".formatted(host)));
    }

    /**
     * The sizes for reviews of several hosts, by the id of the host; a school that is not registered has none. The number of
     * statements does not depend on how many there are.
     *
     * @throws IllegalArgumentException if there is no such partnership
     */
    public Map<String, TeamSize> of(String partnership, Collection<String> hosts, ReviewKind kind) {
        Partnership asking = partnerships
                .find(partnership)
                .orElseThrow(() -> new IllegalArgumentException("There is no partnership %s.".formatted(partnership)));
        Optional<Integer> fixed = asking.settings().team().size();
        Collection<School> found = schools.find(hosts).values();
        Map<Question, TeamSize> byQuestion = untilChanged.getAll(
                found.stream()
                        .map(host -> new Question(host.roll(), kind, partnership))
                        .collect(Collectors.toSet()),
                this::answers);
        return found.stream().collect(Collectors.toMap(School::id, host -> {
            TeamSize byRoll = byQuestion.get(new Question(host.roll(), kind, partnership));
            return fixed.map(byRoll::withReviewers).orElse(byRoll);
        }));
    }

    /** What the table is asked: its cells are words and numbers, so the same question has the same answer. */
    private record Question(int roll, ReviewKind kind, String partnership) {}

    private Map<Question, TeamSize> answers(Set<Question> questions) {
        DecisionTables.Table table = tables.inForce(DECISION);
        return questions.stream().collect(Collectors.toMap(question -> question, question -> answer(table, question)));
    }

    private static TeamSize answer(DecisionTables.Table table, Question question) {
        Map<String, Object> cells = table.answer(Map.of(
                        "roll", question.roll(), "kind", question.kind().name(), "partnership", question.partnership()))
                .orElseThrow(() -> new IllegalStateException(
                        "team-size.dmn has no row for %d pupils. Add one in Modeler, deploy it, then try again."
                                .formatted(question.roll())));
        return new TeamSize(
                ((Number) cells.get("reviewers")).intValue(),
                new BigDecimal(String.valueOf(cells.get("days"))),
                ((Number) cells.get("associates")).intValue());
    }
}
