package org.criticalfriend.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.criticalfriend.calendar.OpenDays;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.stereotype.Component;

/** Tells the model when the next school morning is: {@code ${mornings.next(execution)}}. */
@Component("mornings")
@NamedInModels
public class Mornings {

    /** When timers fire in the whole product: 08:00, Europe/London. */
    static final LocalTime HOUR = LocalTime.of(8, 0);

    private final SchoolCalendars calendars;
    private final Clock clock;

    Mornings(SchoolCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The next morning after now, of a day on which staff are in at one school of the installation at least. */
    public Date next(DelegateExecution execution) {
        return Date.from(SchoolTime.at(nextDay(), HOUR));
    }

    /** The day of that morning. */
    LocalDate nextDay() {
        Instant now = clock.instant();
        Collection<OpenDays> schools = calendars.openDaysOfAll().values();
        Collection<OpenDays> known = schools.isEmpty() ? List.of(calendars.openDaysWithoutSchool()) : schools;
        // Comes to an end: a year without terms counts with all its weekdays.
        LocalDate day = SchoolTime.today(clock);
        while (!SchoolTime.at(day, HOUR).isAfter(now) || !isOpenSomewhere(known, day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static boolean isOpenSomewhere(Collection<OpenDays> schools, LocalDate day) {
        return schools.stream().anyMatch(school -> school.areOpenOn(day));
    }
}
