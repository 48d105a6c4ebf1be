package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.Attending;
import org.criticalfriend.notification.CalendarEntry.Times;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.Leadership;

/**
 * Says who is invited to which appointment of one review, and with what in their calendar. Pure.
 *
 * <table>
 *   <caption>Who comes</caption>
 *   <tr><td>planning meeting</td><td>lead reviewer, head and senior team of the host</td></tr>
 *   <tr><td>visit</td><td>the team with the reserve reviewer, the host's head; its office is told</td></tr>
 *   <tr><td>improvement workshop</td><td>Champions with the spare; the head only if they asked to come (P26)</td></tr>
 *   <tr><td>follow-up meeting</td><td>Champions, the host's head; the lead reviewer may come</td></tr>
 * </table>
 *
 * <p>Who stands in, or is only asked, is invited tentatively until the seat is theirs (P12).
 *
 * @param dates when the appointments are
 * @param arranged times and places that people have arranged
 * @param address of the host, where nothing else is arranged
 * @param host who is asked to meetings at the host
 * @param team what people do on the review; if somebody does several things, what weighs most comes first
 * @param headAtWorkshop id of the head who comes to the workshop
 */
record WhoIsInvited(
        ReviewDates dates,
        Map<AppointmentKind, Arrangement> arranged,
        Optional<String> address,
        Leadership host,
        List<Attending> team,
        Optional<String> headAtWorkshop) {

    /** One person at one appointment. */
    record Place(AppointmentKind appointment, String person) {}

    /** By place, as people are to be told; none as long as the review has no date, or if it is cancelled. */
    Map<Place, Told> all() {
        Map<Place, Told> all = new HashMap<>();
        Review review = dates.review();
        if (review.pausedAt() == null && !review.isCancelled()) {
            for (AppointmentKind appointment : AppointmentKind.values()) {
                review.days().of(appointment).ifPresent(day -> invite(appointment, days(appointment, day), all));
            }
        }
        return all;
    }

    private List<LocalDate> days(AppointmentKind appointment, LocalDate day) {
        return appointment == AppointmentKind.VISIT
                ? dates.visitDays().stream().sorted().toList()
                : List.of(day);
    }

    private void invite(AppointmentKind appointment, List<LocalDate> days, Map<Place, Told> all) {
        Optional<Arrangement> arrangement = Optional.ofNullable(arranged.get(appointment));
        Times times = Appointments.times(dates, appointment, arrangement);
        Optional<String> place = arrangement.isPresent() ? arrangement.map(Arrangement::place) : address;
        Optional<String> link = arrangement.map(Arrangement::link);
        Inviting inviting = (person, as, tentative) ->
                all.putIfAbsent(new Place(appointment, person), new Told(as, tentative, days, times, place, link));
        team.stream()
                .filter(one -> appointment.isAttendedBy(one.duty()))
                .forEach(one -> inviting.as(one.person(), AttendsAs.of(one.duty()), one.standsBy()));
        switch (appointment) {
            case PLANNING_MEETING -> {
                each(host.heads(), AttendsAs.HOST_HEAD, inviting);
                each(host.seniorTeam(), AttendsAs.SENIOR_TEAM, inviting);
            }
            case VISIT -> {
                each(host.heads(), AttendsAs.HOST_HEAD, inviting);
                each(host.office(), AttendsAs.OFFICE, inviting);
            }
            case WORKSHOP ->
                each(headAtWorkshop.filter(host.heads()::contains).stream().toList(), AttendsAs.HOST_HEAD, inviting);
            case FOLLOW_UP -> {
                each(host.heads(), AttendsAs.HOST_HEAD, inviting);
                each(
                        team.stream()
                                .filter(one -> one.duty() == Duty.LEAD_REVIEWER && one.fills())
                                .map(Attending::person)
                                .toList(),
                        AttendsAs.LEAD_REVIEWER,
                        inviting);
            }
        }
    }

    @FunctionalInterface
    private interface Inviting {
        void as(String person, AttendsAs as, boolean tentative);
    }

    private static void each(List<String> people, AttendsAs as, Inviting inviting) {
        people.forEach(person -> inviting.as(person, as, false));
    }
}
