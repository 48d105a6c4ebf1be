package org.criticalfriend.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.TaskInHand;
import org.springframework.stereotype.Component;

/** The school's own next steps, agreed after reflection (G24, G27). */
@Component
class AgreeActionPlan extends StepOfReview {

    private final Reviews reviews;
    private final Clock clock;

    AgreeActionPlan(Reviews reviews, Heading heading, Clock clock) {
        super(reviews, heading);
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    void prefill(Map<String, Object> form, Review review) {
        Map<UUID, Question> questions =
                reviews.questionsOf(review).stream().collect(Collectors.toMap(Question::id, Function.identity()));
        List<Finding> findings = reviews.findingsOf(review);
        form.put(
                "findings",
                findings.stream()
                        .map(finding -> Row.of(
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
        form.put(
                "findingOptions",
                Row.options(findings, Finding::id, finding -> finding.number() + ". " + Beginning.of(finding.text())));
    }

    @Override
    void take(Review review, TaskInHand task, Given given) {
        LocalDate today = SchoolTime.today(clock);
        List<Action> actions = new ArrayList<>();
        for (Given row : given.rows("actions")) {
            LocalDate due = row.requiredDate("due", "Actions, row %d, Done by".formatted(actions.size() + 1));
            if (!due.isAfter(today)) {
                throw Refusal.of("Actions, row %d, Done by: please choose a day that is still to come."
                        .formatted(actions.size() + 1));
            }
            actions.add(new Action(
                    Reviews.newId(),
                    null,
                    review.id(),
                    actions.size() + 1,
                    row.choice("finding"),
                    row.text("what"),
                    row.text("owner"),
                    due,
                    row.text("successSign"),
                    row.text("support"),
                    null,
                    null));
        }
        if (actions.isEmpty()) {
            throw Refusal.of("Actions: please agree at least one next step.");
        }
        reviews.insert(actions);
        reviews.update(review.withReached(review.reached().withPlanAgreed(clock.instant())));
    }
}
