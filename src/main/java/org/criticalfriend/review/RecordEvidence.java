package org.criticalfriend.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.TaskInHand;
import org.springframework.stereotype.Component;

/** What one reviewer saw and heard on the visit day, each item linked to a question (G12). */
@Component
class RecordEvidence extends StepOfReview {

    private final Reviews reviews;
    private final PreparationRecord preparation;

    RecordEvidence(Reviews reviews, Heading heading, PreparationRecord preparation) {
        super(reviews, heading);
        this.reviews = reviews;
        this.preparation = preparation;
    }

    @Override
    void prefill(Map<String, Object> form, Review review) {
        List<Question> questions = reviews.questionsOf(review);
        form.put("questionOptions", Row.options(questions, Question::id, Question::numbered));
        form.put(
                "questionNotes",
                NotesOnQuestions.of(reviews, preparation, review).noted());
        form.put("showcase", preparation.showcaseOf(review).orElse(""));
        form.put("coverage", Coverage.inWords(questions, reviews.evidenceOf(review)));
    }

    @Override
    void take(Review review, TaskInHand task, Given given) {
        UUID seat = task.seat()
                .map(UUID::fromString)
                .orElseThrow(() -> new IllegalStateException(
                        "The step RecordEvidence runs once per seat, but its task %s names none."
                                .formatted(task.id())));
        List<EvidenceItem> items = new ArrayList<>();
        for (Given row : given.rows("items")) {
            items.add(new EvidenceItem(
                    Reviews.newId(),
                    null,
                    review.id(),
                    seat,
                    row.choice("question"),
                    row.text("type"),
                    row.text("note")));
        }
        if (items.isEmpty()) {
            throw Refusal.of("Evidence: please note at least one thing that you saw or heard.");
        }
        reviews.insert(items);
    }
}
