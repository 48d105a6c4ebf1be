package org.criticalfriend.review;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Findings and ways forward as tables, for the forms of those who choose what to do about them. */
@Component
class WhatTheReviewBrought {

    private final Reviews reviews;

    WhatTheReviewBrought(Reviews reviews) {
        this.reviews = reviews;
    }

    /** Adds both to a form; returns the findings. */
    List<Finding> addTo(Map<String, Object> form, Review review) {
        Map<UUID, Question> questions =
                reviews.questionsOf(review).stream().collect(Collectors.toMap(Question::id, Function.identity()));
        List<Finding> findings = reviews.findingsOf(review);
        form.put(
                "findings",
                findings.stream()
                        .map(finding -> Row.of(
                                "number", String.valueOf(finding.number()),
                                "question", questions.get(finding.question()).numbered(),
                                "kind", FindingKind.words(finding.kind()),
                                "text", finding.text()))
                        .toList());
        form.put(
                "options",
                reviews.optionsOf(review).stream()
                        .map(option -> Row.of(
                                "option", option.text(),
                                "speaksFor", option.speaksFor(),
                                "speaksAgainst", option.speaksAgainst(),
                                "whoWouldHelp", option.whoWouldHelp()))
                        .toList());
        return findings;
    }
}
