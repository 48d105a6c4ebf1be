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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The follow-up meeting in school, eight weeks after the visit (P39): every action beside where it began (F16), the goal then and now
 * (G31), and what worked (F14). The seat that ran the workshop records it (F13).
 */
@Component
class HoldFollowUpMeeting extends StepOfReview {

    private final Reviews reviews;
    private final Outcomes outcomes;
    private final HeldMeetings meetings;
    private final TellsOfReview tells;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HoldFollowUpMeeting(
            Reviews reviews,
            Heading heading,
            Outcomes outcomes,
            HeldMeetings meetings,
            TellsOfReview tells,
            ApplicationEventPublisher events,
            Clock clock) {
        super(reviews, heading);
        this.events = events;
        this.reviews = reviews;
        this.outcomes = outcomes;
        this.meetings = meetings;
        this.tells = tells;
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
                                "action", action.numbered(),
                                "baseline", action.measure().baseline(),
                                "aim", action.measure().aim(),
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
            followedUp.add(action.withProgress(row.text("status"), row.text("evidence"), row.text("measuredNow")));
        }
        reviews.update(followedUp);
        outcomes.insert(whatWorked(review, given));
        meetings.write(
                review.withFollowUp(new FollowUp(heldOn, given.text("goalNow"))), AppointmentKind.FOLLOW_UP, heldOn);
        tells.tell(News.FOLLOW_UP_HELD, review);
        events.publishEvent(new ReviewOver(review.reference()));
    }

    private static List<WhatWorked> whatWorked(Review review, Given given) {
        List<WhatWorked> worked = new ArrayList<>();
        for (Given row : given.rows("whatWorked")) {
            String label = "What worked, row %d, What helped".formatted(worked.size() + 1);
            worked.add(new WhatWorked(
                    Reviews.newId(),
                    review.id(),
                    worked.size() + 1,
                    row.text("theme"),
                    row.requiredText("text", label)));
        }
        return worked;
    }
}
