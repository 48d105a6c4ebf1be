package org.criticalfriend.review;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How far a review has come.
 *
 * @param questionsIssuedAt when the questions were issued and locked; null before
 * @param reportWrittenOn the day on which the report was written; null before
 * @param targetsSetAt when the targets of the improvement workshop were handed in; null before
 * @param planAgreedAt when the action plan was agreed; null before
 * @param cancelledAt when the review was cancelled; null if it was not
 */
record Milestones(
        Instant questionsIssuedAt,
        LocalDate reportWrittenOn,
        Instant targetsSetAt,
        Instant planAgreedAt,
        Instant cancelledAt) {

    static final Milestones NONE = new Milestones(null, null, null, null, null);

    /** @param at null if the driving question is to change, so that they are issued anew */
    Milestones withQuestionsIssued(Instant at) {
        return new Milestones(at, reportWrittenOn, targetsSetAt, planAgreedAt, cancelledAt);
    }

    Milestones withReportWritten(LocalDate on) {
        return new Milestones(questionsIssuedAt, on, targetsSetAt, planAgreedAt, cancelledAt);
    }

    Milestones withTargetsSet(Instant at) {
        return new Milestones(questionsIssuedAt, reportWrittenOn, at, planAgreedAt, cancelledAt);
    }

    Milestones withPlanAgreed(Instant at) {
        return new Milestones(questionsIssuedAt, reportWrittenOn, targetsSetAt, at, cancelledAt);
    }

    Milestones withCancelled(Instant at) {
        return new Milestones(questionsIssuedAt, reportWrittenOn, targetsSetAt, planAgreedAt, at);
    }
}
