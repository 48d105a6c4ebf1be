package org.criticalfriend.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.EngineItself;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Tells the model when: {@code ${deadlines.at(execution, 'HoldPlanningMeeting')}}. Lead times are rows of
 * {@code deadlines.dmn}, days are counted in the host's calendar.
 */
@Component("deadlines")
@NamedInModels
public class Deadlines {

    /** A step that starts after its due date gets one so many pupil days ahead. */
    private static final int GRACE = 2;

    private final Reviews reviews;
    private final SchoolCalendars calendars;
    private final EngineItself engine;
    private final DecisionService decisions;
    private final Clock clock;

    Deadlines(
            Reviews reviews,
            SchoolCalendars calendars,
            EngineItself engine,
            @Lazy DecisionService decisions,
            Clock clock) {
        this.reviews = reviews;
        this.calendars = calendars;
        this.engine = engine;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * When a step of the review of this execution is due, or a timer fires.
     *
     * @param row id of the activity or timer event, as in {@code deadlines.dmn}
     * @throws IllegalStateException if the table has no such row or one that cannot be read
     */
    public Date at(DelegateExecution execution, String row) {
        Review review = reviews.of(execution.getProcessBusinessKey());
        SchoolCalendar calendar = calendars.of(review.host());
        LeadTime lead = leadTime(review, row);
        Instant due = SchoolTime.at(day(review, lead, calendar), lead.time());
        boolean startsTooLate = due.isBefore(clock.instant()) && isUserTask(execution, row);
        return Date.from(
                startsTooLate ? SchoolTime.at(calendar.plus(SchoolTime.today(clock), GRACE), lead.time()) : due);
    }

    /** The day on which a row falls for a review, whatever has happened so far. */
    LocalDate dayOf(Review review, String row) {
        return day(review, leadTime(review, row), calendars.of(review.host()));
    }

    /** The day on which a row would fall if it counted from {@code from} instead of its anchor. */
    LocalDate dayCountedFrom(LocalDate from, Review review, String row) {
        return leadTime(review, row).from(from, calendars.of(review.host()));
    }

    private static boolean isUserTask(DelegateExecution execution, String row) {
        return row.equals(execution.getCurrentActivityId())
                && execution.getBpmnModelElementInstance() instanceof UserTask;
    }

    private LocalDate day(Review review, LeadTime lead, SchoolCalendar calendar) {
        LocalDate from =
                switch (lead.anchor()) {
                    case VISIT_FIRST -> review.visitFirst();
                    case VISIT_LAST -> review.visitLast();
                    case REFLECTION_DEADLINE -> review.reflectionDeadline();
                    case STEP_START -> SchoolTime.today(clock);
                };
        if (from == null) {
            throw new IllegalStateException(
                    "Review %s has no %s yet to count from.".formatted(review.reference(), lead.anchor()));
        }
        return lead.from(from, calendar);
    }

    private LeadTime leadTime(Review review, String row) {
        DmnDecisionTableResult found = engine.does(() -> decisions.evaluateDecisionTableByKey(
                "deadlines",
                Variables.createVariables()
                        .putValue("step", row)
                        .putValue("kind", review.kind().name())
                        .putValue("partnership", review.partnership())));
        if (found.isEmpty()) {
            throw new IllegalStateException(
                    "deadlines.dmn has no row for %s. Add one in Modeler, deploy it, then retry the step."
                            .formatted(row));
        }
        return leadTime(row, found.getFirstResult());
    }

    private static LeadTime leadTime(String row, DmnDecisionRuleResult result) {
        Map<String, Object> cells = result.getEntryMap();
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
}
