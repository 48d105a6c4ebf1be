package org.criticalfriend.review;

import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.duty.DeputyLeads;
import org.criticalfriend.duty.Occupant.State;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.School;
import org.criticalfriend.review.MoveDates.NewVisit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts a review: its record, its team, its process. */
@Service
public class StartReview {

    /** Id of the process. */
    public static final String PROCESS = "peer-review";

    private final Reviews reviews;
    private final Seats seats;
    private final Register register;
    private final Deadlines deadlines;
    private final Teams teams;
    private final DeputyLeads deputyLeads;
    private final RuntimeService engine;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StartReview(
            Reviews reviews,
            Seats seats,
            Register register,
            Deadlines deadlines,
            Teams teams,
            DeputyLeads deputyLeads,
            RuntimeService engine,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
        this.reviews = reviews;
        this.seats = seats;
        this.register = register;
        this.deadlines = deadlines;
        this.teams = teams;
        this.deputyLeads = deputyLeads;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * Starts a review as planned. Its deputy lead is the peer reviewer with the most experience ({@link DeputyLeads}).
     *
     * @return its reference, such as {@code priory-2026-mill-lane}: partnership, year in which the school year began, host
     * @throws IllegalArgumentException if the host is not registered, has no head or has a review this year
     * @throws TeamRefused if the team is not of the size that {@link TeamSizes} says, and the plan gives no reason
     * @throws DatesRefused if the visit or a meeting cannot be on its day, such as one on which the host is closed
     */
    @Transactional
    public String as(PlannedReview plan) {
        School host = register.school(plan.host())
                .orElseThrow(() -> new IllegalArgumentException("There is no school %s.".formatted(plan.host())));
        String reference = "%s-%d-%s"
                .formatted(plan.partnership(), SchoolYear.of(plan.visitFirst()).start(), host.slug());
        if (reviews.find(reference).isPresent()) {
            throw new IllegalArgumentException("There is a review %s already.".formatted(reference));
        }
        if (register.headOf(plan.host()).isEmpty()) {
            throw new IllegalArgumentException(
                    "%s has no head in the register. Enter who is head, then start the review.".formatted(host.name()));
        }
        ReviewDates dates = deadlines.of(Review.planned(reference, plan));
        Review review = dates.visited(
                new NewVisit(plan.visitFirst(), plan.visitLast(), plan.meetings()), SchoolTime.today(clock));
        Optional<TeamSize> instead = teams.demandUsualSize(plan, host);
        reviews.add(review);
        instead.ifPresent(
                usual -> teams.keepOther(review, usual, plan.otherTeam().orElseThrow()));
        seats.placeTeam(review.id(), plan.seats(), dates.of(review).daysToKeepFree(), State.ASKED);
        deputyLeads.nameFor(review.id(), plan.visitFirst());
        engine.startProcessInstanceByKey(PROCESS, reference);
        events.publishEvent(new ReviewStarted(reference));
        return reference;
    }
}
