package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What people hear of a review that is no task. The name of the occasion is that of its template, below {@code review/}.
 */
enum News {
    /** The plan of the visit is agreed. */
    VISIT_PLANNED(
            "visit-planned",
            standing -> standing.hostLeadership() || standing.reviews(),
            standing -> Optional.of(Acknowledgement.PLAN_OF_VISIT)),
    /** The questions are issued (G13). */
    QUESTIONS_ISSUED(
            "questions-issued",
            standing -> standing.hostLeadership() || standing.reviews(),
            standing -> headOnly(standing, Acknowledgement.QUESTIONS)),
    /** The visit comes nearer: does everybody come? Stand-ins are asked by a task of theirs instead (P12). */
    VISIT_AHEAD("visit-ahead", Standing::comes, standing -> Optional.empty()),
    /** The visit is near. */
    VISIT_SOON("visit-soon", Standing::isOfTeam, standing -> Optional.empty()),
    /** The day by which next steps are agreed is set (G25). */
    REFLECTION_DEADLINE_SET("reflection-deadline-set", Standing::hostLeadership, standing -> Optional.empty()),
    /** The staff have set their targets (P31). */
    TARGETS_SET(
            "targets-set",
            standing -> standing.hostLeadership() || standing.reviews(),
            standing -> headOnly(standing, Acknowledgement.TARGETS)),
    /** The report is open to more people than before. */
    REPORT_RELEASED("report-released", standing -> true, standing -> Optional.empty()),
    /** The head has agreed the action plan; the others see it (G28). */
    ACTION_PLAN_AGREED(
            "action-plan-agreed",
            Standing::ofHostOrTeam,
            standing -> PlanKnown.isAsked(standing) ? Optional.of(Acknowledgement.ACTION_PLAN) : Optional.empty()),
    /** The follow-up meeting was held (P39). */
    FOLLOW_UP_HELD(
            "follow-up-held",
            standing -> standing.hostHead() || standing.reviews(),
            standing -> headOnly(standing, Acknowledgement.FOLLOW_UP)),
    /** The review does not take place. Whom it was to concern has no place on it any more. */
    REVIEW_CANCELLED("review-cancelled", standing -> true, standing -> Optional.empty());

    /** What somebody may be asked to say in return. */
    @FunctionalInterface
    interface InReturn {
        Optional<Acknowledgement> of(Standing standing);
    }

    private final String occasion;
    private final Predicate<Standing> meantFor;
    private final InReturn inReturn;

    News(String occasion, Predicate<Standing> meantFor, InReturn inReturn) {
        this.occasion = occasion;
        this.meantFor = meantFor;
        this.inReturn = inReturn;
    }

    /** Name in the outbox. */
    String occasion() {
        return occasion;
    }

    /** Whether somebody who stands so to the review is to hear it. */
    boolean isFor(Standing standing) {
        return meantFor.test(standing);
    }

    /** What the person may say by a link in the mail. */
    Optional<Acknowledgement> inReturn(Standing standing) {
        return inReturn.of(standing);
    }

    /** Which time it is, where it can come again: of questions, which issue; of what depends on a day, the day. */
    String turn(Review review) {
        return switch (this) {
            case QUESTIONS_ISSUED ->
                Optional.ofNullable(review.questionsIssuedAt())
                        .map(AcknowledgementLink::turn)
                        .orElse("");
            case VISIT_PLANNED ->
                Optional.ofNullable(review.goal())
                        .map(Goal::planningHeldOn)
                        .map(LocalDate::toString)
                        .orElse("");
            case VISIT_AHEAD, VISIT_SOON -> review.visitFirst().toString();
            case REFLECTION_DEADLINE_SET ->
                Optional.ofNullable(review.reflectionDeadline())
                        .map(LocalDate::toString)
                        .orElse("");
            default -> "";
        };
    }

    /** Why it is not worth telling any more; empty if it is. */
    Optional<String> needless(Review review, String turn, LocalDate today) {
        if (this == REVIEW_CANCELLED) {
            return Optional.empty();
        }
        if (review.isCancelled()) {
            return Optional.of("The review is cancelled.");
        }
        if (!turn(review).equals(turn)) {
            return Optional.of("It has changed since, and is told anew.");
        }
        if (isAboutTheVisit() && review.pausedAt() != null) {
            return Optional.of("The visit has no day at present.");
        }
        return isAboutTheVisit() && today.isAfter(review.visitLast())
                ? Optional.of("The visit is over.")
                : Optional.empty();
    }

    /** Whether the host hears how the visit will be, and may have to say that it cannot be. */
    boolean isAboutThePlan() {
        return this == VISIT_PLANNED || this == QUESTIONS_ISSUED;
    }

    private boolean isAboutTheVisit() {
        return isAboutThePlan() || this == VISIT_AHEAD || this == VISIT_SOON;
    }

    private static Optional<Acknowledgement> headOnly(Standing standing, Acknowledgement what) {
        return standing.hostHead() ? Optional.of(what) : Optional.empty();
    }
}
