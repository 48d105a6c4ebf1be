package org.criticalfriend.buffering;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.duty.Candidate;
import org.criticalfriend.duty.DeputyLeads;
import org.criticalfriend.duty.DutyRefused;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Occupant.State;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.springframework.stereotype.Component;

/**
 * The lead is lost: the deputy lead leads from now on, and it is their seat for which somebody is looked for. If the deputy is not
 * trained to lead, or not free on a day that only the lead gives, another reviewer of the team steps up; if there is none, somebody is
 * looked for to lead. Done twice, it changes nothing.
 */
@Component
@NamedInModels
class StepUpDeputyLead implements JavaDelegate {

    private final Vacancies vacancies;
    private final BufferingRecord record;
    private final RunningReviews running;
    private final DeputyLeads deputyLeads;
    private final Seats seats;
    private final SeatNews news;

    StepUpDeputyLead(
            Vacancies vacancies,
            BufferingRecord record,
            RunningReviews running,
            DeputyLeads deputyLeads,
            Seats seats,
            SeatNews news) {
        this.vacancies = vacancies;
        this.record = record;
        this.running = running;
        this.deputyLeads = deputyLeads;
        this.seats = seats;
        this.news = news;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RunningReview review = running.held(execution.getProcessBusinessKey());
        Vacancy vacancy = vacancies.of(execution);
        if (seats.seat(vacancy.seat()).duty() != Duty.LEAD_REVIEWER) {
            return;
        }
        Optional<String> deputy = deputyLeads.of(review.id(), review.partnership(), review.visitFirst());
        List<Occupant> peers = vacancies.filling(review, EnumSet.of(Duty.PEER_REVIEWER));
        Stream.concat(
                        peers.stream().filter(peer -> deputy.filter(peer.person()::equals)
                                .isPresent()),
                        peers.stream().filter(peer -> deputy.filter(peer.person()::equals)
                                .isEmpty()))
                .filter(peer -> leads(vacancy, peer))
                .findFirst()
                .ifPresent(peer -> {
                    news.deputyLeads(review, vacancy);
                    vacancies.seatOfDeputyIsVacant(review, vacancies.of(execution));
                });
    }

    /** The seat to fill changes first, so that the one who leaves it begins no search of its own. */
    private boolean leads(Vacancy vacancy, Occupant peer) {
        record.moveTo(vacancy.id(), peer.seat());
        try {
            seats.place(vacancy.seat(), Candidate.of(peer.person(), running::daysToKeepFree), State.CONFIRMED);
            return true;
        } catch (DutyRefused refused) {
            record.moveTo(vacancy.id(), vacancy.seat());
            return false;
        }
    }
}
