package org.criticalfriend.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.TaskInHand;
import org.springframework.stereotype.Component;

/** The planning meeting: rationale, hypothesis, one driving question, goal (G4 to G11). */
@Component
class HoldPlanningMeeting extends StepOfReview {

    private final Reviews reviews;
    private final HeldMeetings meetings;
    private final Clock clock;

    HoldPlanningMeeting(Reviews reviews, Heading heading, HeldMeetings meetings, Clock clock) {
        super(reviews, heading);
        this.reviews = reviews;
        this.meetings = meetings;
        this.clock = clock;
    }

    @Override
    void prefill(Map<String, Object> form, Review review) {
        form.put("lastReview", lastReview(review));
        form.put("heldOn", review.days().heldOn(AppointmentKind.PLANNING_MEETING, SchoolTime.today(clock)));
        List<TimetableEntry> timetable = reviews.timetableOf(review);
        if (!timetable.isEmpty()) {
            form.put(
                    "timetable",
                    timetable.stream()
                            .map(entry -> Row.of("time", entry.time(), "what", entry.what()))
                            .toList());
        }
        Goal goal = review.goal();
        if (goal != null) {
            form.put("rationale", goal.rationale());
            form.put("hypothesis", goal.hypothesis());
            form.put("question", goal.drivingQuestion());
            form.put("goal", goal.goal());
            form.put("whereNow", goal.whereNow());
            form.put("scope", goal.scope());
            form.put("purpose", goal.purpose());
            form.put(
                    "evidenceWanted",
                    goal.evidenceWanted() == null
                            ? List.of()
                            : List.of(goal.evidenceWanted().split(",")));
        }
    }

    private String lastReview(Review review) {
        return reviews.before(review)
                .flatMap(before -> before.drivingQuestion()
                        .map(question -> "Last review, %s: %s".formatted(Heading.visitInWords(before), question)))
                .orElse("");
    }

    @Override
    void take(Review review, TaskInHand task, Given given) {
        LocalDate heldOn = given.date("heldOn").orElse(SchoolTime.today(clock));
        if (heldOn.isAfter(SchoolTime.today(clock))) {
            throw Refusal.of("Date of the meeting: this day is still to come. Please hand in after the meeting.");
        }
        String question = given.requiredText("question", "Driving question");
        if (question.chars().filter(character -> character == '?').count() > 1) {
            throw Refusal.of(
                    "Driving question: please choose one. A second question can wait for the next review of this school.");
        }
        meetings.write(
                review.withGoal(new Goal(
                        heldOn,
                        given.text("rationale"),
                        given.text("hypothesis"),
                        question,
                        given.text("goal"),
                        given.text("whereNow"),
                        given.text("scope"),
                        given.text("purpose"),
                        given.ticked("evidenceWanted"))),
                AppointmentKind.PLANNING_MEETING,
                heldOn);
        List<TimetableEntry> timetable = new ArrayList<>();
        for (Given row : given.rows("timetable")) {
            timetable.add(new TimetableEntry(
                    Reviews.newId(), review.id(), timetable.size() + 1, row.text("time"), row.text("what")));
        }
        reviews.replaceTimetable(review, timetable);
    }
}
