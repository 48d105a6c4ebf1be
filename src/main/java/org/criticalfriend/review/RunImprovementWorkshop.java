package org.criticalfriend.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.TaskInHand;
import org.springframework.stereotype.Component;

/**
 * The improvement workshop: the staff of the host set their targets and write the sentence to which they commit themselves (F11),
 * without the head in the room (P26, P30). The notes stay with the Champions.
 */
@Component
class RunImprovementWorkshop extends StepOfReview {

    private final Reviews reviews;
    private final Outcomes outcomes;
    private final ForFewEyes forFewEyes;
    private final WhatTheReviewBrought brought;
    private final SeniorStaff seniorStaff;
    private final HeldMeetings meetings;
    private final TellsOfReview tells;
    private final Clock clock;

    RunImprovementWorkshop(
            Reviews reviews,
            Heading heading,
            Outcomes outcomes,
            ForFewEyes forFewEyes,
            WhatTheReviewBrought brought,
            SeniorStaff seniorStaff,
            HeldMeetings meetings,
            TellsOfReview tells,
            Clock clock) {
        super(reviews, heading);
        this.reviews = reviews;
        this.outcomes = outcomes;
        this.forFewEyes = forFewEyes;
        this.brought = brought;
        this.seniorStaff = seniorStaff;
        this.meetings = meetings;
        this.tells = tells;
        this.clock = clock;
    }

    @Override
    void prefill(Map<String, Object> form, Review review) {
        form.put("goal", review.goal().goal());
        List<Finding> findings = brought.addTo(form, review);
        form.put("originOptions", Origin.options(List.of(), findings));
        form.put("heldOn", review.days().heldOn(AppointmentKind.WORKSHOP, SchoolTime.today(clock)));
        form.put("staffOptions", seniorStaff.options(review));
        form.put("headsReason", forFewEyes.headsWish(review).orElse(""));
    }

    @Override
    void take(Review review, TaskInHand task, Given given) {
        LocalDate heldOn = given.requiredDate("heldOn", "Date of the workshop");
        if (heldOn.isAfter(SchoolTime.today(clock))) {
            throw Refusal.of("Date of the workshop: this day is still to come. Please hand in after the workshop.");
        }
        if (heldOn.isBefore(review.visitFirst())) {
            throw Refusal.of("Date of the workshop: please choose a day after the visit began.");
        }
        boolean headWasThere =
                given.isTicked("headWasThere") && forFewEyes.headsWish(review).isPresent();
        outcomes.add(
                new Workshop(
                        Reviews.newId(),
                        review.id(),
                        heldOn,
                        given.requiredText("commitment", "Commitment of the staff"),
                        headWasThere),
                given.chosen("seniorStaff"));
        outcomes.insert(targets(review, given));
        Optional.ofNullable(given.text("notes")).ifPresent(notes -> forFewEyes.keepNotes(review, notes));
        Optional.ofNullable(given.text("debrief"))
                .ifPresent(debrief ->
                        forFewEyes.keepDebrief(review, task.assignee().orElseThrow(), debrief));
        meetings.write(
                review.withReached(review.reached().withTargetsSet(clock.instant())), AppointmentKind.WORKSHOP, heldOn);
        tells.tell(News.TARGETS_SET, review);
    }

    private static List<Target> targets(Review review, Given given) {
        List<Target> targets = new ArrayList<>();
        for (Given row : given.rows("targets")) {
            String at = "Targets, row %d, ".formatted(targets.size() + 1);
            Origin origin = Origin.chosen(row.requiredText("origin", at + "Where it comes from"));
            targets.add(new Target(
                    Reviews.newId(),
                    review.id(),
                    targets.size() + 1,
                    origin.finding().orElse(null),
                    row.requiredText("text", at + "Target"),
                    row.text("theme")));
        }
        if (targets.isEmpty()) {
            throw Refusal.of("Targets: please note at least one target that the staff have set.");
        }
        return targets;
    }
}
