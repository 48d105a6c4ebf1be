package org.criticalfriend.review;

import java.util.Map;

/** What the evidence says about the school's hypothesis (G8), in words. */
final class HypothesisOutcome {

    private static final Map<String, String> WORDS = Map.of(
            "SUPPORTED", "the evidence supports it",
            "PARTLY", "the evidence supports part of it",
            "NOT_SUPPORTED", "the evidence does not support it",
            "NO_EVIDENCE", "there is no evidence either way");

    private HypothesisOutcome() {}

    /** The outcome in the middle of a sentence; one that a process owner added to the form stands as it is. */
    static String words(String outcome) {
        return WORDS.getOrDefault(outcome, outcome);
    }
}
