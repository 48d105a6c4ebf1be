package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.criticalfriend.duty.AppointmentKind;

/** A step that {@linkplain Lateness may be late}, how the record says that it is done, and what depends on it. */
enum LateStep {
    PLANNING_MEETING(
            "PlanningMeetingLate",
            "planning meeting",
            Doer.LEAD_REVIEWER,
            "Without the meeting the visit has no driving question.",
            dates -> Optional.of(before(dates, dates.day(LeadTimes.PLANNING_GATE))),
            review -> review.goal() == null),
    QUESTIONS(
            "QuestionsLate",
            "questions for the visit",
            Doer.LEAD_REVIEWER,
            "The school should have them in good time before the visit.",
            dates -> Optional.of(before(dates, dates.review().visitFirst())),
            review -> review.questionsIssuedAt() == null),
    FEEDBACK(
            "FeedbackLate",
            "feedback to type up",
            Doer.LEAD_REVIEWER,
            "The report and the improvement workshop build on it.",
            dates -> Optional.of(earlier(
                    before(dates, dates.appointment(AppointmentKind.WORKSHOP)), dates.day(LeadTimes.WRITE_REPORT))),
            review -> !review.hasFeedback()),
    REPORT(
            "ReportLate",
            "report",
            Doer.LEAD_REVIEWER,
            "The school waits for it while it thinks about its next steps.",
            dates -> Optional.of(dates.reflectionDeadline()),
            review -> review.reached().reportWrittenOn() == null),
    WORKSHOP(
            "WorkshopLate",
            "improvement workshop to type up",
            Doer.CHAMPION,
            "The head cannot read the targets yet, and the action plan waits for them.",
            dates -> Optional.of(before(dates, dates.reflectionDeadline())),
            review -> review.reached().targetsSetAt() == null),
    /** Who has told the head is not in the review itself: {@link OpenSteps} leaves it out once the Champion has. */
    TARGETS_TOLD(
            "TargetsNotTold",
            "telling the head the targets",
            Doer.CHAMPION,
            "The head should hear the targets in person from those who were there.",
            dates -> Optional.of(dates.reflectionDeadline()),
            review -> true),
    ACTION_PLAN(
            "ReflectionDeadlinePassed",
            "action plan",
            Doer.HOST_HEAD,
            "The reflection deadline has passed.",
            dates -> Optional.of(before(dates, dates.appointment(AppointmentKind.FOLLOW_UP))),
            review -> review.planAgreedAt() == null),
    FOLLOW_UP(
            "FollowUpLate",
            "follow-up meeting",
            Doer.CHAMPION,
            "It shows what has come of the plan, and it cannot be left out.",
            dates -> Optional.empty(),
            review -> review.followUp() == null);

    /** Whose step it is, unless it was given to somebody else. */
    enum Doer {
        LEAD_REVIEWER,
        CHAMPION,
        HOST_HEAD
    }

    private final String timer;
    private final String words;
    private final Doer doer;
    private final String consequence;
    private final Function<ReviewDates, Optional<LocalDate>> lastDay;
    private final Predicate<Review> notDone;

    LateStep(
            String timer,
            String words,
            Doer doer,
            String consequence,
            Function<ReviewDates, Optional<LocalDate>> lastDay,
            Predicate<Review> notDone) {
        this.timer = timer;
        this.words = words;
        this.doer = doer;
        this.consequence = consequence;
        this.lastDay = lastDay;
        this.notDone = notDone;
    }

    /** The step of which a timer says that it is late; none for a timer that a process owner added. */
    static Optional<LateStep> of(String timer) {
        return Arrays.stream(values()).filter(step -> step.timer.equals(timer)).findFirst();
    }

    /** What is to do, in plain words, within a sentence. */
    String words() {
        return words;
    }

    /** The same, beginning with a capital. */
    String asHeading() {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Whose step it is. */
    Doer doer() {
        return doer;
    }

    /** Why it matters, as a sentence. */
    String consequence() {
        return consequence;
    }

    /** The last day that leaves what depends on it where it is; empty if nothing does. */
    Optional<LocalDate> lastDay(ReviewDates dates) {
        return lastDay.apply(dates);
    }

    /** Whether it is still to do in a review; not in one that was cancelled, or has no day at present. */
    boolean isOpenIn(Review review) {
        return !review.isCancelled() && review.pausedAt() == null && notDone.test(review);
    }

    private static LocalDate before(ReviewDates dates, LocalDate day) {
        return dates.host().plus(day, -1);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
