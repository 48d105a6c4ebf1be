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
        return getClass().getSimpleName();
    }

    @Override
    public Map<String, Object> heading(TaskInHand task) {
        return running.heading(task.reference());
    }

    @Override
    public Map<String, Object> opensWith(TaskInHand task) {
        RunningReview review = running.of(task.reference());
        List<Occupant> own = own(review, task);
        Map<String, Object> form = heading(task);
        form.put(
                "duty",
                own.stream()
                        .map(occupant ->
                                DutyWords.of(seats.seat(occupant.seat()).duty()))
                        .collect(Collectors.joining(" and ")));
        form.put(
                "days",
                own.stream()
                        .map(occupant -> requests.days(
                                review, seats.seat(occupant.seat()).duty()))
                        .collect(Collectors.joining("; ")));
        return form;
    }

    private List<Occupant> own(RunningReview review, TaskInHand task) {
        String person = task.assignee().orElseThrow();
        return vacancies.filling(review, StandIns.duties()).stream()
                .filter(occupant -> occupant.person().equals(person))
                .toList();
    }

    @Override
    public Map<String, Object> accept(TaskInHand task, Map<String, Object> answer) {
        boolean keeps = "YES".equals(answer.get("answer"));
        own(running.of(task.reference()), task).forEach(occupant -> {
            if (keeps) {
                seats.confirm(occupant.id());
            } else {
                seats.withdraw(occupant.id());
            }
        });
        return Map.of();
    }
}
