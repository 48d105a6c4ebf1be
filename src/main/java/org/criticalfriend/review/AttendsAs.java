package org.criticalfriend.review;

import java.util.Arrays;
import java.util.Optional;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DutyWords;
import org.criticalfriend.notification.ICalendar;
import org.criticalfriend.partnership.Duty;

/** As what somebody is invited to an appointment. */
enum AttendsAs {
    LEAD_REVIEWER(Duty.LEAD_REVIEWER),
    PEER_REVIEWER(Duty.PEER_REVIEWER),
    ASSOCIATE(Duty.ASSOCIATE),
    IMPROVEMENT_CHAMPION(Duty.IMPROVEMENT_CHAMPION),
    RESERVE_REVIEWER(Duty.RESERVE_REVIEWER),
    SPARE_IMPROVEMENT_CHAMPION(Duty.SPARE_IMPROVEMENT_CHAMPION),
    HOST_HEAD("head"),
    SENIOR_TEAM("senior team"),
    /** Is told of it and does not come. */
    OFFICE("school office");

    private final String words;
    private final Optional<Duty> duty;

    AttendsAs(Duty duty) {
        this.words = DutyWords.of(duty);
        this.duty = Optional.of(duty);
    }

    AttendsAs(String words) {
        this.words = words;
        this.duty = Optional.empty();
    }

    static AttendsAs of(Duty duty) {
        return Arrays.stream(values())
                .filter(one -> one.duty.filter(duty::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** In the middle of a sentence. */
    String words() {
        return words;
    }

    /** Whether they are there, or stand by. */
    boolean comes() {
        return this != OFFICE;
    }

    /** The lead reviewer may come to the follow-up meeting, which the Champion holds. */
    ICalendar.Part at(AppointmentKind appointment) {
        if (!comes()) {
            return ICalendar.Part.INFORMED;
        }
        return this == LEAD_REVIEWER && appointment == AppointmentKind.FOLLOW_UP
                ? ICalendar.Part.OPTIONAL
                : ICalendar.Part.REQUIRED;
    }
}
