package org.criticalfriend.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a report together from what was recorded and fed back, so that its author begins with words and not with an empty page. Pure. */
final class ReportDraft {

    /** What the form and the record take of the longest texts, in characters. */
    static final int LONGEST = 60_000;

    /** What they take of the summary. */
    static final int LONGEST_SUMMARY = 8_000;

    private static final String PARAGRAPH = "\n\n";
    private static final String CUT = "\n\n(There is more in the feedback than fits in here.)";

    private final List<Question> questions;
    private final List<Finding> findings;
    private final Map<UUID, Set<UUID>> links;
    private final Map<UUID, EvidenceItem> evidence;

    /**
     * @param questions in their order
     * @param findings in their order
     * @param links keys of what each finding rests on
     * @param evidence all of the review
     */
    ReportDraft(
            List<Question> questions, List<Finding> findings, Map<UUID, Set<UUID>> links, List<EvidenceItem> evidence) {
        this.questions = questions;
        this.findings = findings;
        this.links = links;
        this.evidence = evidence.stream().collect(Collectors.toMap(EvidenceItem::id, item -> item));
    }

    /** Hypothesis and goal, and what was fed back about them. */
    static String summary(Review review) {
        List<String> paragraphs = new ArrayList<>();
        review.drivingQuestion().ifPresent(question -> paragraphs.add("The school asked: " + question));
        outcome(review)
                .ifPresent(outcome -> paragraphs.add("About the school's hypothesis: %s. (%s)"
                        .formatted(
                                HypothesisOutcome.words(outcome),
                                review.hypothesis().orElse(""))));
        Optional.ofNullable(review.feedback())
                .map(Feedback::distanceToGoal)
                .ifPresent(distance -> paragraphs.add("How close the school is to its goal: " + distance));
        return fitting(String.join(PARAGRAPH, paragraphs), LONGEST_SUMMARY);
    }

    private static Optional<String> outcome(Review review) {
        return Optional.ofNullable(review.feedback())
                .map(Feedback::hypothesisOutcome)
                .filter(outcome -> review.hypothesis().isPresent());
    }

    /** Question by question: each finding with its kind and the kinds of evidence it rests on. */
    String findings() {
        Map<UUID, List<Finding>> byQuestion = findings.stream().collect(Collectors.groupingBy(Finding::question));
        return fitting(
                questions.stream()
                        .filter(question -> byQuestion.containsKey(question.id()))
                        .flatMap(question -> Stream.concat(
                                Stream.of("Question " + question.numbered()),
                                byQuestion.get(question.id()).stream().map(this::finding)))
                        .collect(Collectors.joining(PARAGRAPH)),
                LONGEST);
    }

    private String finding(Finding finding) {
        String rests = links.getOrDefault(finding.id(), Set.of()).stream()
                .map(evidence::get)
                .filter(Objects::nonNull)
                .map(item -> EvidenceType.inASentence(item.type()))
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
        return "%s: %s%s"
                .formatted(
                        FindingKind.words(finding.kind()),
                        finding.text(),
                        rests.isEmpty() ? "" : " (Evidence: %s.)".formatted(rests));
    }

    /** The ways forward that were talked through. */
    static String options(List<ReviewOption> options) {
        return fitting(options.stream().map(ReportDraft::option).collect(Collectors.joining(PARAGRAPH)), LONGEST);
    }

    private static String option(ReviewOption option) {
        StringBuilder words = new StringBuilder("%d. %s.".formatted(option.number(), withoutStop(option.text())));
        append(words, "For it", option.speaksFor());
        append(words, "Against it", option.speaksAgainst());
        append(words, "Who would help", option.whoWouldHelp());
        return words.toString();
    }

    private static void append(StringBuilder words, String what, String text) {
        if (text != null) {
            words.append(" %s: %s.".formatted(what, withoutStop(text)));
        }
    }

    private static String withoutStop(String text) {
        String stripped = text.strip();
        return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    private static String fitting(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - CUT.length()) + CUT;
    }
}
