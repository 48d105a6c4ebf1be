package org.criticalfriend.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.buffering.Withdrawals;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DayClaims;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.engine.identity.WhoIsWho;
import org.criticalfriend.review.PlannedReview;
import org.criticalfriend.review.ProposedDates;
import org.criticalfriend.review.ProposedDates.Proposal;
import org.criticalfriend.review.StartReview;
import org.criticalfriend.sample.SampleFiles.ReviewRow;
import org.springframework.stereotype.Component;

/**
 * Lets the people of the sample live through a review up to today: with the clock moved back, each hands in each form in their
 * own name and through the form gate, and each timer fires on its day. So the sample can hold nothing that people could not have
 * done.
 */
@Component
class SampleReviews {

    /** How long before it is due a step is handed in. */
    private static final Duration BEFORE_DUE = Duration.ofMinutes(40);

    /** How long ago somebody said that they cannot come; a stand-in is still being asked. */
    private static final Duration SINCE_WITHDRAWAL = Duration.ofHours(2);

    private final StartReview start;
    private final ProposedDates proposed;
    private final Withdrawals withdrawals;
    private final DayClaims claims;
    private final SchoolCalendars calendars;
    private final SampleAnswers answers;
    private final RuntimeService instances;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final IdentityService identity;
    private final WhoIsWho register;
    private final MovableClock clock;

    SampleReviews(
            StartReview start,
            ProposedDates proposed,
            Withdrawals withdrawals,
            DayClaims claims,
            SchoolCalendars calendars,
            SampleAnswers answers,
            RuntimeService instances,
            TaskService tasks,
            ManagementService jobs,
            IdentityService identity,
            WhoIsWho register,
            MovableClock clock) {
        this.start = start;
        this.proposed = proposed;
        this.withdrawals = withdrawals;
        this.claims = claims;
        this.calendars = calendars;
        this.answers = answers;
        this.instances = instances;
        this.tasks = tasks;
        this.jobs = jobs;
        this.identity = identity;
        this.register = register;
        this.clock = clock;
    }

    void live(String partnership, ReviewRow row) {
        Instant now = clock.instant();
        boolean moved = clock.isMoved();
        try {
            live(partnership, row, now);
        } finally {
            if (moved) {
                clock.moveTo(now);
            } else {
                clock.release();
            }
        }
    }

    private void live(String partnership, ReviewRow row, Instant now) {
        SampleDates dates = new SampleDates(calendars.of(row.host()), now);
        LocalDate visit = dates.visit(row);
        clock.moveTo(dates.plannedFor(visit));
        String reference = start.as(new PlannedReview(
                partnership, row.host(), row.focus(), visit, visit, meetings(partnership, row, visit), row.seats()));
        if (row.withdraws() != null) {
            live(reference, row, now.minus(SINCE_WITHDRAWAL), now);
            clock.moveTo(now.minus(SINCE_WITHDRAWAL));
            withdrawals.withdraw(reference, row.withdraws());
        }
        live(reference, row, now, now);
    }

    private void live(String reference, ReviewRow row, Instant until, Instant now) {
        Optional<Event> next = next(reference, row, until, now);
        while (next.isPresent()) {
            if (next.get().at().isAfter(clock.instant())) {
                clock.moveTo(next.get().at());
            }
            next.get().happens().run();
            next = next(reference, row, until, now);
        }
    }

    /** Workshop and follow-up where they usually fall, or on the next school day on which all their people are free. */
    private Map<AppointmentKind, LocalDate> meetings(String partnership, ReviewRow row, LocalDate visit) {
        Proposal usual = proposed.forVisit(partnership, row.host(), visit, visit);
        Map<AppointmentKind, LocalDate> meetings = new EnumMap<>(AppointmentKind.class);
        meetings.put(AppointmentKind.WORKSHOP, freeDay(row, AppointmentKind.WORKSHOP, usual.workshop()));
        usual.followUp()
                .ifPresent(
                        day -> meetings.put(AppointmentKind.FOLLOW_UP, freeDay(row, AppointmentKind.FOLLOW_UP, day)));
        return meetings;
    }

    private LocalDate freeDay(ReviewRow row, AppointmentKind meeting, LocalDate usual) {
        List<String> people = row.seats().entrySet().stream()
                .filter(seat -> meeting.isAttendedBy(seat.getKey()))
                .flatMap(seat -> seat.getValue().stream())
                .toList();
        LocalDate day = usual;
        while (!claims.freePeople(people, Set.of(day)).containsAll(people)) {
            day = calendars.of(row.host()).plus(day, 1);
        }
        return day;
    }

    /** A timer that fires or a person who hands in. */
    private record Event(Instant at, Runnable happens) {}

    private Optional<Event> next(String reference, ReviewRow row, Instant until, Instant now) {
        Stream<Event> timers =
                instances.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                        .flatMap(instance -> jobs.createJobQuery().processInstanceId(instance.getId()).list().stream())
                        .map(job -> new Event(dueAt(job), () -> jobs.executeJob(job.getId())));
        Stream<Event> people = tasks.createTaskQuery().processInstanceBusinessKey(reference).list().stream()
                .filter(task -> isDone(task, row))
                .map(task -> new Event(handedInAt(task, now), () -> handIn(task, row)));
        return Stream.concat(timers, people)
                .filter(event -> !event.at().isAfter(until))
                .min(Comparator.comparing(Event::at));
    }

    private Instant dueAt(Job job) {
        return job.getDuedate() == null ? clock.instant() : job.getDuedate().toInstant();
    }

    private static boolean isDone(Task task, ReviewRow row) {
        boolean reached = row.open().contains(task.getTaskDefinitionKey());
        boolean stillOpen = row.openFor() == null || row.openFor().contains(task.getAssignee());
        return !(reached && stillOpen);
    }

    private Instant handedInAt(Task task, Instant now) {
        Instant due = task.getDueDate().toInstant().minus(BEFORE_DUE);
        Instant latest = now.minus(Duration.ofMinutes(5));
        Instant at = due.isBefore(latest) ? due : latest;
        return at.isBefore(clock.instant()) ? clock.instant() : at;
    }

    private void handIn(Task task, ReviewRow row) {
        String person = task.getAssignee();
        Map<String, Object> step = row.answers().get(task.getTaskDefinitionKey());
        if (step == null) {
            throw new IllegalArgumentException("there is no answer to " + task.getTaskDefinitionKey() + ".");
        }
        identity.setAuthentication(person, new ArrayList<>(register.groupsOf(person)));
        try {
            tasks.complete(
                    task.getId(),
                    answers.filledIn(task, ownPart(step, person), calendars.of(row.host()), SchoolTime.today(clock)));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "%s, handed in by %s: %s".formatted(task.getTaskDefinitionKey(), person, e.getMessage()), e);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** At a step that several people do, answers are given by person. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> ownPart(Map<String, Object> step, String person) {
        return step.get(person) instanceof Map<?, ?> own ? (Map<String, Object>) own : step;
    }
}
