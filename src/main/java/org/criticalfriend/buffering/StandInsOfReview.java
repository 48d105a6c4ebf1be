package org.criticalfriend.buffering;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.EngineItself;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.DatesMoved;
import org.criticalfriend.review.ReviewOver;
import org.criticalfriend.review.ReviewStarted;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.review.StandInRows;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The stand-ins of a review have a process of their own beside it: it starts with the review and ends with it at the latest. */
@Component
class StandInsOfReview {

    /** Id of the process. */
    static final String PROCESS = "stand-ins";

    private final RunningReviews running;
    private final Vacancies vacancies;
    private final SeatTimes times;
    private final Seats seats;
    private final SeatNews news;
    private final EngineItself itself;
    private final RuntimeService engine;

    StandInsOfReview(
            RunningReviews running,
            Vacancies vacancies,
            SeatTimes times,
            Seats seats,
            SeatNews news,
            EngineItself itself,
            @Lazy RuntimeService engine) {
        this.running = running;
        this.vacancies = vacancies;
        this.times = times;
        this.seats = seats;
        this.news = news;
        this.itself = itself;
        this.engine = engine;
    }

    @EventListener
    void on(ReviewStarted started) {
        itself.does(() -> engine.startProcessInstanceByKey(PROCESS, started.reference()));
    }

    /** A visit that lies ahead again has stand-ins again, wherever their process has come to. */
    @EventListener
    void on(DatesMoved moved) {
        moved.references().stream()
                .map(running::of)
                .filter(review -> !review.over() && !review.hasNoDate())
                .forEach(review -> {
                    List<ProcessInstance> own = of(review.reference());
                    if (!own.isEmpty() || vacancies.isUnderWay(review)) {
                        lookAfter(review, own);
                    }
                });
    }

    /**
     * Sees to it that the process of the stand-ins stands where the dates of the review say, and that somebody is looked for where a
     * seat has lost its occupant and is needed. The caller holds the review. Done twice, it changes nothing.
     */
    void lookAfter(RunningReview review) {
        lookAfter(review, of(review.reference()));
    }

    private void lookAfter(RunningReview review, List<ProcessInstance> own) {
        boolean visitCame = times.isPast(review, StandInRows.VISIT_MORNING_COMES);
        boolean workshopCame = times.isPast(review, StandInRows.WORKSHOP_MORNING_COMES);
        boolean standsRight = itself.does(() -> {
            List<ProcessInstance> astray = visitCame
                    ? List.of()
                    : query(review.reference())
                            .activityIdIn(StandInRows.WORKSHOP_MORNING_COMES)
                            .list();
            astray.forEach(one -> engine.deleteProcessInstance(one.getId(), "The visit lies ahead again."));
            return own.size() > astray.size();
        });
        if (!standsRight && visitCame) {
            release(review, EnumSet.of(Duty.RESERVE_REVIEWER));
        }
        if (!standsRight && workshopCame) {
            release(review, EnumSet.of(Duty.SPARE_IMPROVEMENT_CHAMPION));
        }
        if (!standsRight && !(visitCame && workshopCame)) {
            startBefore(review, nextStep(review, visitCame));
        }
        vacancies.lookAfter(review);
    }

    private String nextStep(RunningReview review, boolean visitCame) {
        if (visitCame) {
            return StandInRows.WORKSHOP_MORNING_COMES;
        }
        // They are asked once: in time, or not at all.
        return times.isPast(review, StandInRows.STAND_INS_ARE_ASKED)
                ? StandInRows.VISIT_MORNING_COMES
                : StandInRows.STAND_INS_ARE_ASKED;
    }

    private void startBefore(RunningReview review, String activity) {
        itself.does(() -> engine.createProcessInstanceByKey(PROCESS)
                .businessKey(review.reference())
                .startBeforeActivity(activity)
                .execute());
    }

    private List<ProcessInstance> of(String reference) {
        return itself.does(() -> query(reference).list());
    }

    private ProcessInstanceQuery query(String reference) {
        return engine.createProcessInstanceQuery().processDefinitionKey(PROCESS).processInstanceBusinessKey(reference);
    }

    @EventListener
    void on(ReviewOver over) {
        itself.does(() -> {
            of(over.reference())
                    .forEach(instance -> engine.deleteProcessInstance(instance.getId(), "The review is over."));
            return null;
        });
    }

    /**
     * The morning has come: whoever fills seats of some duties is released, with thanks. Whoever is just being asked to come has not
     * been told that they are not needed; they are, if nobody else comes.
     */
    void releaseWithThanks(String reference, Set<Duty> duties) {
        RunningReview review = running.held(reference);
        Set<String> asked = vacancies.asked(review);
        news.thank(release(review, duties).stream()
                .filter(occupant -> !asked.contains(occupant.person()))
                .toList());
    }

    private List<Occupant> release(RunningReview review, Set<Duty> duties) {
        return vacancies.filling(review, duties).stream()
                .map(occupant -> seats.release(occupant.id()))
                .toList();
    }
}
