package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.function.Function;
import org.criticalfriend.duty.AppointmentKind;

/** What is next in a review, read from its record. */
enum Stage {
    PLANNING(
            "Planning meeting to hold",
            dates -> dates.appointment(AppointmentKind.PLANNING_MEETING),
            LeadTimes.HOLD_PLANNING_MEETING),
    QUESTIONS("Questions being prepared", dates -> dates.day(LeadTimes.PREPARE_QUESTIONS), LeadTimes.PREPARE_QUESTIONS),
    BEFORE_VISIT(
            "Questions sent, visit ahead",
            dates -> dates.appointment(AppointmentKind.VISIT),
            LeadTimes.PRESENT_FEEDBACK),
    VISIT("Visit, evidence and feedback", dates -> dates.review().visitLast(), LeadTimes.PRESENT_FEEDBACK),
    WORKSHOP(
            "Improvement workshop to hold",
            dates -> dates.appointment(AppointmentKind.WORKSHOP),
            LeadTimes.RUN_IMPROVEMENT_WORKSHOP),
    REFLECTION(
            "School reflects, action plan to agree",
            dates -> dates.day(LeadTimes.AGREE_ACTION_PLAN),
            LeadTimes.AGREE_ACTION_PLAN),
    BEFORE_FOLLOW_UP(
            "Action plan agreed, follow-up to hold",
            dates -> dates.appointment(AppointmentKind.FOLLOW_UP),
            LeadTimes.HOLD_FOLLOW_UP_MEETING),
    FOLLOWED_UP("Goal followed up", dates -> dates.review().followUp().followUpHeldOn(), LeadTimes.FOLLOW_UP),
    CANCELLED("Cancelled", dates -> dates.review().visitFirst(), LeadTimes.VISIT);

    private final String words;
    private final Function<ReviewDates, LocalDate> day;
    private final String due;

    Stage(String words, Function<ReviewDates, LocalDate> day, String due) {
        this.words = words;
        this.day = day;
        this.due = due;
    }

    /** For people. */
    String words() {
        return words;
    }

    /** The day of what is next: that of the meeting, if it is one. */
    LocalDate day(ReviewDates dates) {
        return day.apply(dates);
    }

    /** Whether what is next should be done by now; a meeting is typed up after its day. */
    boolean isLate(ReviewDates dates, LocalDate today) {
        return dates.day(due).isBefore(today);
    }

    /** Whether nothing more is to come. */
    boolean isTheEnd() {
        return this == FOLLOWED_UP || this == CANCELLED;
    }

    static Stage of(Review review, LocalDate today) {
        if (review.isCancelled()) {
            return CANCELLED;
        }
        if (review.followUp() != null) {
            return FOLLOWED_UP;
        }
        if (review.planAgreedAt() != null) {
            return BEFORE_FOLLOW_UP;
        }
        if (review.hasFeedback()) {
            return review.reached().targetsSetAt() == null ? WORKSHOP : REFLECTION;
        }
        if (review.questionsIssuedAt() != null) {
            return today.isBefore(review.visitFirst()) ? BEFORE_VISIT : VISIT;
        }
        return review.goal() != null ? QUESTIONS : PLANNING;
    }
}
