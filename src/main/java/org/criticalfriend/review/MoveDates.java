package org.criticalfriend.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.CalendarChanged;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.duty.AlreadyTaken;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DayClaims;
import org.criticalfriend.engine.InTurn;
import org.criticalfriend.engine.dates.OpenDates;
import org.criticalfriend.engine.dates.OpenProcess;
import org.criticalfriend.engine.dates.OpenStep;
import org.criticalfriend.engine.dates.OpenTimer;
import org.criticalfriend.engine.task.TaskCard;
import org.criticalfriend.partnership.People;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Moves the dates of running reviews, all at once or not at all: the record, the days that people keep free, the due dates of open
 * steps, and every timer, also one that has fired if its date is ahead again.
 */
@Service
public class MoveDates {

    private final Reviews reviews;
    private final Deadlines deadlines;
    private final SchoolCalendars calendars;
    private final People people;
    private final DayClaims claims;
    private final OpenDates openDates;
    private final TaskCard card;
    private final InTurn inTurn;
    private final Clock clock;

    MoveDates(
            Reviews reviews,
            Deadlines deadlines,
            SchoolCalendars calendars,
            People people,
            DayClaims claims,
            OpenDates openDates,
            TaskCard card,
            InTurn inTurn,
            Clock clock) {
        this.reviews = reviews;
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.people = people;
        this.claims = claims;
        this.openDates = openDates;
        this.card = card;
        this.inTurn = inTurn;
        this.clock = clock;
    }

    /**
     * When a visit is to be instead.
     *
     * @param first first visit day, a pupil day of the host
     * @param last last visit day, a pupil day of the host
     * @param meetings days of the other appointments; one that is not named and still to hold falls where the lead times say
     */
    public record NewVisit(LocalDate first, LocalDate last, Map<AppointmentKind, LocalDate> meetings) {}

    /**
     * Moves a visit; it lasts as long as before, and the meetings that are still to hold move with it.
     *
     * @param first its new first day, a pupil day of the host
     * @throws DatesRefused in words, with nothing changed
     */
    public void visit(String reference, LocalDate first) {
        change(Set.of(reference), dates -> {
            LocalDate last = dates.host()
                    .plus(
                            first,
                            dates.host()
                                    .pupilDaysBetween(
                                            dates.review().visitFirst(),
                                            dates.review().visitLast()));
            return moved(dates, new NewVisit(first, last, Map.of()));
        });
    }

    /**
     * Moves several visits at once: all of them, or none.
     *
     * @param visits by the references of their reviews
     * @throws DatesRefused in words, with nothing changed
     */
    public void visits(Map<String, NewVisit> visits) {
        change(visits.keySet(), dates -> moved(dates, visits.get(dates.review().reference())));
    }

    /**
     * Moves a meeting to a day inside its window, which needs only those who hold it.
     *
     * @throws DatesRefused in words, with nothing changed: outside the window it takes a change of plan
     */
    public void insideWindow(String reference, AppointmentKind meeting, LocalDate day) {
        change(Set.of(reference), dates -> {
            Appointment.Window window = dates.window(meeting)
                    .orElseThrow(() -> new DatesRefused("A visit has no window. Moving it takes a change of plan."));
            if (!window.holds(day)) {
                throw new DatesRefused(
                        "%s lies outside the window of this meeting, %s to %s. Moving it there takes a change of plan."
                                .formatted(
                                        SchoolTime.words(day),
                                        SchoolTime.words(window.first()),
                                        SchoolTime.words(window.last())));
            }
            return moved(dates, meeting, day);
        });
    }

    /**
     * Moves a meeting by a change of plan.
     *
     * @throws DatesRefused in words, with nothing changed
     */
    public void meeting(String reference, AppointmentKind meeting, LocalDate day) {
        change(Set.of(reference), dates -> moved(dates, meeting, day));
    }

    /**
     * Takes the dates of a review away until it gets new ones: no step is due, no timer fires, nobody keeps a day free. People may
     * go on working on what is open. Done twice, it changes nothing.
     */
    public void pause(String reference) {
        change(
                Set.of(reference),
                dates ->
                        dates.review().pausedAt() == null ? dates.review().withPause(clock.instant()) : dates.review());
    }

    /**
     * Gives a paused review its dates again, the old or new ones.
     *
     * @throws DatesRefused in words, with nothing changed
     */
    public void resume(String reference, NewVisit visit) {
        change(Set.of(reference), dates -> moved(dates.of(dates.review().withPause(null)), visit));
    }

    private Review moved(ReviewDates dates, NewVisit visit) {
        LocalDate today = SchoolTime.today(clock);
        DatesRefused.ifPast(visit.first(), today);
        visit.meetings().values().forEach(day -> DatesRefused.ifPast(day, today));
        return dates.visited(visit, today);
    }

    private Review moved(ReviewDates dates, AppointmentKind meeting, LocalDate day) {
        DatesRefused.ifPast(day, SchoolTime.today(clock));
        return dates.held(meeting, day);
    }

    private void change(Collection<String> references, Function<ReviewDates, Review> newReview) {
        try {
            inTurn.does(() -> {
                List<Review> held = reviews.held(references);
                if (held.size() < references.size()) {
                    throw new IllegalArgumentException("One of the reviews %s is not there.".formatted(references));
                }
                return openDates.of(references, processes -> {
                    move(held, processes, newReview);
                    return null;
                });
            });
        } catch (RuntimeException e) {
            throw YearNotEntered.behind(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    private void move(List<Review> held, List<OpenProcess> processes, Function<ReviewDates, Review> newReview) {
        Calendars known = calendarsOf(held, processes);
        Map<String, ReviewDates> before = datesOf(held, known);
        Map<String, ReviewDates> after = new HashMap<>();
        before.forEach((reference, dates) -> after.put(reference, dates.of(newReview.apply(dates))));
        write(after.values());
        processes.forEach(process ->
                dateAnew(process, before.get(process.businessKey()), after.get(process.businessKey()), known));
        openDates.writeCards(processes, card::of);
    }

    private void write(Collection<ReviewDates> changed) {
        reviews.updateReviews(changed.stream().map(ReviewDates::review).toList());
        claims.moveDays(changed.stream()
                .collect(Collectors.toMap(dates -> dates.review().id(), ReviewDates::daysToKeepFree)));
    }

    /** What the new dates leave as it was stays as it is, also if people are late with it. */
    private void dateAnew(OpenProcess process, ReviewDates before, ReviewDates after, Calendars known) {
        Instant now = clock.instant();
        for (OpenStep step : process.steps()) {
            Optional<SchoolCalendar> own = known.ownOf(step, after.review());
            Deadlines.Asked was = deadlines.asking(before, own, step::asked);
            Deadlines.Asked is = deadlines.asking(after, own, step::asked);
            if (is.byLeadTime() && !is.date().equals(was.date())) {
                step.setDue(is.due(now));
            }
        }
        for (OpenTimer timer : process.timers()) {
            Deadlines.Asked was = deadlines.asking(before, Optional.empty(), () -> Optional.of(timer.asked()));
            Deadlines.Asked is = deadlines.asking(after, Optional.empty(), () -> Optional.of(timer.asked()));
            if (is.byLeadTime() && !is.timer().equals(was.timer())) {
                set(timer, is, now);
            }
        }
    }

    /** One that has fired is armed again if its date is ahead; never for a date that has passed or does not exist. */
    private static void set(OpenTimer timer, Deadlines.Asked asked, Instant now) {
        boolean ahead = asked.date().filter(at -> at.toInstant().isAfter(now)).isPresent();
        if (timer.due().isPresent() || ahead) {
            timer.setDue(asked.timer());
        }
    }

    /**
     * After a change of a school's calendar, such as an extra bank holiday: due dates and timers that are counted in school days
     * follow at once. Appointments stay where people have put them; {@link BrokenAppointments} lists those on closed days. One that
     * had no day because its school year was missing gets it now.
     */
    @EventListener
    void follow(CalendarChanged change) {
        List<String> references = reviews.openWithPeopleOf(change.schools());
        if (references.isEmpty()) {
            return;
        }
        inTurn.does(() -> {
            List<Review> held = reviews.held(references);
            return openDates.of(references, processes -> {
                Calendars known = calendarsOf(held, processes);
                Map<String, ReviewDates> dates = withMissingDays(datesOf(held, known));
                processes.forEach(process -> countAnew(process, dates.get(process.businessKey()), known));
                return null;
            });
        });
    }

    /** Fixes the meetings of reviews that were planned before meetings had days of their own. */
    void fixMissingDays() {
        List<String> references = reviews.openWithoutDays();
        if (!references.isEmpty()) {
            inTurn.does(() -> {
                List<Review> held = reviews.held(references);
                return withMissingDays(datesOf(held, calendarsOf(held, List.of())));
            });
        }
    }

    private Map<String, ReviewDates> withMissingDays(Map<String, ReviewDates> known) {
        Map<String, ReviewDates> fixed = new TreeMap<>(known);
        known.forEach((reference, dates) -> {
            ReviewDays days = dates.withMissing(SchoolTime.today(clock));
            if (!days.equals(dates.review().days())
                    && canKeepFree(dates.of(dates.review().withDays(days)))) {
                fixed.put(reference, dates.of(reviews.update(dates.review().withDays(days))));
            }
        });
        return fixed;
    }

    /** If somebody is taken on such a day, it stays open until people have found another. */
    private boolean canKeepFree(ReviewDates dates) {
        try {
            claims.moveDays(dates.review().id(), dates.daysToKeepFree());
            return true;
        } catch (AlreadyTaken e) {
            return false;
        }
    }

    private void countAnew(OpenProcess process, ReviewDates dates, Calendars known) {
        process.steps().forEach(step -> unlessYearIsMissing(() -> countAnew(step, dates, known)));
        process.timers().stream()
                .filter(timer -> timer.due().isPresent())
                .forEach(timer -> unlessYearIsMissing(() -> {
                    Deadlines.Asked is = deadlines.asking(dates, Optional.empty(), () -> Optional.of(timer.asked()));
                    if (is.byLeadTime()) {
                        timer.setDue(is.timer());
                    }
                }));
    }

    /** Nobody becomes late by it: a due date moves to one that is ahead, or off a day that is closed now. */
    private void countAnew(OpenStep step, ReviewDates dates, Calendars known) {
        Instant now = clock.instant();
        Deadlines.Asked is = deadlines.asking(dates, known.ownOf(step, dates.review()), step::asked);
        boolean ahead = is.date().filter(at -> !at.toInstant().isBefore(now)).isPresent();
        boolean onClosedDay = step.due()
                .filter(due -> !due.toInstant().isBefore(now))
                .filter(due -> !dates.host().isPupilDay(SchoolTime.dateOf(due.toInstant())))
                .isPresent();
        if (is.byLeadTime() && (ahead || onClosedDay)) {
            step.setDue(is.due(now));
        }
    }

    /** Whoever mends a calendar is not held up by a year of it that is missing yet; what is counted in it keeps its date. */
    private static void unlessYearIsMissing(Runnable counting) {
        try {
            counting.run();
        } catch (RuntimeException e) {
            if (YearNotEntered.behind(e).isEmpty()) {
                throw e;
            }
        }
    }

    /** Calendars of hosts and of the schools of those who have something to do, and who is of which school. */
    private record Calendars(Map<String, SchoolCalendar> bySchool, Map<String, String> schoolOf) {

        Optional<SchoolCalendar> ownOf(OpenStep step, Review review) {
            return step.assignee()
                    .map(schoolOf::get)
                    .filter(school -> !school.equals(review.host()))
                    .map(bySchool::get);
        }
    }

    private Calendars calendarsOf(List<Review> held, List<OpenProcess> processes) {
        Map<String, String> schoolOf = new HashMap<>();
        people.find(processes.stream()
                        .flatMap(process -> process.steps().stream())
                        .flatMap(step -> step.assignee().stream())
                        .collect(Collectors.toSet()))
                .values()
                .forEach(person -> person.ownSchool().ifPresent(school -> schoolOf.put(person.id(), school)));
        Set<String> schools = Stream.concat(held.stream().map(Review::host), schoolOf.values().stream())
                .collect(Collectors.toSet());
        return new Calendars(calendars.ofAll(schools), schoolOf);
    }

    private Map<String, ReviewDates> datesOf(List<Review> held, Calendars known) {
        return deadlines.of(held, known.bySchool()).stream()
                .collect(Collectors.toMap(dates -> dates.review().reference(), dates -> dates));
    }
}
