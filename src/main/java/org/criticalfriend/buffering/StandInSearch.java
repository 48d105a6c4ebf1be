package org.criticalfriend.buffering;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.RunningReviews;
import org.springframework.stereotype.Component;

/** Tells the models how a search for a stand-in stands: {@code ${standInSearch.isHeld(execution)}}. */
@Component("standInSearch")
@NamedInModels
public class StandInSearch {

    private final Vacancies vacancies;
    private final BufferingRecord record;
    private final RunningReviews running;
    private final Seats seats;

    StandInSearch(Vacancies vacancies, BufferingRecord record, RunningReviews running, Seats seats) {
        this.vacancies = vacancies;
        this.record = record;
        this.running = running;
        this.seats = seats;
    }

    /** Whether it is the lead reviewer's seat that is vacant. */
    public boolean leadIsLost(DelegateExecution execution) {
        return seats.seat(vacancies.of(execution).seat()).duty() == Duty.LEAD_REVIEWER;
    }

    /** Whether somebody has to be found, and has not been yet. */
    public boolean isOpen(DelegateExecution execution) {
        return vacancies.of(execution).isOpen();
    }

    /** Whether the answer of anybody is awaited. */
    public boolean somebodyIsAsked(DelegateExecution execution) {
        return !asked(execution).isEmpty();
    }

    /** Ids of those whose answer is awaited, each of whom has a task. */
    public List<String> asked(DelegateExecution execution) {
        return record.requestsOf(vacancies.of(execution).id()).stream()
                .filter(Request::isOpen)
                .map(Request::person)
                .toList();
    }

    /** Whether somebody has said yes, and fills the seat. */
    public boolean isHeld(DelegateExecution execution) {
        return vacancies.of(execution).outcome().equals(Optional.of(Vacancy.Outcome.HELD));
    }

    /** Ids of the reserve reviewer and the spare Improvement Champion of this execution's review, once each. */
    public List<String> standIns(DelegateExecution execution) {
        return vacancies
                .filling(
                        running.of(execution.getProcessBusinessKey()),
                        EnumSet.of(Duty.RESERVE_REVIEWER, Duty.SPARE_IMPROVEMENT_CHAMPION))
                .stream()
                .map(Occupant::person)
                .distinct()
                .toList();
    }
}
