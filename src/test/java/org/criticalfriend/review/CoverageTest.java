package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private final List<Question> questions = IntStream.rangeClosed(1, 6)
            .mapToObj(number -> new Question(UUID.randomUUID(), UUID.randomUUID(), number, "How?"))
            .toList();

    @Test
    void questionsWithoutEvidenceAreNamed() {
        assertThat(Coverage.inWords(questions, evidenceFor(1, 2, 4, 6, 6)))
                .isEqualTo("2 of 6 questions have no evidence yet: 3 and 5.");
        assertThat(Coverage.inWords(questions, evidenceFor(1, 2, 4, 5, 6)))
                .isEqualTo("1 of 6 questions has no evidence yet: 3.");
        assertThat(Coverage.inWords(questions, evidenceFor(2)))
                .isEqualTo("5 of 6 questions have no evidence yet: 1, 3, 4, 5 and 6.");
    }

    @Test
    void allAndNoneAreSaidInWordsOfTheirOwn() {
        assertThat(Coverage.inWords(questions, evidenceFor(1, 2, 3, 4, 5, 6)))
                .isEqualTo("Every question has evidence.");
        assertThat(Coverage.inWords(questions, List.of())).isEqualTo("No question has evidence yet.");
    }

    private List<EvidenceItem> evidenceFor(int... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> new EvidenceItem(
                        UUID.randomUUID(),
                        null,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        questions.get(number - 1).id(),
                        "OTHER",
                        "Seen"))
                .toList();
    }
}
