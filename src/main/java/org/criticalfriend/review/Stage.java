package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;

/** What is next in a review, or how it ended, read from its record. */
public enum Stage {
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
    WAITING("Waits for a new day", review -> ""),
    FOLLOWED_UP(
            "Followed up", review -> " on " + SchoolTime.words(review.followUp().followUpHeldOn())),
    CANCELLED(
            "Cancelled",
            review ->
                    " on " + SchoolTime.words(SchoolTime.dateOf(review.reached().cancelledAt())));

    private final String words;
    private final Function<Review, String> since;
    private final Optional<Next> next;

    Stage(String words, Function<ReviewDates, LocalDate> day, String due) {
        this.words = words;
        this.since = review -> "";
        this.next = Optional.of(new Next(day, due));
    }

    Stage(String words, Function<Review, String> since) {
        this.words = words;
        this.since = since;
        this.next = Optional.empty();
    }

    /**
     * What is next.
     *
     * @param day of the meeting, if it is one, else the day by which it is done
     * @param due row of the lead times by which it should be done
     */
    private record Next(Function<ReviewDates, LocalDate> day, String due) {}

    /** For people: what is next, or how a review ended, of no review in particular. */
    public String words() {
        return words;
    }

    /** The same of one review; when it ended, with the day. */
    String words(Review review) {
        return words + since.apply(review);
    }

    /** The day of what is next, that of the meeting if it is one; empty if nothing is, or the review waits for a new day. */
    Optional<LocalDate> day(ReviewDates dates) {
        return next.map(one -> one.day().apply(dates));
    }

    /** Whether what is next should be done by now; a meeting is typed up after its day. */
    boolean isLate(ReviewDates dates, LocalDate today) {
        return next.map(one -> dates.day(one.due()).isBefore(today)).orElse(false);
    }

    /** Whether nothing more is to come. */
    public boolean isTheEnd() {
        return this == FOLLOWED_UP || this == CANCELLED;
    }

    static Stage of(Review review, LocalDate today) {
        if (review.isCancelled()) {
            return CANCELLED;
        }
        if (review.followUp() != null) {
            return FOLLOWED_UP;
        }
        if (review.pausedAt() != null) {
            return WAITING;
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
