package org.criticalfriend.review;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What every mail about a decision is filled with: which review, which step. Names and dates, never a reason. */
@Component
class WordsOfDecision {

    private final Heading heading;

    WordsOfDecision(Heading heading) {
        this.heading = heading;
    }

    /** A map of its own. */
    Map<String, Object> of(Review review) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("drivingQuestion", review.drivingQuestion().orElse(""));
        words.put("school", heading.schoolName(review));
        words.put("visit", Heading.visitInWords(review));
        words.put("reference", review.reference());
        return words;
    }

    /** The same, with the step. */
    Map<String, Object> of(Review review, LateDecision decision) {
        Map<String, Object> words = of(review);
        words.put("step", LateStep.of(decision.late()).map(LateStep::words).orElse("a step"));
        return words;
    }
}
