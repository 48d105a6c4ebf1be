package org.criticalfriend.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
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
import org.criticalfriend.partnership.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Moves the dates of running reviews, all at once or not at all: the record, the days that people keep free, the due dates of open
 * steps, and every timer, also one that has fired if its date is ahead again.
 */
@Service
public class MoveDates {

    private static final Logger LOG = LoggerFactory.getLogger(MoveDates.class);

    private final Reviews reviews;
    private final Deadlines deadlines;
    private final SchoolCalendars calendars;
    private final People people;
    private final DayClaims claims;
    private final OpenDates openDates;
    private final ReviewTaskCard card;
    private final LateDecisions decisions;
    private final OpenDecisions openDecisions;
    private final ApplicationEventPublisher events;
    private final InTurn inTurn;
    private final Clock clock;

    MoveDates(
            Reviews reviews,
            Deadlines deadlines,
            SchoolCalendars calendars,
            People people,
            DayClaims claims,
            OpenDates openDates,
            ReviewTaskCard card,
            LateDecisions decisions,
            OpenDecisions openDecisions,
            ApplicationEventPublisher events,
            InTurn inTurn,
            Clock clock) {
        this.reviews = reviews;
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.people = people;
        this.claims = claims;
        this.openDates = openDates;
        this.card = card;
        this.decisions = decisions;
        this.openDecisions = openDecisions;
        this.events = events;
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
     * @throws DatesRefused in words, with nothing changed; also if the review waits for a new day, about which somebody is asked already
     */
    public void visit(String reference, LocalDate first) {
        change(Set.of(reference), dates -> {
            DatesRefused.ifPaused(dates.review());
            LocalDate last = dates.host().plus(first, dates.visitDays().size() - 1);
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
     * Gives several reviews another visit at once, also those that wait for one: all of them, or none.
     *
     * @param visits by the references of their reviews
     * @throws DatesRefused in words, with nothing changed
     * @throws org.criticalfriend.duty.AlreadyTaken naming whoever has another duty on such a day
     */
    public void anew(Map<String, NewVisit> visits) {
        change(
                visits.keySet(),
                dates -> moved(
                        dates.of(dates.review().withPause(null)),
                        visits.get(dates.review().reference())));
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
     * Takes the dates of a review away until it gets new ones: no step is due by a lead time, no timer fires that counts with one,
     * nobody keeps a day free. People may go on working on what is open. Done twice, it changes nothing.
     *
     * @throws DatesRefused if the review has been followed up
     */
    public void pause(String reference) {
        change(Set.of(reference), dates -> {
            Review review = dates.review();
            DatesRefused.ifFollowedUp(review);
            return review.pausedAt() == null ? review.withPause(clock.instant()) : review;
        });
    }

    /**
     * Lets a paused review go on with the dates it had, wherever it stands; a meeting that was to be held meanwhile is held soon.
     *
     * @throws org.criticalfriend.duty.AlreadyTaken naming whoever has another duty on such a day by now
     */
    public void resume(String reference) {
        change(Set.of(reference), dates -> dates.again(SchoolTime.today(clock)));
    }

    /**
     * Lets a paused review go on with a new visit.
     *
     * @throws DatesRefused in words, with nothing changed
     */
    public void resume(String reference, NewVisit visit) {
        anew(Map.of(reference, visit));
    }

    /** A meeting was held before its day: what counts from that day follows, such as when a stand-in is released. */
    void heldEarly(ReviewDates planned, ReviewDates held) {
        openDates.of(Set.of(held.review().reference()), processes -> {
            OwnCalendars own = ownCalendars(processes);
            processes.forEach(process -> dateAnew(process, planned, held, own));
            return null;
        });
    }

    /**
     * Gives a late step more time: its open tasks get the new day, and the timer that has said that it is late says so again after it.
     *
     * @throws YearNotEntered if the day or the one after it lies in a school year without terms
     */
    void moreTime(String reference, MoreTime more) {
        inTurn.does(() -> {
            ReviewDates before = deadlines.of(reviews.held(reference));
            ReviewDates after = before.with(more);
            return openDates.of(Set.of(reference), processes -> {
                OwnCalendars own = ownCalendars(processes);
                processes.forEach(process -> dateAnew(process, before, after, own));
                return null;
            });
        });
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
        if (references.isEmpty()) {
            return;
        }
        try {
            inTurn.does(() -> {
                List<Review> held = reviews.held(references);
                if (held.size() < references.size()) {
                    throw new IllegalArgumentException("One of the reviews %s is not there.".formatted(references));
                }
                move(held, newReview);
                return null;
            });
        } catch (RuntimeException e) {
            throw YearNotEntered.behind(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    /** What can be refused comes first; the engine would log a refusal as an error of its own. */
    private void move(List<Review> held, Function<ReviewDates, Review> newReview) {
        Map<String, ReviewDates> before = byReference(deadlines.of(held));
        Map<String, ReviewDates> after = new TreeMap<>();
        before.forEach((reference, dates) -> after.put(reference, changed(dates, newReview, held.size() > 1)));
        claims.moveDays(after.values().stream()
                .collect(Collectors.toMap(dates -> dates.review().id(), ReviewDates::daysToKeepFree)));
        reviews.updateReviews(after.values().stream().map(ReviewDates::review).toList());
        openDates.of(before.keySet(), processes -> {
            OwnCalendars own = ownCalendars(processes);
            processes.forEach(process ->
                    dateAnew(process, before.get(process.businessKey()), after.get(process.businessKey()), own));
            openDates.writeCards(processes, card::of);
            return null;
        });
        closeOvertaken(after);
        events.publishEvent(new DatesMoved(List.copyOf(after.keySet())));
    }

    /**
     * What is not late any more needs no decision; if it becomes late again, its timer says so. What a review has open when its dates are
     * taken away waits: with the next ones it may be as late as before, and a timer that has fired would not say so again.
     */
    private void closeOvertaken(Map<String, ReviewDates> after) {
        Map<UUID, ReviewDates> byReview = after.values().stream()
                .collect(Collectors.toMap(dates -> dates.review().id(), Function.identity()));
        decisions.openIn(byReview.keySet()).stream()
                .filter(open -> isNotLate(open, byReview.get(open.review())))
                .collect(Collectors.groupingBy(
                        open -> byReview.get(open.review()).review().reference()))
                .forEach((reference, open) -> openDecisions.close(reference, open, LateDecision.Outcome.OVERTAKEN));
    }

    private boolean isNotLate(LateDecision open, ReviewDates dates) {
        return dates.review().pausedAt() == null
                && !dates.countsFromItsStart(open.late())
                && dates.at(open.late(), Optional.empty()).isAfter(clock.instant());
    }

    private static ReviewDates changed(
            ReviewDates dates, Function<ReviewDates, Review> newReview, boolean amongOthers) {
        try {
            return dates.of(newReview.apply(dates));
        } catch (DatesRefused e) {
            throw amongOthers ? e.of(dates.review().reference()) : e;
        }
    }

    /** What the new dates leave as it was stays as it is, also if people are late with it. */
    private void dateAnew(OpenProcess process, ReviewDates before, ReviewDates after, OwnCalendars own) {
        Instant now = clock.instant();
        for (OpenStep step : process.steps()) {
            Optional<SchoolCalendar> school = own.of(step, after.review());
            Deadlines.Asked was = deadlines.asking(before, school, step::asked);
            Deadlines.Asked is = deadlines.asking(after, school, step::asked);
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
     * follow at once. Appointments stay where people have put them; {@link BrokenAppointments} lists those on closed days,
     * and {@link CalendarFollowed} says that there may be new ones. One that
     * had no day because its school year was missing gets it now.
     */
    @EventListener
    void follow(CalendarChanged change) {
        List<String> references = reviews.openWithPeopleOf(change.schools());
        if (references.isEmpty()) {
            return;
        }
        inTurn.does(() -> {
            Map<String, ReviewDates> dates = withDaysKept(byReference(deadlines.of(reviews.held(references))));
            openDates.of(references, processes -> {
                OwnCalendars own = ownCalendars(processes);
                processes.forEach(process -> countAnew(process, dates.get(process.businessKey()), own));
                return null;
            });
            events.publishEvent(new CalendarFollowed(
                    dates.values().stream().map(one -> one.review().id()).collect(Collectors.toSet())));
            return null;
        });
    }

    /** Fixes the meetings of reviews that were planned before meetings had days of their own. */
    void fixMissingDays() {
        List<String> references = reviews.openWithoutDays();
        if (!references.isEmpty()) {
            inTurn.does(() -> withDaysKept(byReference(deadlines.of(reviews.held(references)))));
        }
    }

    /** Meetings without a day get one, and people keep free what is a day of a visit now. */
    private Map<String, ReviewDates> withDaysKept(Map<String, ReviewDates> known) {
        Map<String, ReviewDates> kept = new TreeMap<>(known);
        known.forEach((reference, dates) -> {
            ReviewDays days = dates.withMissing(SchoolTime.today(clock));
            boolean fixed = !days.equals(dates.review().days());
            if ((fixed || dates.visitDays().size() > 2)
                    && canKeepFree(dates.of(dates.review().withDays(days)))
                    && fixed) {
                kept.put(reference, dates.of(reviews.update(dates.review().withDays(days))));
            }
        });
        return kept;
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

    private void countAnew(OpenProcess process, ReviewDates dates, OwnCalendars own) {
        process.steps().forEach(step -> orLeave(dates, () -> countAnew(step, dates, own)));
        process.timers().stream()
                .filter(timer -> timer.due().isPresent())
                .forEach(timer -> orLeave(dates, () -> {
                    Deadlines.Asked is = deadlines.asking(dates, Optional.empty(), () -> Optional.of(timer.asked()));
                    if (is.byLeadTime()) {
                        timer.setDue(is.timer());
                    }
                }));
    }

    /** Nobody becomes late by it: a due date moves to one that is ahead, or off a day that is closed now. */
    private void countAnew(OpenStep step, ReviewDates dates, OwnCalendars own) {
        Instant now = clock.instant();
        Deadlines.Asked is = deadlines.asking(dates, own.of(step, dates.review()), step::asked);
        boolean ahead = is.date().filter(at -> !at.toInstant().isBefore(now)).isPresent();
        boolean onClosedDay = step.due()
                .filter(due -> !due.toInstant().isBefore(now))
                .filter(due -> !dates.host().isPupilDay(SchoolTime.dateOf(due.toInstant())))
                .isPresent();
        if (is.byLeadTime() && (ahead || onClosedDay)) {
            step.setDue(is.due(now));
        }
    }

    /**
     * Whoever mends a calendar is not held up by one review in which something cannot be counted, such as for want of a year or of a
     * row; it keeps its date.
     */
    private static void orLeave(ReviewDates dates, Runnable counting) {
        try {
            counting.run();
        } catch (YearNotEntered e) {
            leave(dates, e);
        } catch (ProcessEngineException e) {
            if (e instanceof OptimisticLockingException || isOfTheDatabase(e)) {
                throw e;
            }
            leave(dates, e);
        }
    }

    private static void leave(ReviewDates dates, RuntimeException reason) {
        LOG.warn(
                "A date of review {} could not be counted anew and stays. {}",
                dates.review().reference(),
                reason.getMessage());
    }

    private static boolean isOfTheDatabase(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(DataAccessException.class::isInstance);
    }

    private static Map<String, ReviewDates> byReference(List<ReviewDates> dates) {
        return dates.stream().collect(Collectors.toMap(one -> one.review().reference(), one -> one));
    }

    /** Calendars of the schools of those who have something to do, and who is of which school. */
    private record OwnCalendars(Map<String, SchoolCalendar> bySchool, Map<String, String> schoolOf) {

        Optional<SchoolCalendar> of(OpenStep step, Review review) {
            return step.assignee()
                    .map(schoolOf::get)
                    .filter(school -> !school.equals(review.host()))
                    .map(bySchool::get);
        }
    }

    private OwnCalendars ownCalendars(List<OpenProcess> processes) {
        Map<String, String> schoolOf = new HashMap<>();
        people.find(processes.stream()
                        .flatMap(process -> process.steps().stream())
                        .flatMap(step -> step.assignee().stream())
                        .collect(Collectors.toSet()))
                .values()
                .forEach(person -> person.ownSchool().ifPresent(school -> schoolOf.put(person.id(), school)));
        return new OwnCalendars(calendars.ofAll(Set.copyOf(schoolOf.values())), schoolOf);
    }
}
