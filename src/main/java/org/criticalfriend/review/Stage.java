package org.criticalfriend.review;

import java.time.LocalDate;

/** What is next in a review, read from its record. */
enum Stage {
    PLANNING("Planning meeting to hold", "HoldPlanningMeeting"),
    QUESTIONS("Questions being prepared", "PrepareQuestions"),
    BEFORE_VISIT("Questions sent, visit ahead", "VisitDayArrives"),
    VISIT("Visit, evidence and feedback", "PresentFeedback"),
    REFLECTION("School reflects, action plan to agree", "AgreeActionPlan"),
    BEFORE_FOLLOW_UP("Action plan agreed, follow-up to hold", "HoldFollowUpMeeting"),
    FOLLOWED_UP("Goal followed up", "");

    private final String words;
    private final String row;

    Stage(String words, String row) {
        this.words = words;
        this.row = row;
    }

    /** For people. */
    String words() {
        return words;
    }

    /** The row of {@code deadlines.dmn} that says when. */
    String row() {
        return row;
    }

    static Stage of(Review review, LocalDate today) {
        if (review.followUp() != null) {
            return FOLLOWED_UP;
        }
        if (review.planAgreedAt() != null) {
            return BEFORE_FOLLOW_UP;
        }
        if (review.feedback() != null || review.reflectionDeadline() != null) {
            return REFLECTION;
        }
        if (review.questionsIssuedAt() != null) {
            return today.isBefore(review.visitFirst()) ? BEFORE_VISIT : VISIT;
        }
        return review.goal() != null ? QUESTIONS : PLANNING;
    }
}
