package org.criticalfriend.planning;

import ai.timefold.solver.core.api.score.stream.ConstraintJustification;
import java.time.LocalDate;
import java.util.List;

/**
 * A rule that a plan breaks, by whom and when.
 *
 * @param rule which rule
 * @param hosts ids of the hosts whose reviews it is about; none if it is about no review in particular
 * @param people ids of the people whom it is about
 * @param days the days on which it is broken
 * @param words the whole of it as sentences for people, beginning with the school or the person
 */
public record Breach(Rule rule, List<String> hosts, List<String> people, List<LocalDate> days, String words)
        implements ConstraintJustification {

    static Breach ofReview(Rule rule, DatedReview review, String words) {
        return new Breach(
                rule,
                List.of(review.id()),
                List.of(),
                List.of(review.visit()),
                review.host().name() + ": " + words);
    }

    static Breach ofDuty(Rule rule, Held held, List<LocalDate> days, String words) {
        return new Breach(
                rule,
                List.of(held.review().id()),
                List.of(held.person().id()),
                days,
                held.review().host().name() + ": " + words);
    }
}
