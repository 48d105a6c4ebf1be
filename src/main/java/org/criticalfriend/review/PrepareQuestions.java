package org.criticalfriend.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** The questions that the team sends to the host in advance; once issued, the set is locked (G13). */
@Component
class PrepareQuestions extends StepOfReview {

    private final Reviews reviews;
    private final SelfReviews selfReviews;
    private final Partnerships partnerships;

    PrepareQuestions(Reviews reviews, Heading heading, SelfReviews selfReviews, Partnerships partnerships) {
        super(reviews, heading);
        this.reviews = reviews;
        this.selfReviews = selfReviews;
        this.partnerships = partnerships;
    }

    @Override
    void prefill(Map<String, Object> form, Review review) {
        form.put("goal", review.goal().goal());
        form.put("rationale", review.goal().rationale());
        form.put("evidenceWanted", review.goal().evidenceWantedInWords());
        SelfReviewInForm.show(form, selfReviews, review);
        List<String> questions =
                reviews.questionsOf(review).stream().map(Question::text).toList();
        List<String> begun = questions.isEmpty() ? templatesOf(review) : questions;
        if (!begun.isEmpty()) {
            form.put(
                    "questions",
                    begun.stream().map(question -> Row.of("text", question)).toList());
        }
    }

    /** Questions with which a partnership likes to begin. */
    private List<String> templatesOf(Review review) {
        return partnerships
                .find(review.partnership())
                .map(partnership -> partnership.settings().templates().questions())
                .orElse(List.of());
    }

    @Override
    void take(Review review, TaskInHand task, Given given) {
        if (review.questionsIssuedAt() != null) {
            throw Refusal.of(
                    "Questions: they are with the school already and do not change any more. If another driving"
                            + " question is needed, please ask for it on the page of this review.");
        }
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
