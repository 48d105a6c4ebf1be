package org.criticalfriend.review;

/**
 * What the feedback says beside its findings. Nothing is graded (G22).
 *
 * @param hypothesisOutcome {@code SUPPORTED}, {@code PARTLY}, {@code NOT_SUPPORTED} or {@code NO_EVIDENCE}; null without a
 *     hypothesis
 * @param distanceToGoal how close the school is to its goal, in words (G11)
 */
record Feedback(String hypothesisOutcome, String distanceToGoal) {}
