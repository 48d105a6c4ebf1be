package org.criticalfriend.review;

import java.net.URI;
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
 * The planning meeting: rationale, hypothesis, one driving question, goal (G4 to G11), and what the visit needs (P14). Opened once more
 * because the driving question is to change, it is filled in as it was, and the questions are issued anew afterwards (G9).
 */
@Component
class HoldPlanningMeeting extends StepOfReview {

    private final Reviews reviews;
    private final PlanningRecord planning;
    private final SelfReviews selfReviews;
    private final LastReview lastReview;
    private final HeldMeetings meetings;
    private final TellsOfReview tells;
    private final Clock clock;

    HoldPlanningMeeting(
            Reviews reviews,
            Heading heading,
            PlanningRecord planning,
            SelfReviews selfReviews,
            LastReview lastReview,
            HeldMeetings meetings,
            TellsOfReview tells,
            Clock clock) {
        super(reviews, heading);
        this.reviews = reviews;
        this.planning = planning;
        this.selfReviews = selfReviews;
        this.lastReview = lastReview;
        this.meetings = meetings;
        this.tells = tells;
        this.clock = clock;
    }

    @Override
    void prefill(Map<String, Object> form, Review review) {
        lastReview.showIn(form, review);
        List<WaitingFocus> waiting = planning.waitingFor(review);
        form.put("waitingOptions", Row.options(waiting, WaitingFocus::id, WaitingFocus::focus));
        form.put("heldOn", review.days().heldOn(AppointmentKind.PLANNING_MEETING, SchoolTime.today(clock)));
        form.put("plannedFocus", review.focus());
        SelfReviewInForm.show(form, selfReviews, review);
        if (review.goal() != null) {
            asAgreedBefore(form, review, review.goal(), waiting);
        }
    }

    private void asAgreedBefore(Map<String, Object> form, Review review, Goal goal, List<WaitingFocus> waiting) {
        form.put("rationale", goal.rationale());
        form.put("hypothesis", goal.hypothesis());
        form.put("question", goal.drivingQuestion());
        form.put("goal", goal.goal());
        form.put("whereNow", goal.whereNow());
        form.put("scope", goal.scope());
        form.put("purpose", goal.purpose());
        form.put("evidenceWanted", goal.kindsOfEvidence());
        form.put(
                "settled",
                waiting.stream()
                        .filter(focus -> focus.settledIn() != null)
                        .map(focus -> focus.id().toString())
                        .toList());
        form.put("otherFocus", planning.notedIn(review).map(WaitingFocus::focus).orElse(null));
        form.put("timetable", PlanOfVisit.timetable(reviews.timetableOf(review)));
        form.put("links", PlanOfVisit.links(planning.linksOf(review)));
        form.put("preparation", PlanOfVisit.preparation(planning.preparationOf(review)));
    }

    @Override
    void take(Review review, TaskInHand task, Given given) {
        LocalDate heldOn = given.date("heldOn").orElse(SchoolTime.today(clock));
        if (heldOn.isAfter(SchoolTime.today(clock))) {
            throw Refusal.of("Date of the meeting: this day is still to come. Please hand in after the meeting.");
        }
        String question = given.requiredText("question", "Driving question");
        if (question.chars().filter(character -> character == '?').count() > 1) {
            throw Refusal.of("Driving question: please choose one. A second one can wait for a later review of this"
                    + " school; there is a field for it further down.");
        }
        if (!given.isTicked("headConfirmed")) {
            throw Refusal.of("Confirmed by the head: please hand in once the head has confirmed focus and question.");
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
                                given.ticked("evidenceWanted")))
                        .withReached(review.reached().withQuestionsIssued(null)),
                AppointmentKind.PLANNING_MEETING,
                heldOn);
        planning.confirmed(review, clock.instant());
        reviews.replaceTimetable(review, timetable(review, given));
        planning.replaceLinks(review, links(review, given));
        planning.replacePreparation(review, preparation(review, given));
        planning.keepWaiting(review, Optional.ofNullable(given.text("otherFocus")));
        planning.settle(review, given.choices("settled"));
        tells.tell(News.VISIT_PLANNED, reviews.of(review.reference()));
    }

    private static List<TimetableEntry> timetable(Review review, Given given) {
        List<TimetableEntry> timetable = new ArrayList<>();
        for (Given row : given.rows("timetable")) {
            timetable.add(new TimetableEntry(
                    Reviews.newId(), review.id(), timetable.size() + 1, row.text("time"), row.text("what")));
        }
        return timetable;
    }

    private static List<PlanningLink> links(Review review, Given given) {
        List<PlanningLink> links = new ArrayList<>();
        for (Given row : given.rows("links")) {
            int number = links.size() + 1;
            String label = "To read beforehand, row %d, ".formatted(number);
            String address = row.requiredText("address", label + "Address");
            if (!isSafe(address)) {
                throw Refusal.of(label + "Address: please copy the whole address, beginning with https://.");
            }
            links.add(new PlanningLink(
                    Reviews.newId(), review.id(), number, row.requiredText("title", label + "What it is"), address));
        }
        return links;
    }

    /** Pages make a link of it: nothing but an address of the web may stand there. */
    private static boolean isSafe(String address) {
        try {
            URI uri = URI.create(address);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<PreparationItem> preparation(Review review, Given given) {
        List<PreparationItem> items = new ArrayList<>();
        for (Given row : given.rows("preparation")) {
            int number = items.size() + 1;
            items.add(new PreparationItem(
                    Reviews.newId(),
                    review.id(),
                    number,
                    row.requiredText("what", "To have ready, row %d, What".formatted(number)),
                    row.text("byWhom")));
        }
        return items;
    }
}
