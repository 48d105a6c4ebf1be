package org.criticalfriend.review;

import java.util.Map;

/** Kinds of findings, in words. None of them is a grade. */
final class FindingKind {

    private static final String GOOD_PRACTICE = "GOOD_PRACTICE";

    private static final Map<String, String> WORDS =
            Map.of("STRENGTH", "Strength", GOOD_PRACTICE, "Good practice to share", "TO_CONSIDER", "To consider");

    private FindingKind() {}

    /** Whether a finding is good practice that other schools may like to hear of, if the school agrees (P13). */
    static boolean isGoodPractice(Finding finding) {
        return GOOD_PRACTICE.equals(finding.kind());
    }

    /** The kind in words; a kind that a process owner added to the form stands as it is. */
    static String words(String kind) {
        return WORDS.getOrDefault(kind, kind);
    }
}
