package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DutyRefused;
import org.criticalfriend.duty.Occupant.State;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.School;
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
    private final SchoolCalendars calendars;
    private final RuntimeService engine;

    StartReview(Reviews reviews, Seats seats, Register register, SchoolCalendars calendars, RuntimeService engine) {
        this.reviews = reviews;
        this.seats = seats;
        this.register = register;
        this.calendars = calendars;
        this.engine = engine;
    }

    /**
     * Starts a review as planned.
     *
     * @return its reference, such as {@code priory-2026-mill-lane}: partnership, year in which the school year began, host
     * @throws IllegalArgumentException if the host is not registered, is closed on the visit day, or has a review this year
     * @throws DutyRefused if somebody on the team cannot have their duty, or holds another on a visit day
     */
    @Transactional
    public String as(PlannedReview plan) {
        School host = register.school(plan.host())
                .orElseThrow(() -> new IllegalArgumentException("There is no school %s.".formatted(plan.host())));
        if (!calendars.of(host.id()).isPupilDay(plan.visitFirst())) {
            throw new IllegalArgumentException("%s has no pupils in school on %s, so it cannot be visited then."
                    .formatted(host.name(), plan.visitFirst()));
        }
        String reference = "%s-%d-%s"
                .formatted(plan.partnership(), SchoolYear.of(plan.visitFirst()).start(), host.slug());
        if (reviews.find(reference).isPresent()) {
            throw new IllegalArgumentException("There is a review %s already.".formatted(reference));
        }
        Review review = reviews.add(Review.planned(reference, plan));
        seats.placeTeam(
                review.id(), host.id(), plan.seats(), Map.of(AppointmentKind.VISIT, visitDays(plan)), State.ASKED);
        engine.startProcessInstanceByKey(PROCESS, reference);
        return reference;
    }

    private static Set<LocalDate> visitDays(PlannedReview plan) {
        return plan.visitFirst().datesUntil(plan.visitLast().plusDays(1)).collect(Collectors.toSet());
    }
}
