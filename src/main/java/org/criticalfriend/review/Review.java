package org.criticalfriend.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

/**
 * A review of one host school around one driving question. Questions, evidence, findings, actions and whatever else people write are
 * records of their own.
 *
 * @param id key
 * @param version for optimistic locking; null before it is first saved
 * @param reference readable and unique, such as {@code priory-2026-mill-lane}; the engine's business key
 * @param partnership id of the partnership
 * @param host id of the host school
 * @param kind school or trust
 * @param focus the one focus, in a few words (G4)
 * @param days the days of its appointments
 * @param pausedAt since when it has no date, because one has to be found anew; null if it has
 * @param goal what was agreed at the planning meeting; null before
 * @param feedback what was fed back; null before
 * @param reflectionDeadline day by which next steps are to be planned (G25); null before feedback
 * @param followUp what the follow-up meeting found; null before
 * @param reached how far it has come
 */
record Review(
        @Id UUID id,
        @Version Integer version,
        String reference,
        String partnership,
        String host,
        ReviewKind kind,
        String focus,
        @Embedded(onEmpty = OnEmpty.USE_NULL) ReviewDays days,
        Instant pausedAt,
        @Embedded(onEmpty = OnEmpty.USE_NULL) Goal goal,
        @Embedded(onEmpty = OnEmpty.USE_NULL) Feedback feedback,
        LocalDate reflectionDeadline,
        @Embedded(onEmpty = OnEmpty.USE_NULL) FollowUp followUp,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) Milestones reached) {

    LocalDate visitFirst() {
        return days.visitFirst();
    }

    LocalDate visitLast() {
        return days.visitLast();
    }

    Instant questionsIssuedAt() {
        return reached.questionsIssuedAt();
    }

    Instant planAgreedAt() {
        return reached.planAgreedAt();
    }

    boolean isCancelled() {
        return reached.cancelledAt() != null;
    }

    /** Whether its appointments are on the same days as those of {@code other}, and take place or not as those do. */
    boolean hasDatesOf(Review other) {
        return days.equals(other.days)
                && (pausedAt == null) == (other.pausedAt == null)
                && isCancelled() == other.isCancelled();
    }

    /** Whether the findings were presented. What was said about hypothesis and goal may have been nothing. */
    boolean hasFeedback() {
        return feedback != null || reflectionDeadline != null;
    }

    Optional<String> drivingQuestion() {
        return Optional.ofNullable(goal).map(Goal::drivingQuestion);
    }

    Optional<String> hypothesis() {
        return Optional.ofNullable(goal).map(Goal::hypothesis);
    }

    /** A review as it comes out of the year plan: nothing has happened in it yet. */
    static Review planned(String reference, PlannedReview plan) {
        return new Review(
                Reviews.newId(),
                null,
                reference,
                plan.partnership(),
                plan.host(),
                plan.kind(),
                plan.focus(),
                ReviewDays.ofVisit(plan.visitFirst(), plan.visitLast()),
                null,
                null,
                null,
                null,
                null,
                Milestones.NONE);
    }

    Review withDays(ReviewDays agreed) {
        return with(agreed, pausedAt, goal, feedback, reflectionDeadline, followUp, reached);
    }

    /** @param since null to go on */
    Review withPause(Instant since) {
        return with(days, since, goal, feedback, reflectionDeadline, followUp, reached);
    }

    Review withGoal(Goal agreed) {
        return with(days, pausedAt, agreed, feedback, reflectionDeadline, followUp, reached);
    }

    Review withFeedback(Feedback given, LocalDate deadline) {
        return with(days, pausedAt, goal, given, deadline, followUp, reached);
    }

    Review withFollowUp(FollowUp held) {
        return with(days, pausedAt, goal, feedback, reflectionDeadline, held, reached);
    }

    Review withReached(Milestones now) {
        return with(days, pausedAt, goal, feedback, reflectionDeadline, followUp, now);
    }

    private Review with(
            ReviewDays nowDays,
            Instant nowPaused,
            Goal nowGoal,
            Feedback nowFeedback,
            LocalDate nowDeadline,
            FollowUp nowFollowUp,
            Milestones nowReached) {
        return new Review(
                id,
                version,
                reference,
                partnership,
                host,
                kind,
                focus,
                nowDays,
                nowPaused,
                nowGoal,
                nowFeedback,
                nowDeadline,
                nowFollowUp,
                nowReached);
    }
}
