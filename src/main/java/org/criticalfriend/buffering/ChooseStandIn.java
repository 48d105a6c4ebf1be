package org.criticalfriend.buffering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.buffering.Candidates.Ranked;
import org.criticalfriend.duty.AlreadyTaken;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DutyRefused;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.Step;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.Appointments;
import org.criticalfriend.review.DatesRefused;
import org.criticalfriend.review.MoveDates;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.springframework.stereotype.Component;

/**
 * Nobody is left to ask: the partnership lead chooses by hand among all who are trained, with reasons to read; or goes virtual, postpones,
 * or lets the review go ahead smaller. Each takes effect at once or is refused in words.
 */
@Component
class ChooseStandIn implements Step {

    private static final String DECISION = "standInDecision";

    private final BufferingRecord record;
    private final Vacancies vacancies;
    private final RunningReviews running;
    private final Candidates candidates;
    private final Seats seats;
    private final SeatTimes times;
    private final SeatWords words;
    private final Appointments appointments;
    private final MoveDates move;
    private final SeatNews news;

    ChooseStandIn(
            BufferingRecord record,
            Vacancies vacancies,
            RunningReviews running,
            Candidates candidates,
            Seats seats,
            SeatTimes times,
            SeatWords words,
            Appointments appointments,
            MoveDates move,
            SeatNews news) {
        this.record = record;
        this.vacancies = vacancies;
        this.running = running;
        this.candidates = candidates;
        this.seats = seats;
        this.times = times;
        this.words = words;
        this.appointments = appointments;
        this.move = move;
        this.news = news;
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
        Vacancy vacancy = vacancies.of(task);
        RunningReview review = running.of(vacancy.review());
        List<Ranked> ranked = candidates.ranked(review, byHand(vacancy));
        Map<String, Object> form = heading(task);
        form.put("duty", words.duty(vacancy.seat()));
        form.put("who", words.name(vacancy.leftBy()));
        form.put("possible", rows(ranked.stream().filter(Ranked::isPossible).toList(), vacancy));
        form.put(
                "impossible",
                rows(ranked.stream().filter(one -> !one.isPossible()).toList(), vacancy));
        form.put(
                "personOptions",
                ranked.stream()
                        .filter(Ranked::isPossible)
                        .map(one -> row("value", one.person().id(), "label", one.inWords()))
                        .toList());
        form.put(
                "decisionOptions",
                possible(review, vacancy, ranked.stream().anyMatch(Ranked::isPossible)).stream()
                        .map(decision -> row("value", decision.name(), "label", decision.words()))
                        .toList());
        form.put("appointment", appointment(review, vacancy).map(SeatWords::of).orElse("visit"));
        return form;
    }

    /** Whoever has said no, or nothing, may have another answer for the partnership lead. */
    private Candidates.Search byHand(Vacancy vacancy) {
        Candidates.Search search = candidates.searchFor(vacancy);
        return new Candidates.Search(search.duty(), search.leftBy(), Map.of());
    }

    private List<Map<String, Object>> rows(List<Ranked> some, Vacancy vacancy) {
        Map<String, Request.Outcome> asked = candidates.searchFor(vacancy).asked();
        return some.stream()
                .map(one -> {
                    List<String> reasons = new ArrayList<>(one.isPossible() ? one.reasons() : one.against());
                    Optional.ofNullable(asked.get(one.person().id()))
                            .ifPresent(outcome -> reasons.add(0, "Asked: %s.".formatted(outcome.words())));
                    return row(
                            "name",
                            one.inWords(),
                            "phone",
                            one.person().phone().orElse(""),
                            "reasons",
                            String.join(" ", reasons));
                })
                .toList();
    }

    private static Map<String, Object> row(String... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    /** No review without a lead, and none without a Champion. */
    private List<StandInDecision> possible(RunningReview review, Vacancy vacancy, boolean somebody) {
        Duty duty = seats.seat(vacancy.seat()).duty();
        boolean standIn = duty == Duty.RESERVE_REVIEWER || duty == Duty.SPARE_IMPROVEMENT_CHAMPION;
        List<StandInDecision> possible = new ArrayList<>();
        if (somebody) {
            possible.add(StandInDecision.ASK);
            possible.add(StandInDecision.AGREED);
        }
        if (!standIn && appointment(review, vacancy).isPresent()) {
            possible.add(StandInDecision.VIRTUAL);
            possible.add(StandInDecision.POSTPONE);
        }
        if (standIn || duty == Duty.PEER_REVIEWER || others(review, vacancy, duty)) {
            possible.add(StandInDecision.SMALLER);
        }
        return possible;
    }

    private boolean others(RunningReview review, Vacancy vacancy, Duty duty) {
        return vacancies.filling(review, List.of(duty)).stream()
                .anyMatch(occupant -> !occupant.seat().equals(vacancy.seat()));
    }

    /** The appointment at which the seat is missed. */
    private Optional<AppointmentKind> appointment(RunningReview review, Vacancy vacancy) {
        return times.next(review, seats.seat(vacancy.seat()).duty());
    }

    @Override
    public Map<String, Object> accept(TaskInHand task, Map<String, Object> answer) {
        Vacancy vacancy = vacancies.of(task);
        RunningReview review = running.of(vacancy.review());
        StandInDecision decision = Optional.ofNullable((String) answer.get(DECISION))
                .map(StandInDecision::valueOf)
                .orElseThrow(() -> Refusal.of("What do you decide? Please choose one."));
        try {
            take(review, vacancy, decision, answer);
        } catch (DutyRefused | DatesRefused refused) {
            throw Refusal.of(refused.getMessage());
        }
        record.decided(vacancy.id(), decision, task.assignee().orElseThrow());
        return Map.of(DECISION, decision.name());
    }

    private void take(RunningReview review, Vacancy vacancy, StandInDecision decision, Map<String, Object> answer) {
        switch (decision) {
            case ASK -> ask(review, vacancy, person(answer));
            case AGREED -> vacancies.hold(review, vacancy, ask(review, vacancy, person(answer)));
            case VIRTUAL -> {
                appointments.meetFromAfar(
                        review.reference(),
                        appointment(review, vacancy).orElseThrow(),
                        given((String) answer.get("link"), "Meeting link"));
                record.askAnew(vacancy.id());
                news.goesVirtual(review, vacancy);
            }
            case POSTPONE -> {
                postpone(review, vacancy, given((LocalDate) answer.get("newDay"), "New day"));
                record.askAnew(vacancy.id());
            }
            case SMALLER -> vacancies.giveUp(review, vacancy);
        }
    }

    private static String person(Map<String, Object> answer) {
        return given((String) answer.get("person"), "Who");
    }

    private static <T> T given(T value, String label) {
        return Optional.ofNullable(value).orElseThrow(() -> Refusal.of(label + ": please fill this in."));
    }

    private Request ask(RunningReview review, Vacancy vacancy, String person) {
        return vacancies.ask(
                review,
                vacancy,
                person,
                times.answerBy(review, seats.seat(vacancy.seat()).duty()));
    }

    private void postpone(RunningReview review, Vacancy vacancy, LocalDate day) {
        AppointmentKind kind = appointment(review, vacancy).orElseThrow();
        try {
            if (kind == AppointmentKind.VISIT) {
                move.visit(review.reference(), day);
            } else {
                move.meeting(review.reference(), kind, day);
            }
        } catch (AlreadyTaken | DatesRefused refused) {
            throw Refusal.of("New day: " + refused.getMessage());
        }
    }
}
