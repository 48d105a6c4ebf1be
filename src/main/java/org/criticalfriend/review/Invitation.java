package org.criticalfriend.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.notification.CalendarEntry;
import org.criticalfriend.notification.CalendarEntry.Standing;
import org.criticalfriend.notification.Fingerprint;

/**
 * What one person was last told about one appointment of a review.
 *
 * <p>Each person has an entry of their own, with a UID of its own. One UID for all, with everybody as an attendee, would say the same,
 * but clients keep one entry per UID and mailbox: where head and office share a mailbox, one would overwrite the other's; a forwarded
 * mail would overwrite the entry of whom it is forwarded to; and the sequence, by which Outlook, Google and Apple drop what
 * is outdated, would have to go up for all when only one person is concerned. It also tells nobody who else is invited.
 *
 * @param id key, of which the UID is made
 * @param review key of the review
 * @param appointment which of its four
 * @param recipient id of the person
 * @param sequence goes up with each change
 * @param toldAt when it last changed
 * @param cancelled whether the person is not invited any more, or it does not take place
 * @param what they were told; if it is cancelled, what they were told before
 */
record Invitation(
        UUID id,
        UUID review,
        AppointmentKind appointment,
        String recipient,
        int sequence,
        Instant toldAt,
        boolean cancelled,
        Told what) {

    static Invitation first(UUID review, AppointmentKind appointment, String recipient, Told what, Instant now) {
        return new Invitation(
                Fingerprint.of(review.toString(), appointment.name(), recipient),
                review,
                appointment,
                recipient,
                0,
                now,
                false,
                what);
    }

    Invitation telling(Told now, Instant at) {
        return new Invitation(id, review, appointment, recipient, sequence + 1, at, false, now);
    }

    Invitation cancel(Instant at) {
        return new Invitation(id, review, appointment, recipient, sequence + 1, at, true, what);
    }

    boolean tells(Told now) {
        return !cancelled && what.equals(now);
    }

    /** By which calendars know it again. */
    String uid() {
        return id + "@critical-friend";
    }

    /** The appointment in words, in the middle of a sentence. */
    String name() {
        return switch (appointment) {
            case PLANNING_MEETING -> "planning meeting";
            case VISIT -> "review visit";
            case WORKSHOP -> "improvement workshop";
            case FOLLOW_UP -> "follow-up meeting";
        };
    }

    /**
     * As it stands in the calendar: when and where, and nothing of what the review is about (rule 8).
     *
     * @param school name of the host
     * @param page address of the review's page
     */
    CalendarEntry entry(String school, String page) {
        String name = name();
        List<String> title = List.of(
                Character.toUpperCase(name.charAt(0)) + name.substring(1),
                school,
                what.as().words());
        return new CalendarEntry(
                uid(),
                sequence,
                toldAt,
                String.join(" – ", title) + (what.tentative() ? " (tentative)" : ""),
                what.days(),
                Optional.of(what.times()),
                what.place().or(what::link),
                note(),
                page,
                cancelled ? Standing.CANCELLED : what.tentative() ? Standing.TENTATIVE : Standing.CONFIRMED,
                what.as().comes());
    }

    private String note() {
        List<String> lines = new ArrayList<>();
        if (what.tentative()) {
            lines.add("Please keep this free in case you are needed.");
        }
        what.place()
                .flatMap(there -> what.link())
                .map("To join from afar: "::concat)
                .ifPresent(lines::add);
        return String.join("\n", lines);
    }

    /** Clock times in words. */
    String hours() {
        return "%s to %s".formatted(what.times().starts(), what.times().ends());
    }
}
