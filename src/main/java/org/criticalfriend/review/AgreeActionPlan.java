package org.criticalfriend.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.partnership.Person;
import org.springframework.stereotype.Component;

/** The school's own next steps, agreed after reflection (G24, G27). It opens with the targets of the staff, a row for each. */
@Component
class AgreeActionPlan extends StepOfReview {

    private final Reviews reviews;
    private final Outcomes outcomes;
    private final WhatTheReviewBrought brought;
    private final TargetsInForm targets;
    private final SeniorStaff seniorStaff;
    private final Supporters supporters;
    private final TellsOfReview tells;
    private final Clock clock;

    AgreeActionPlan(
            Reviews reviews,
            Heading heading,
            Outcomes outcomes,
            WhatTheReviewBrought brought,
            TargetsInForm targets,
            SeniorStaff seniorStaff,
            Supporters supporters,
            TellsOfReview tells,
            Clock clock) {
        super(reviews, heading);
        this.reviews = reviews;
        this.outcomes = outcomes;
        this.brought = brought;
        this.targets = targets;
        this.seniorStaff = seniorStaff;
        this.supporters = supporters;
        this.tells = tells;
        this.clock = clock;
    }

    @Override
    void prefill(Map<String, Object> form, Review review) {
        List<Finding> findings = brought.addTo(form, review);
        List<Target> set = targets.addTo(form, review);
        form.put("originOptions", Origin.options(set, findings));
        form.put("supporterOptions", supporters.options(review));
        form.put("whoWasThere", whoWasThere(review));
        if (!set.isEmpty()) {
            form.put(
                    "actions",
                    set.stream()
                            .map(target -> Row.of(
                                    "what", target.text(), "origin", Origin.option(target), "theme", target.theme()))
                            .toList());
        }
    }

    /** Posts, not names: an owner is a role (P27). */
    private String whoWasThere(Review review) {
        Set<String> there = new HashSet<>(outcomes.staffAtWorkshopOf(review));
        return seniorStaff.of(review).stream()
                .filter(person -> there.contains(person.id()))
                .map(Person::post)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    @Override
    void take(Review review, TaskInHand task, Given given) {
        LocalDate today = SchoolTime.today(clock);
        List<Action> actions = new ArrayList<>();
        List<Support> offers = new ArrayList<>();
        for (Given row : given.rows("actions")) {
            String at = "Actions, row %d, ".formatted(actions.size() + 1);
            Action action = action(review, row, actions.size() + 1, ahead(row, "due", at + "Done by", today));
            actions.add(action);
            if (row.text("supporter") != null) {
                offers.add(Support.offered(
                        review.id(),
                        action.id(),
                        row.text("supporter"),
                        task.assignee().orElseThrow(),
                        row.requiredText("support", at + "Support offered"),
                        row.date("supportBy").isPresent()
                                ? ahead(row, "supportBy", at + "Support by", today)
                                : action.due()));
            }
        }
        if (actions.isEmpty()) {
            throw Refusal.of("Actions: please agree at least one next step.");
        }
        reviews.insert(actions);
        outcomes.insert(offers);
        tells.tell(
                News.ACTION_PLAN_AGREED,
                reviews.update(review.withReached(review.reached().withPlanAgreed(clock.instant()))));
    }

    private static LocalDate ahead(Given row, String key, String label, LocalDate today) {
        LocalDate day = row.requiredDate(key, label);
        if (!day.isAfter(today)) {
            throw Refusal.of(label + ": please choose a day that is still to come.");
        }
        return day;
    }

    private static Action action(Review review, Given row, int number, LocalDate due) {
        Origin origin =
                Origin.chosen(row.requiredText("origin", "Actions, row %d, Where it comes from".formatted(number)));
        return new Action(
                Reviews.newId(),
                null,
                review.id(),
                number,
                origin.target().orElse(null),
                origin.finding().orElse(null),
                row.text("what"),
                row.text("owner"),
                due,
                row.text("theme"),
                new Measure(row.text("baseline"), row.text("aim"), null),
                row.text("successSign"),
                row.isTicked("keyIssue"),
                row.text("sdpLink"),
                row.text("support"),
                null,
                null);
    }
}
