package org.criticalfriend.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.Attending;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.dates.OpenDates;
import org.criticalfriend.engine.dates.OpenProcess;
import org.criticalfriend.engine.dates.OpenStep;
import org.criticalfriend.engine.dates.OpenTimer;
import org.criticalfriend.partnership.Leadership;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What would be left of dates that a review does not have any more: days that people keep free, invitations, due dates, timers. Of a
 * review that waits for a new day there must be none at all.
 */
@Component
public class OldDates {

    private static final LocalTime NIGHT = LocalTime.of(23, 59);

    private final Reviews reviews;
    private final Deadlines deadlines;
    private final Appointments appointments;
    private final InvitationRecord invitations;
    private final Seats seats;
    private final Register register;
    private final SchoolCalendars calendars;
    private final OpenDates openDates;
    private final TaskService tasks;
    private final JdbcClient database;
    private final Clock clock;

    OldDates(
            Reviews reviews,
            Deadlines deadlines,
            Appointments appointments,
            InvitationRecord invitations,
            Seats seats,
            Register register,
            SchoolCalendars calendars,
            OpenDates openDates,
            TaskService tasks,
            JdbcClient database,
            Clock clock) {
        this.reviews = reviews;
        this.deadlines = deadlines;
        this.appointments = appointments;
        this.invitations = invitations;
        this.seats = seats;
        this.register = register;
        this.calendars = calendars;
        this.openDates = openDates;
        this.tasks = tasks;
        this.database = database;
        this.clock = clock;
    }

    /** What is left of old dates in one review, in words; nothing if all is well. */
    public List<String> in(String reference) {
        return new Look(reviews.of(reference)).faults();
    }

    /** One review as it is now. */
    private final class Look {

        private final Review review;
        private final ReviewDates dates;
        private final List<Attending> team;
        private final Instant now = clock.instant();
        private final List<String> faults = new ArrayList<>();

        Look(Review review) {
            this.review = review;
            this.dates = deadlines.of(review);
            this.team = seats.attending(Set.of(review.id()));
        }

        private void fault(String words, Object... values) {
            faults.add(review.reference() + ": " + words.formatted(values));
        }

        List<String> faults() {
            everybodyKeepsFreeWhatTheyAttend();
            everybodyHasBeenToldWhatHolds();
            if (!review.isCancelled() && review.followUp() == null) {
                openDates.of(Set.of(review.reference()), processes -> {
                    processes.forEach(this::datesAreThoseOfTheLeadTimes);
                    return null;
                });
            }
            return faults;
        }

        private void everybodyKeepsFreeWhatTheyAttend() {
            LocalDate today = SchoolTime.today(clock);
            Set<String> wanted = new TreeSet<>();
            Map<AppointmentKind, Set<LocalDate>> days = review.followUp() == null ? dates.daysToKeepFree() : Map.of();
            team.forEach(one -> days.forEach((kind, on) -> on.stream()
                    .filter(day -> kind.isAttendedBy(one.duty()) && !day.isBefore(today))
                    .forEach(day -> wanted.add(one.person() + " on " + day))));
            Set<String> kept = new TreeSet<>(
                    database.sql("select person || ' on ' || held_on from day_claim where review = ? and held_on >= ?")
                            .params(review.id(), today)
                            .query(String.class)
                            .list());
            // Whoever has given today to a meeting that is held by now has given it.
            kept.removeIf(one -> one.endsWith(" on " + today) && !wanted.contains(one));
            if (!wanted.equals(kept)) {
                fault("days kept free are %s and should be %s", kept, wanted);
            }
        }

        private void everybodyHasBeenToldWhatHolds() {
            Map<WhoIsInvited.Place, Told> wanted = new HashMap<>(invited());
            wanted.values().removeIf(told -> told.isOver(now));
            Map<AppointmentKind, Appointment> held = appointments.of(review.reference()).stream()
                    .collect(Collectors.toMap(Appointment::kind, Function.identity()));
            for (Invitation last : invitations.of(List.of(review.id()))) {
                Told holds = wanted.remove(new WhoIsInvited.Place(last.appointment(), last.recipient()));
                if (holds == null) {
                    if (!last.cancelled() && !last.what().isOver(now)) {
                        fault("%s is still invited to the %s: %s", last.recipient(), last.name(), last.what());
                    }
                } else if (!last.tells(holds) || !tells(last.what(), held.get(last.appointment()))) {
                    fault("%s was told %s of the %s, which is %s", last.recipient(), last, last.name(), holds);
                }
            }
            wanted.forEach((place, told) -> fault("%s has not been told %s", place, told));
        }

        private Map<WhoIsInvited.Place, Told> invited() {
            if (review.followUp() != null) {
                return Map.of();
            }
            Set<UUID> id = Set.of(review.id());
            Leadership host = register.leadershipOf(Set.of(review.host())).get(review.host());
            return new WhoIsInvited(
                            dates,
                            invitations.arrangements(id).getOrDefault(review.id(), Map.of()),
                            register.school(review.host()).map(School::address),
                            host,
                            team,
                            Optional.ofNullable(invitations.headsAtWorkshops(id).get(review.id())))
                    .all();
        }

        private static boolean tells(Told told, Appointment held) {
            return told.first().equals(held.first())
                    && told.last().equals(held.last())
                    && told.times().starts().equals(held.starts())
                    && told.times().ends().equals(held.ends())
                    && told.place().equals(held.place())
                    && told.link().equals(held.link());
        }

        private void datesAreThoseOfTheLeadTimes(OpenProcess process) {
            Map<String, Date> opened = new TreeMap<>();
            tasks.createTaskQuery()
                    .processInstanceBusinessKey(review.reference())
                    .list()
                    .forEach(task -> opened.put(task.getId(), task.getCreateTime()));
            for (OpenStep step : process.steps()) {
                Deadlines.Asked asked = deadlines.asking(dates, ownCalendar(step), step::asked);
                if (asked.byLeadTime()
                        && !step.due().equals(asked.date())
                        && !startedLate(step, asked, opened.get(step.id()))) {
                    fault("%s is due at %s instead of %s", step.activity(), step.due(), asked.date());
                }
            }
            for (OpenTimer timer : process.timers()) {
                Deadlines.Asked asked = deadlines.asking(dates, Optional.empty(), () -> Optional.of(timer.asked()));
                if (asked.byLeadTime()
                        && timer.due().filter(due -> !due.equals(asked.timer())).isPresent()) {
                    fault("a timer fires at %s instead of %s", timer.due(), asked.timer());
                }
            }
        }

        private Optional<SchoolCalendar> ownCalendar(OpenStep step) {
            return step.assignee()
                    .flatMap(register::person)
                    .flatMap(Person::ownSchool)
                    .filter(school -> !school.equals(review.host()))
                    .map(calendars::of);
        }

        /**
         * The day had passed when the step was dated: then it is due soon after that moment, whichever it was. Or it has passed because
         * a school is closed on another day since, which makes nobody late: then it is due when it was, which is later.
         */
        private boolean startedLate(OpenStep step, Deadlines.Asked asked, Date opened) {
            if (asked.date().filter(at -> at.toInstant().isBefore(now)).isEmpty()
                    || step.due()
                            .filter(due -> due.after(asked.date().orElseThrow()))
                            .isEmpty()) {
                return false;
            }
            Instant due = step.due().orElseThrow().toInstant();
            LocalDate last = SchoolTime.dateOf(now);
            return SchoolTime.dateOf(opened.toInstant())
                    .datesUntil(last.plusDays(1))
                    .flatMap(day -> Stream.of(SchoolTime.at(day, LocalTime.MIN), SchoolTime.at(day, NIGHT)))
                    .flatMap(moment -> asked.due(moment).stream())
                    .map(Date::toInstant)
                    .anyMatch(counted -> !due.isAfter(counted));
        }
    }
}
