package org.criticalfriend.review;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** A step that {@linkplain Lateness may be late}, and how the record says that it is done. */
enum LateStep {
    PLANNING_MEETING("PlanningMeetingLate", "planning meeting", review -> review.goal() == null),
    QUESTIONS("QuestionsLate", "questions for the visit", review -> review.questionsIssuedAt() == null),
    FEEDBACK("FeedbackLate", "feedback to type up", review -> !review.hasFeedback()),
    REPORT("ReportLate", "report", review -> review.reached().reportWrittenOn() == null),
    WORKSHOP(
            "WorkshopLate",
            "improvement workshop to type up",
            review -> review.reached().targetsSetAt() == null),
    /** Who has told the head is not in the review itself: {@link OpenSteps} leaves it out once the Champion has. */
    TARGETS_TOLD("TargetsNotTold", "telling the head the targets", review -> true),
    ACTION_PLAN("ReflectionDeadlinePassed", "action plan", review -> review.planAgreedAt() == null),
    FOLLOW_UP("FollowUpLate", "follow-up meeting", review -> review.followUp() == null);

    private final String timer;
    private final String words;
    private final Predicate<Review> notDone;

    LateStep(String timer, String words, Predicate<Review> notDone) {
        this.timer = timer;
        this.words = words;
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

    /** Whether it is still to do in a review; not in one that was cancelled, or has no day at present. */
    boolean isOpenIn(Review review) {
        return !review.isCancelled() && review.pausedAt() == null && notDone.test(review);
    }
}
