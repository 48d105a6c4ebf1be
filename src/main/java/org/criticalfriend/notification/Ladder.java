package org.criticalfriend.notification;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.criticalfriend.calendar.OpenDays;
import org.criticalfriend.engine.EngineItself;
import org.criticalfriend.reading.UntilChanged;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks {@code reminder-ladder.dmn}, in the version that is in force, when people are reminded of a step. */
@Component
class Ladder {

    /** Id of the decision. */
    static final String DECISION = "reminder-ladder";

    private final EngineItself engine;
    private final RepositoryService repository;
    private final DecisionService decisions;
    private final UntilChanged untilChanged;

    Ladder(
            EngineItself engine,
            @Lazy RepositoryService repository,
            @Lazy DecisionService decisions,
            UntilChanged untilChanged) {
        this.engine = engine;
        this.repository = repository;
        this.decisions = decisions;
        this.untilChanged = untilChanged;
    }

    private record InForce() {}

    /**
     * The answers of one version. Its cells are numbers, so the same step has the same rungs.
     *
     * @param all every rung of the table
     */
    private record Version(String id, Rungs all, Map<String, Rungs> known) {}

    /** The rungs of a step, in school days after it is due, the earliest first; none if nobody is reminded of it. */
    record Rungs(List<Integer> days) {

        static final Rungs NONE = new Rungs(List.of());

        /** Whether somebody is to hear of it who last heard of their tasks on {@code since}, and now does on {@code today}. */
        boolean stepIsOnOne(LocalDate due, OpenDays school, LocalDate since, LocalDate today) {
            return days.stream()
                    .map(rung -> school.plus(due, rung))
                    .anyMatch(day -> day.isAfter(since) && !day.isAfter(today));
        }

        /** The first day on which a step that is still open has passed the last of them. */
        Optional<LocalDate> passed(LocalDate due, OpenDays school) {
            return days.stream().reduce((earlier, later) -> later).map(last -> school.plus(due, last)
                    .plusDays(1));
        }
    }

    /** The rungs of a step by its id in the model. */
    Rungs of(String activity) {
        return inForce().map(version -> of(version, activity)).orElse(Rungs.NONE);
    }

    /** Every rung that stands in the table, of whichever step. */
    Rungs all() {
        return inForce().map(Version::all).orElse(Rungs.NONE);
    }

    private Rungs of(Version version, String activity) {
        Rungs known = version.known().get(activity);
        if (known == null) {
            known = read(version.id(), activity);
            version.known().put(activity, known);
        }
        return known;
    }

    private Optional<Version> inForce() {
        return untilChanged.get(new InForce(), () -> Optional.ofNullable(engine.does(() -> repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(DECISION)
                        .latestVersion()
                        .singleResult()))
                .map(DecisionDefinition::getId)
                .map(id -> new Version(id, allOf(id), new ConcurrentHashMap<>())));
    }

    private Rungs allOf(String version) {
        return rungs(
                engine
                        .does(() -> repository.getDmnModelInstance(version))
                        .getModelElementsByType(DecisionTable.class)
                        .stream()
                        .filter(table -> DECISION.equals(((Decision) table.getParentElement()).getId()))
                        .flatMap(table -> LadderCheck.rungsOf(table).stream()));
    }

    private Rungs read(String version, String activity) {
        return rungs(engine
                .does(() -> decisions.evaluateDecisionTableById(
                        version, Variables.createVariables().putValue("activity", activity)))
                .collectEntries("rung")
                .stream()
                .map(rung -> ((Number) rung).intValue()));
    }

    private static Rungs rungs(Stream<Integer> days) {
        return new Rungs(days.distinct().sorted().toList());
    }
}
