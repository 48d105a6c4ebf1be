package org.criticalfriend.duty;

import java.util.Arrays;
import java.util.Set;
import org.criticalfriend.partnership.Duty;

/** The meetings of a review that have a date, and the one place that says which duties attend them. */
public enum AppointmentKind {
    /** The lead reviewer agrees the driving question with the host. */
    PLANNING_MEETING("Planning meeting", Duty.LEAD_REVIEWER),
    /** The team is at the host school, for a day or more; the reserve reviewer holds the date (P12). */
    VISIT("Visit", Duty.LEAD_REVIEWER, Duty.PEER_REVIEWER, Duty.ASSOCIATE, Duty.RESERVE_REVIEWER),
    /** Staff set the targets; the spare Improvement Champion holds the date (P12). */
    WORKSHOP("Improvement workshop", Duty.IMPROVEMENT_CHAMPION, Duty.SPARE_IMPROVEMENT_CHAMPION),
    /** The same Improvement Champion as at the workshop hears what has become of the plan. */
    FOLLOW_UP("Follow-up meeting", Duty.IMPROVEMENT_CHAMPION);

    private final String words;
    private final Set<Duty> attending;

    AppointmentKind(String words, Duty... attending) {
        this.words = words;
        this.attending = Set.of(attending);
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** Whether who has this duty gives the day, in person or standing by. */
    public boolean isAttendedBy(Duty duty) {
        return attending.contains(duty);
    }

    /** Whether two duties, or twice the same, are needed at one appointment, so that one person cannot have both. */
    static boolean needsBoth(Duty one, Duty other) {
        return Arrays.stream(values()).anyMatch(kind -> kind.isAttendedBy(one) && kind.isAttendedBy(other));
    }
}
