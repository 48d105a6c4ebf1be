package org.criticalfriend.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.TaskInHand;
import org.springframework.stereotype.Component;

/** The questions that the team sends to the host in advance (G13). */
@Component
class PrepareQuestions extends StepOfReview {

    private final Reviews reviews;

    PrepareQuestions(Reviews reviews, Heading heading) {
        super(reviews, heading);
        this.reviews = reviews;
    }

    @Override
    void prefill(Map<String, Object> form, Review review) {
        form.put("goal", review.goal().goal());
        form.put("rationale", review.goal().rationale());
        List<Question> questions = reviews.questionsOf(review);
        if (!questions.isEmpty()) {
            form.put(
                    "questions",
                    questions.stream()
                            .map(question -> Row.of("text", question.text()))
                            .toList());
        }
    }

    @Override
    void take(Review review, TaskInHand task, Given given) {
        List<Question> questions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int number = 0;
        for (Given row : given.allRows("questions")) {
            number++;
            if (row.text("text") == null) {
                continue;
            }
            if (!seen.add(row.text("text").strip().toLowerCase(Locale.UK))) {
                throw Refusal.of("Questions, row %d: this question is there already.".formatted(number));
            }
            questions.add(new Question(Reviews.newId(), review.id(), questions.size() + 1, row.text("text")));
        }
        if (questions.isEmpty()) {
            throw Refusal.of("Questions: please write at least one question for the school.");
        }
        reviews.replaceQuestions(review, questions);
    }
}
