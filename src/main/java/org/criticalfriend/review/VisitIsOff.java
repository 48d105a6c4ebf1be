package org.criticalfriend.review;

import java.time.LocalDate;

/**
 * What the head of the host may say by a link in a mail: that the visit cannot be on its day. Package {@code change} takes it from there.
 *
 * @param reference of the review
 * @param visit first visit day when the mail was written
 * @param what why it cannot be
 */
public record VisitIsOff(String reference, LocalDate visit, What what) {

    /** Name of the purpose in personal links. */
    public static final String PURPOSE = "visit-is-off";

    /** What a head may say. */
    public enum What {
        /** The host is inspected. */
        OFSTED,
        /** The host is closed. */
        SCHOOL_CLOSED
    }

    /** What the subject of a link says. */
    public static VisitIsOff of(String subject) {
        String[] parts = subject.split(" ");
        return new VisitIsOff(parts[0], LocalDate.parse(parts[1]), What.valueOf(parts[2]));
    }

    String subject() {
        return "%s %s %s".formatted(reference, visit, what);
    }
}
