package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.duty.AppointmentKind;
import org.springframework.stereotype.Service;

/** Finds appointments that fall onto a day on which the host school is closed, because its calendar has changed. */
@Service
public class BrokenAppointments {

    private final Reviews reviews;
    private final Deadlines deadlines;
    private final SchoolCalendars calendars;

    BrokenAppointments(Reviews reviews, Deadlines deadlines, SchoolCalendars calendars) {
        this.reviews = reviews;
        this.deadlines = deadlines;
        this.calendars = calendars;
    }

    /**
     * An appointment on a closed day.
     *
     * @param reference of the review
     * @param kind which appointment
     * @param day the closed day
     */
    public record Broken(String reference, AppointmentKind kind, LocalDate day) {}

    /** Appointments still to hold that fall onto a closed day of their host, by day. */
    public List<Broken> at(Collection<String> hosts) {
        List<Review> open = reviews.openAt(hosts);
        return deadlines.of(open, calendars.ofAll(Set.copyOf(hosts))).stream()
                .flatMap(BrokenAppointments::brokenIn)
                .sorted((one, other) -> one.day().compareTo(other.day()))
                .toList();
    }

    private static Stream<Broken> brokenIn(ReviewDates dates) {
        return Arrays.stream(AppointmentKind.values()).flatMap(kind -> dates.fixedDays(kind).stream()
                .filter(day -> !isOpen(dates, day))
                .map(day -> new Broken(dates.review().reference(), kind, day)));
    }

    /** In a year whose terms were taken away, nobody knows. */
    private static boolean isOpen(ReviewDates dates, LocalDate day) {
        try {
            return dates.host().isPupilDay(day);
        } catch (YearNotEntered e) {
            return false;
        }
    }
}
