package org.criticalfriend.review;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.criticalfriend.engine.EngineItself;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.Schools;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/**
 * How large the team of a review is: {@code team-size.dmn}, in the version that is in force, unless the partnership has fixed the
 * number of reviewers ({@link org.criticalfriend.partnership.TeamRule}, G17).
 */
@Service
public class TeamSizes {

    /** Id of the decision. */
    static final String DECISION = "team-size";

    private final EngineItself engine;
    private final DecisionService decisions;
    private final Partnerships partnerships;
    private final Schools schools;

    TeamSizes(EngineItself engine, @Lazy DecisionService decisions, Partnerships partnerships, Schools schools) {
        this.engine = engine;
        this.decisions = decisions;
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
        return engine.does(() -> found.stream().collect(Collectors.toMap(School::id, host -> {
            TeamSize byRoll = answer(host.roll(), kind, partnership);
            return fixed.map(byRoll::withReviewers).orElse(byRoll);
        })));
    }

    private TeamSize answer(int roll, ReviewKind kind, String partnership) {
        DmnDecisionTableResult found = decisions.evaluateDecisionTableByKey(
                DECISION,
                Variables.createVariables()
                        .putValue("roll", roll)
                        .putValue("kind", kind.name())
                        .putValue("partnership", partnership));
        if (found.isEmpty()) {
            throw new IllegalStateException(
                    "team-size.dmn has no row for %d pupils. Add one in Modeler, deploy it, then try again."
                            .formatted(roll));
        }
        Map<String, Object> cells = found.getFirstResult().getEntryMap();
        return new TeamSize(
                ((Number) cells.get("reviewers")).intValue(),
                new BigDecimal(String.valueOf(cells.get("days"))),
                ((Number) cells.get("associates")).intValue());
    }
}
