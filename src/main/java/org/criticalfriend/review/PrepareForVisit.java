package org.criticalfriend.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.TaskInHand;
import org.springframework.stereotype.Component;

/**
 * The head may note something on each question (G14), say what the school would like to show (P34) and take a briefing for the staff
 * along (P33); a note of its own stays with the school (P5). Nothing of it has to be done; who opens it has the questions (G13).
 */
@Component
class PrepareForVisit extends StepOfReview {

    private final Reviews reviews;
    private final PlanningRecord planning;
    private final PreparationRecord preparation;
    private final ForFewEyes forFewEyes;
    private final StaffBriefing briefing;
    private final Clock clock;

    PrepareForVisit(
            Reviews reviews,
            Heading heading,
            PlanningRecord planning,
            PreparationRecord preparation,
            ForFewEyes forFewEyes,
            StaffBriefing briefing,
            Clock clock) {
        super(reviews, heading);
        this.reviews = reviews;
        this.planning = planning;
        this.preparation = preparation;
        this.forFewEyes = forFewEyes;
        this.briefing = briefing;
        this.clock = clock;
    }

    @Override
    void prefill(Map<String, Object> form, Review review) {
        NotesOnQuestions notes = NotesOnQuestions.of(reviews, preparation, review);
        form.put("preparation", PlanOfVisit.preparation(planning.preparationOf(review)));
        form.put("questions", notes.perQuestion());
        form.put("earlierNotes", notes.onEarlierQuestions());
        form.put("showcase", preparation.showcaseOf(review).orElse(null));
        form.put("briefing", briefing.of(review));
        form.put("ownNote", forFewEyes.hostNoteOf(review).orElse(null));
    }

    @Override
    public void opened(TaskInHand task) {
        preparation.seen(reviews.of(task.reference()), task.assignee().orElseThrow(), clock.instant());
    }

    @Override
    void take(Review review, TaskInHand task, Given given) {
        List<String> asked =
                reviews.questionsOf(review).stream().map(Question::text).toList();
        List<Given> rows = given.allRows("questions");
        if (rows.size() != asked.size()) {
            throw Refusal.of("The team's questions: they have changed meanwhile. Please open the task once more.");
        }
        List<QuestionNote> notes = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            String note = rows.get(i).text("note");
            if (note != null) {
                notes.add(new QuestionNote(Reviews.newId(), review.id(), asked.get(i), note));
            }
        }
        preparation.replaceNotes(review, asked, notes);
        preparation.replaceShowcase(review, Optional.ofNullable(given.text("showcase")));
        forFewEyes.keepHostNote(review, Optional.ofNullable(given.text("ownNote")));
    }
}
