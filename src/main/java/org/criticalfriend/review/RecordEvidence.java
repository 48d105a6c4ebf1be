package org.criticalfriend.review;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.review.EvidenceLog.Observation;
import org.springframework.stereotype.Component;

/** What one reviewer saw and heard on the visit day, each item linked to a question (G12). The page takes more until the report is written. */
@Component
class RecordEvidence extends StepOfReview {

    private final Reviews reviews;
    private final EvidenceLog log;
    private final PreparationRecord preparation;

    RecordEvidence(Reviews reviews, Heading heading, EvidenceLog log, PreparationRecord preparation) {
        super(reviews, heading);
        this.reviews = reviews;
        this.log = log;
        this.preparation = preparation;
    }

    @Override
    void prefill(Map<String, Object> form, Review review) {
        List<Question> questions = reviews.questionsOf(review);
        form.put(
                "questionNotes",
                NotesOnQuestions.of(reviews, preparation, review).noted());
        form.put("evidenceWanted", review.goal().evidenceWantedInWords());
        form.put("showcase", preparation.showcaseOf(review).orElse(""));
        form.put("questions", Row.options(questions, Question::id, Question::numbered));
        form.put("questionOptions", log.questionOptions(questions));
        form.put("coverage", Coverage.inWords(questions, reviews.evidenceOf(review)));
    }

    /** What the person has noted on the page is shown, so that nobody types it again. */
    @Override
    void prefillFor(TaskInHand task, Map<String, Object> form, Review review) {
        Map<UUID, Question> questions =
                reviews.questionsOf(review).stream().collect(Collectors.toMap(Question::id, Function.identity()));
        form.put(
                "own",
                ownOf(review, seat(task)).stream()
                        .map(item -> Row.of(
                                "question", questions.get(item.question()).numbered(),
                                "type", EvidenceType.words(item.type()),
                                "note", item.note()))
                        .toList());
    }

    @Override
    void take(Review review, TaskInHand task, Given given) {
        UUID seat = seat(task);
        List<Observation> observations = given.rows("items").stream()
                .map(row -> new Observation(
                        row.text("question"), row.text("newQuestion"), row.text("type"), row.text("note")))
                .toList();
        if (observations.isEmpty() && ownOf(review, seat).isEmpty()) {
            throw Refusal.of("Evidence: please note at least one thing that you saw or heard.");
        }
        log.record(review, seat, observations);
    }

    private List<EvidenceItem> ownOf(Review review, UUID seat) {
        return reviews.evidenceOf(review).stream()
                .filter(item -> item.seat().equals(seat))
                .toList();
    }

    private static UUID seat(TaskInHand task) {
        return task.seat()
                .map(UUID::fromString)
                .orElseThrow(() -> new IllegalStateException(
                        "The step RecordEvidence runs once per seat, but its task %s names none."
                                .formatted(task.id())));
    }
}
