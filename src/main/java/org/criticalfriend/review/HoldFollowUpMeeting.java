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

/** The follow-up meeting in school, eight weeks after the visit (P39): every action, and the goal then and now (G31). */
@Component
class HoldFollowUpMeeting extends StepOfReview {

    private final Reviews reviews;
    private final HeldMeetings meetings;
    private final Clock clock;

    HoldFollowUpMeeting(Reviews reviews, Heading heading, HeldMeetings meetings, Clock clock) {
        super(reviews, heading);
        this.reviews = reviews;
        this.meetings = meetings;
        this.clock = clock;
    }

    @Override
    void prefill(Map<String, Object> form, Review review) {
        form.put("goal", review.goal().goal());
        form.put("whereNow", review.goal().whereNow());
        form.put("heldOn", review.days().heldOn(AppointmentKind.FOLLOW_UP, SchoolTime.today(clock)));
        form.put(
                "progress",
                reviews.actionsOf(review).stream()
                        .map(action -> Row.of(
                                "action", "%d. %s".formatted(action.number(), action.what()),
                                "status", action.status(),
                                "evidence", action.evidence()))
                        .toList());
    }

    @Override
    void take(Review review, TaskInHand task, Given given) {
        LocalDate heldOn = given.requiredDate("heldOn", "Date of the meeting");
        if (heldOn.isAfter(SchoolTime.today(clock))) {
            throw Refusal.of("Date of the meeting: this day is still to come. Please hand in after the meeting.");
        }
        List<Action> actions = reviews.actionsOf(review);
        List<Given> rows = given.allRows("progress");
        if (rows.size() != actions.size()) {
            throw Refusal.of("Progress: the action plan has changed meanwhile. Please open the task once more.");
        }
        List<Action> followedUp = new ArrayList<>();
        for (Action action : actions) {
            Given row = rows.get(followedUp.size());
            followedUp.add(action.withProgress(row.text("status"), row.text("evidence")));
        }
        reviews.update(followedUp);
        meetings.write(
                review.withFollowUp(new FollowUp(heldOn, given.text("goalNow"), given.text("whatWorked"))),
                AppointmentKind.FOLLOW_UP,
                heldOn);
    }
}
