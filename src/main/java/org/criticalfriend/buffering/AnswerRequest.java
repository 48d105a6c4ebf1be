package org.criticalfriend.buffering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.DutyRefused;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.Step;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.springframework.stereotype.Component;

/**
 * Somebody who is asked says whether they can stand in. No reason is asked. Whoever is only asked does not learn what the review is
 * about: school, days and duty are enough to answer.
 */
@Component
class AnswerRequest implements Step {

    /** Id of the activity, and of its row in {@code deadlines.dmn}. */
    static final String ACTIVITY = "AnswerRequest";

    private final BufferingRecord record;
    private final Vacancies vacancies;
    private final RunningReviews running;
    private final Seats seats;
    private final SeatWords words;

    AnswerRequest(BufferingRecord record, Vacancies vacancies, RunningReviews running, Seats seats, SeatWords words) {
        this.record = record;
        this.vacancies = vacancies;
        this.running = running;
        this.seats = seats;
        this.words = words;
    }

    @Override
    public String activity() {
        return ACTIVITY;
    }

    @Override
    public Map<String, Object> heading(TaskInHand task) {
        Map<String, Object> heading = running.heading(task.reference());
        heading.put("drivingQuestion", "Can you stand in?");
        return heading;
    }

    @Override
    public Map<String, Object> opensWith(TaskInHand task) {
        Vacancy vacancy = vacancies.of(task);
        Map<String, Object> form = heading(task);
        form.put("duty", words.duty(vacancy.seat()));
        form.put(
                "days",
                days(running.of(vacancy.review()), seats.seat(vacancy.seat()).duty()));
        form.put("answerBy", inWords(requestOf(task, vacancy).answerBy()));
        return form;
    }

    private Request requestOf(TaskInHand task, Vacancy vacancy) {
        String person = task.assignee().orElseThrow();
        return record.requestsOf(vacancy.id()).stream()
                .filter(Request::isOpen)
                .filter(request -> request.person().equals(person))
                .findFirst()
                .orElseThrow(() -> Refusal.of("You are not asked any more. Go back to your list of tasks."));
    }

    /** The days that a duty takes, as a list in Markdown. */
    String days(RunningReview review, Duty duty) {
        Map<LocalDate, String> days = new LinkedHashMap<>();
        running.daysToKeepFree(review.id()).entrySet().stream()
                .filter(kind -> kind.getKey().isAttendedBy(duty))
                .sorted(Map.Entry.comparingByKey())
                .forEach(kind -> kind.getValue().stream()
                        .sorted(Comparator.naturalOrder())
                        .forEach(day -> days.putIfAbsent(day, SeatWords.of(kind.getKey()))));
        return days.isEmpty()
                ? "no day at present"
                : days.entrySet().stream()
                        .map(day -> "%s, %s".formatted(SchoolTime.words(day.getKey()), day.getValue()))
                        .collect(Collectors.joining("; "));
    }

    /** A moment as people read it: {@code Thursday 5 November 2026, 16:30}. */
    static String inWords(Instant moment) {
        ZonedDateTime school = SchoolTime.of(moment);
        return "%s, %02d:%02d".formatted(SchoolTime.words(school.toLocalDate()), school.getHour(), school.getMinute());
    }

    @Override
    public Map<String, Object> accept(TaskInHand task, Map<String, Object> answer) {
        Vacancy vacancy = vacancies.of(task);
        Request request = requestOf(task, vacancy);
        RunningReview review = running.of(vacancy.review());
        if ("YES".equals(answer.get("answer"))) {
            try {
                vacancies.hold(review, vacancy, request);
            } catch (DutyRefused refused) {
                throw Refusal.of(refused.getMessage());
            }
        } else {
            vacancies.decline(request);
        }
        return Map.of();
    }

    @Override
    public Optional<String> gone(String reference, String person) {
        List<Request> own = record.requestsOfReview(running.of(reference).id()).stream()
                .filter(request -> request.person().equals(person) && !request.isOpen())
                .toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(words.why(own.get(own.size() - 1)));
    }
}
