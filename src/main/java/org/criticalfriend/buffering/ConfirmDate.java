package org.criticalfriend.buffering;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.criticalfriend.duty.DutyWords;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.duty.StandIns;
import org.criticalfriend.engine.form.Step;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.springframework.stereotype.Component;

/** A stand-in says, once, whether they still keep the date free (P12). Whoever cannot leaves the seat; no reason is asked. */
@Component
class ConfirmDate implements Step {

    /** Id of the activity. */
    static final String ACTIVITY = "ConfirmDate";

    private final Vacancies vacancies;
    private final RunningReviews running;
    private final AnswerRequest requests;
    private final Seats seats;

    ConfirmDate(Vacancies vacancies, RunningReviews running, AnswerRequest requests, Seats seats) {
        this.vacancies = vacancies;
        this.running = running;
        this.requests = requests;
        this.seats = seats;
    }

    @Override
    public String activity() {
        return ACTIVITY;
    }

    @Override
    public Map<String, Object> heading(TaskInHand task) {
        return running.heading(task.reference());
    }

    @Override
    public Map<String, Object> opensWith(TaskInHand task) {
        RunningReview review = running.of(task.reference());
        String person = task.assignee().orElseThrow();
        Map<String, Object> form = heading(task);
        form.put("duty", duty(review, person));
        form.put("days", days(review, person));
        return form;
    }

    /** As what somebody stands by, in the middle of a sentence. */
    String duty(RunningReview review, String person) {
        return own(review, person).stream()
                .map(occupant -> DutyWords.of(seats.seat(occupant.seat()).duty()))
                .collect(Collectors.joining(" and "));
    }

    /** The days that they keep free for it, in words. */
    String days(RunningReview review, String person) {
        return own(review, person).stream()
                .map(occupant ->
                        requests.days(review, seats.seat(occupant.seat()).duty()))
                .collect(Collectors.joining("; "));
    }

    private List<Occupant> own(RunningReview review, String person) {
        return vacancies.filling(review, StandIns.duties()).stream()
                .filter(occupant -> occupant.person().equals(person))
                .toList();
    }

    @Override
    public Map<String, Object> accept(TaskInHand task, Map<String, Object> answer) {
        boolean keeps = "YES".equals(answer.get("answer"));
        own(running.of(task.reference()), task.assignee().orElseThrow()).forEach(occupant -> {
            if (keeps) {
                seats.confirm(occupant.id());
            } else {
                seats.withdraw(occupant.id());
            }
        });
        return Map.of();
    }
}
