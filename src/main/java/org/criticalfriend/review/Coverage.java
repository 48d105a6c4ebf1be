package org.criticalfriend.review;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which questions have evidence, and which not: said, never demanded, for a day may bring what nobody has asked. */
final class Coverage {

    private Coverage() {}

    /** As it stands in forms: {@code 2 of 6 questions have no evidence yet: 3 and 5.} */
    static String inWords(List<Question> questions, List<EvidenceItem> evidence) {
        Set<UUID> covered = evidence.stream().map(EvidenceItem::question).collect(Collectors.toSet());
        List<String> open = questions.stream()
                .filter(question -> !covered.contains(question.id()))
                .map(question -> String.valueOf(question.number()))
                .toList();
        if (open.isEmpty()) {
            return "Every question has evidence.";
        }
        if (open.size() == questions.size()) {
            return "No question has evidence yet.";
        }
        return "%d of %d questions %s no evidence yet: %s."
                .formatted(open.size(), questions.size(), open.size() == 1 ? "has" : "have", enumerated(open));
    }

    /** Which questions a finding answers: {@code No finding answers questions 2 and 5.} */
    static String ofFindings(List<Question> questions, List<Finding> findings) {
        Set<UUID> answered = findings.stream().map(Finding::question).collect(Collectors.toSet());
        List<String> open = questions.stream()
                .filter(question -> !answered.contains(question.id()))
                .map(question -> String.valueOf(question.number()))
                .toList();
        return open.isEmpty()
                ? "Every question is answered by a finding."
                : "No finding answers question%s %s.".formatted(open.size() == 1 ? "" : "s", enumerated(open));
    }

    private static String enumerated(List<String> numbers) {
        int last = numbers.size() - 1;
        return last == 0 ? numbers.get(0) : String.join(", ", numbers.subList(0, last)) + " and " + numbers.get(last);
    }
}
