package org.criticalfriend.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AlreadyTaken;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.TaskInHand;
import org.springframework.stereotype.Component;

/**
 * So close to the visit and no driving question: the partnership lead decides, with a reason, whether the visit goes ahead, is put off
 * or is cancelled (G6). The reason stays in the record.
 */
@Component
class DecideOnVisit extends StepOfReview {

    private final Deadlines deadlines;
    private final PlanningRecord planning;
    private final MoveDates move;
    private final Clock clock;

    DecideOnVisit(
            Reviews reviews,
            Heading heading,
            Deadlines deadlines,
            PlanningRecord planning,
            MoveDates move,
            Clock clock) {
        super(reviews, heading);
        this.deadlines = deadlines;
        this.planning = planning;
        this.move = move;
        this.clock = clock;
    }

    @Override
    void prefill(Map<String, Object> form, Review review) {
        form.put("planning", planningInWords(review));
    }

    private String planningInWords(Review review) {
        if (review.goal() != null) {
            return "The planning meeting has been held meanwhile, on %s. If nothing else speaks against it, the visit can go ahead."
                    .formatted(SchoolTime.words(review.goal().planningHeldOn()));
        }
        return "The planning meeting was to be held on %s. It is not typed up yet, so there is no driving question."
                .formatted(SchoolTime.words(deadlines.of(review).appointment(AppointmentKind.PLANNING_MEETING)));
    }

    @Override
    void take(Review review, TaskInHand task, Given given) {
        VisitDecision.Kind decision = decision(given);
        String reason = given.requiredText("reason", "Reason");
        LocalDate newVisit = decision == VisitDecision.Kind.POSTPONE ? newVisit(review, given) : null;
        planning.add(new VisitDecision(
                Reviews.newId(),
                review.id(),
                decision,
                reason,
                newVisit,
                task.assignee().orElseThrow(),
                clock.instant()));
        if (newVisit != null) {
            move(review, newVisit);
        }
    }

    private static VisitDecision.Kind decision(Given given) {
        return VisitDecision.Kind.valueOf(given.requiredText("visitDecision", "What do you decide?"));
    }

    private static LocalDate newVisit(Review review, Given given) {
        LocalDate day = given.requiredDate("newVisit", "New first visit day");
        if (!day.isAfter(review.visitFirst())) {
            throw Refusal.of("New first visit day: please choose a day after the one that the visit has now.");
        }
        return day;
    }

    /** In the transaction in which the task is handed in: if the visit cannot be moved, nothing is kept. */
    private void move(Review review, LocalDate day) {
        try {
            move.visit(review.reference(), day);
        } catch (DatesRefused | AlreadyTaken e) {
            throw Refusal.of("New first visit day: " + e.getMessage());
        }
    }

    @Override
    Map<String, Object> routing(Given given) {
        return Map.of("visitDecision", decision(given).name());
    }
}
