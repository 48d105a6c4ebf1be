package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.function.Function;
import org.criticalfriend.duty.AppointmentKind;

/** What is next in a review, read from its record. */
enum Stage {
    PLANNING("Planning meeting to hold", dates -> dates.appointment(AppointmentKind.PLANNING_MEETING)),
    QUESTIONS("Questions being prepared", dates -> dates.day(LeadTimes.PREPARE_QUESTIONS)),
    BEFORE_VISIT("Questions sent, visit ahead", dates -> dates.appointment(AppointmentKind.VISIT)),
    VISIT("Visit, evidence and feedback", dates -> dates.review().visitLast()),
    REFLECTION("School reflects, action plan to agree", dates -> dates.day(LeadTimes.AGREE_ACTION_PLAN)),
    BEFORE_FOLLOW_UP("Action plan agreed, follow-up to hold", dates -> dates.appointment(AppointmentKind.FOLLOW_UP)),
    FOLLOWED_UP("Goal followed up", dates -> dates.review().followUp().followUpHeldOn());

    private final String words;
    private final Function<ReviewDates, LocalDate> day;

    Stage(String words, Function<ReviewDates, LocalDate> day) {
        this.words = words;
        this.day = day;
    }

    /** For people. */
    String words() {
        return words;
    }

    /** The day of what is next. */
    LocalDate day(ReviewDates dates) {
        return day.apply(dates);
    }

    static Stage of(Review review, LocalDate today) {
        if (review.followUp() != null) {
            return FOLLOWED_UP;
        }
        if (review.planAgreedAt() != null) {
            return BEFORE_FOLLOW_UP;
        }
        if (review.hasFeedback()) {
            return REFLECTION;
        }
        if (review.questionsIssuedAt() != null) {
            return today.isBefore(review.visitFirst()) ? BEFORE_VISIT : VISIT;
        }
        return review.goal() != null ? QUESTIONS : PLANNING;
    }
}
