package org.criticalfriend.buffering;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.criticalfriend.duty.Candidate;
import org.criticalfriend.duty.DutyRefused;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.duty.SeatsChanged;
import org.criticalfriend.duty.SeatsChanged.Change;
import org.criticalfriend.duty.StandIns;
import org.criticalfriend.engine.EngineItself;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.engine.task.TaskHandover;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.ReviewOver;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.review.StartReview;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Vacant seats and the search for whoever fills them. A search begins in the transaction in which a seat is left, and ends in that in
 * which it is held again. Everything here happens while the review's row is held.
 */
@Component
class Vacancies {

    /** Id of the process. */
    static final String PROCESS = "reviewer-buffering";

    /** The variable by which the process knows its vacancy. */
    static final String SUBJECT = "subject";

    private static final String SEARCH_IS_OVER = "SearchIsOver";

    private final BufferingRecord record;
    private final RunningReviews running;
    private final SeatTimes times;
    private final Seats seats;
    private final TaskHandover tasks;
    private final SeatNews news;
    private final EngineItself itself;
    private final RuntimeService engine;

    Vacancies(
            BufferingRecord record,
            RunningReviews running,
            SeatTimes times,
            Seats seats,
            TaskHandover tasks,
            SeatNews news,
            EngineItself itself,
            @Lazy RuntimeService engine) {
        this.record = record;
        this.running = running;
        this.times = times;
        this.seats = seats;
        this.tasks = tasks;
        this.news = news;
        this.itself = itself;
        this.engine = engine;
    }

    /** The vacancy that a process is about. */
    Vacancy of(DelegateExecution execution) {
        return record.vacancy(UUID.fromString((String) execution.getVariable(SUBJECT)));
    }

    /** The vacancy that the process of a task is about. */
    Vacancy of(TaskInHand task) {
        return record.vacancy(task.subject()
                .map(UUID::fromString)
                .orElseThrow(() -> new IllegalStateException(
                        "The process of the task %s names no vacancy as its subject.".formatted(task.id()))));
    }

    /** Somebody has come to seats or left them. */
    @EventListener
    void on(SeatsChanged changed) {
        RunningReview review = running.of(changed.review());
        standInsWhoMovedUp(changed).forEach(person -> askNoMoreToConfirm(review, person));
        for (Change change : changed.changes()) {
            Optional<Vacancy> searched = record.openAt(change.seat());
            if (change.came().isPresent()) {
                searched.ifPresentOrElse(
                        vacancy -> {
                            saidYesOtherwise(vacancy);
                            settledOtherwise(review, vacancy, Vacancy.Outcome.HELD);
                        },
                        // So that nobody asks them to stand in on the same review.
                        () -> change.left().ifPresent(person -> noted(review, change, person, Vacancy.Outcome.HELD)));
            } else if (searched.isEmpty()) {
                change.left().ifPresent(person -> lost(review, change, person));
            }
        }
    }

    private static Stream<String> standInsWhoMovedUp(SeatsChanged changed) {
        Set<String> came = changed.changes().stream()
                .flatMap(change -> change.came().stream())
                .collect(Collectors.toSet());
        return changed.changes().stream()
                .filter(change -> StandIns.include(change.duty()))
                .flatMap(change -> change.left().stream())
                .filter(came::contains);
    }

    private void lost(RunningReview review, Change change, String person) {
        if (review.over() || !isUnderWay(review)) {
            return;
        }
        if (seats.isGivenUp(seats.seat(change.seat()))) {
            tasks.endOfSeat(review.reference(), change.seat().toString());
            news.goesAheadSmaller(review, noted(review, change, person, Vacancy.Outcome.GIVEN_UP));
            return;
        }
        // As long as nobody knows the day, nobody can be asked for it: they are as soon as there is one.
        if (review.hasNoDate() && change.duty() != Duty.ASSOCIATE) {
            return;
        }
        if (!isNeeded(review, change.duty())) {
            tasks.endOfSeat(review.reference(), change.seat().toString());
            if (change.duty() == Duty.ASSOCIATE && !review.visited()) {
                news.associateCannotCome(review, noted(review, change, person, Vacancy.Outcome.NOT_NEEDED));
            }
            return;
        }
        begin(review, change.seat(), person);
    }

    /** Somebody has left a seat for which nobody is looked for. */
    private Vacancy noted(RunningReview review, Change change, String person, Vacancy.Outcome outcome) {
        Vacancy left = record.open(review.id(), change.seat(), person);
        record.end(left.id(), outcome);
        if (StandIns.include(change.duty())) {
            askNoMoreToConfirm(review, person);
        }
        return left;
    }

    private void begin(RunningReview review, UUID seat, String leftBy) {
        Vacancy vacancy = record.open(review.id(), seat, leftBy);
        news.seatIsVacant(review, vacancy);
        itself.does(() -> engine.startProcessInstanceByKey(
                PROCESS, review.reference(), Map.of(SUBJECT, vacancy.id().toString())));
    }

    /**
     * Sees to every seat that has lost its occupant and is needed, unless somebody is looked for already: a stand-in who was released
     * and could come stands by again; otherwise a search begins. The caller holds the review.
     */
    void lookAfter(RunningReview review) {
        seats.vacant(review.id()).stream()
                .filter(seat -> isNeeded(review, seat.duty()))
                .filter(seat -> record.openAt(seat.id()).isEmpty())
                .forEach(seat -> lastOn(seat)
                        .filter(last -> !standsByAgain(review, seat, last))
                        .ifPresent(last -> begin(review, seat.id(), last.person())));
    }

    private Optional<Occupant> lastOn(Seat seat) {
        return seats.historyOf(seat.id()).stream()
                .filter(occupant -> occupant.state() != Occupant.State.DECLINED)
                .reduce((one, later) -> later);
    }

    private boolean standsByAgain(RunningReview review, Seat seat, Occupant last) {
        if (!StandIns.include(seat.duty())
                || last.state() != Occupant.State.RELEASED
                || record.vacanciesOf(review.id()).stream().map(Vacancy::leftBy).anyMatch(last.person()::equals)) {
            return false;
        }
        try {
            seats.place(seat.id(), Candidate.of(last.person(), running::daysToKeepFree), Occupant.State.ASKED);
            return true;
        } catch (DutyRefused taken) {
            return false;
        }
    }

    /** Ids of those whose answer is awaited on a review. */
    Set<String> asked(RunningReview review) {
        return open(record.requestsOfReview(review.id())).stream()
                .map(Request::person)
                .collect(Collectors.toSet());
    }

    /** A review that stands in the record only, without a process, is not looked after. */
    boolean isUnderWay(RunningReview review) {
        return itself.does(() -> engine.createProcessInstanceQuery()
                        .processDefinitionKey(StartReview.PROCESS)
                        .processInstanceBusinessKey(review.reference())
                        .count()
                > 0);
    }

    /**
     * A reviewer of the team has stepped up to lead, and it is their seat that is vacant now. After the visit nobody is needed there:
     * the search is over.
     */
    void seatOfDeputyIsVacant(RunningReview review, Vacancy vacancy) {
        if (!isNeeded(review, seats.seat(vacancy.seat()).duty())) {
            record.end(vacancy.id(), Vacancy.Outcome.NOT_NEEDED);
            tasks.endOfSeat(review.reference(), vacancy.seat().toString());
        }
    }

    /** After the workshop, the second of two Champions follows the plan up alone. */
    private boolean isNeeded(RunningReview review, Duty duty) {
        return times.isNeeded(review, duty)
                && !(duty == Duty.IMPROVEMENT_CHAMPION && review.workshopHeld() && somebodyFills(review, duty));
    }

    private boolean somebodyFills(RunningReview review, Duty duty) {
        return seats.of(review.id(), List.of(duty)).stream()
                .anyMatch(seat -> seats.occupantOf(seat.id()).isPresent());
    }

    /** Nobody has to be looked for in a review that is over. */
    @EventListener
    void on(ReviewOver over) {
        RunningReview review = running.of(over.reference());
        record.vacanciesOf(review.id()).stream()
                .filter(Vacancy::isOpen)
                .forEach(vacancy -> settledOtherwise(review, vacancy, Vacancy.Outcome.NOT_NEEDED));
    }

    /** Whoever is asked for the seat and sits on it by now needs no answer, and keeps the seat. */
    private void saidYesOtherwise(Vacancy vacancy) {
        record.end(
                open(record.requestsOf(vacancy.id())).stream()
                        .filter(request -> seats.occupant(request.id()).fills())
                        .toList(),
                Request.Outcome.YES);
    }

    private void settledOtherwise(RunningReview review, Vacancy vacancy, Vacancy.Outcome outcome) {
        close(review, vacancy, outcome);
        endSearch(review, vacancy);
    }

    private void endSearch(RunningReview review, Vacancy vacancy) {
        itself.does(() -> engine.createMessageCorrelation(SEARCH_IS_OVER)
                .processInstanceBusinessKey(review.reference())
                .processInstanceVariableEquals(SUBJECT, vacancy.id().toString())
                .correlateWithResult());
    }

    /**
     * The search has come to its end without anybody on the seat: whoever is asked is told, and the seat's tasks end. A review that
     * has no lead after its visit still needs one: the search goes on anew.
     */
    void notNeeded(Vacancy vacancy) {
        RunningReview review = running.of(vacancy.review());
        close(review, vacancy, Vacancy.Outcome.NOT_NEEDED);
        if (isNeeded(review, seats.seat(vacancy.seat()).duty())) {
            begin(review, vacancy.seat(), vacancy.leftBy());
            return;
        }
        tasks.endOfSeat(review.reference(), vacancy.seat().toString());
    }

    /** The review goes ahead without the seat. */
    void giveUp(RunningReview review, Vacancy vacancy) {
        seats.giveUp(vacancy.seat());
        close(review, vacancy, Vacancy.Outcome.GIVEN_UP);
        tasks.endOfSeat(review.reference(), vacancy.seat().toString());
        news.goesAheadSmaller(review, vacancy);
    }

    /** The same from outside the search, which ends with it. */
    void giveUpSearch(RunningReview review, Vacancy vacancy) {
        giveUp(review, vacancy);
        endSearch(review, vacancy);
    }

    private void close(RunningReview review, Vacancy vacancy, Vacancy.Outcome outcome) {
        release(review, open(record.requestsOf(vacancy.id())), Request.Outcome.NOT_NEEDED);
        record.end(vacancy.id(), outcome);
    }

    /**
     * Asks somebody for a vacant seat; they hold the days from now on. A person has one question of a review at a time: if they are
     * asked for a lesser place on it, that question is taken back, and the next best candidate is asked for that place.
     *
     * @throws DutyRefused if they are taken or cannot have the seat
     */
    Request ask(RunningReview review, Vacancy vacancy, String person, Instant answerBy) {
        Occupant occupant = seats.ask(vacancy.seat(), Candidate.of(person, running::daysToKeepFree));
        List<Request> lesser = open(record.requestsOfReview(review.id())).stream()
                .filter(request -> request.person().equals(person))
                .toList();
        record.ask(occupant.id(), vacancy, person, answerBy);
        if (!lesser.isEmpty()) {
            lesser.forEach(request -> seats.release(request.id()));
            record.end(lesser, Request.Outcome.INSTEAD);
            tasks.end(review.reference(), AnswerRequest.ACTIVITY, person);
        }
        return record.request(occupant.id()).orElseThrow();
    }

    /**
     * Somebody who is asked takes the seat: everybody else who is asked for it is released, and hears why.
     *
     * @throws org.criticalfriend.duty.DutyRefused if somebody holds it already, or they have left
     */
    void hold(RunningReview review, Vacancy vacancy, Request request) {
        release(
                review,
                open(record.requestsOf(vacancy.id())).stream()
                        .filter(other -> !other.id().equals(request.id()))
                        .toList(),
                Request.Outcome.TAKEN);
        record.end(List.of(request), Request.Outcome.YES);
        record.end(vacancy.id(), Vacancy.Outcome.HELD);
        seats.confirm(request.id());
        askNoMoreToConfirm(review, request.person());
        news.seatIsHeld(review, vacancy);
        freeWhoDeclined(review, vacancy);
    }

    /** Somebody who is asked says no. */
    void decline(Request request) {
        seats.decline(request.id());
        record.end(List.of(request), Request.Outcome.NO);
    }

    /** Whoever has not answered in time is not asked any more. */
    void letSilentGo(Vacancy vacancy) {
        release(running.of(vacancy.review()), open(record.requestsOf(vacancy.id())), Request.Outcome.SILENT);
    }

    private void release(RunningReview review, List<Request> requests, Request.Outcome why) {
        requests.forEach(request -> seats.release(request.id()));
        record.end(requests, why);
        news.notNeeded(review, requests);
    }

    /**
     * A stand-in who has said no when they were needed does not hold the date any more, and another one is looked for. After the seat
     * itself has been seen to: it comes first when people are chosen.
     */
    void freeWhoDeclined(RunningReview review, Vacancy vacancy) {
        Set<Duty> standIns = standInsFor(seats.seat(vacancy.seat()).duty());
        if (standIns.isEmpty()) {
            return;
        }
        List<String> declined = record.requestsOf(vacancy.id()).stream()
                .filter(request -> request.outcome().equals(Optional.of(Request.Outcome.NO)))
                .map(Request::person)
                .toList();
        filling(review, standIns).stream()
                .filter(occupant -> declined.contains(occupant.person()))
                .forEach(occupant -> {
                    seats.withdraw(occupant.id());
                    askNoMoreToConfirm(review, occupant.person());
                });
    }

    /** Whoever is no stand-in any more is not asked whether they keep the date as one. */
    void askNoMoreToConfirm(RunningReview review, String person) {
        if (filling(review, StandIns.duties()).stream().map(Occupant::person).noneMatch(person::equals)) {
            tasks.end(review.reference(), ConfirmDate.ACTIVITY, person);
        }
    }

    /** Whoever has said elsewhere that they keep the date is not asked any more. */
    void isConfirmed(RunningReview review, String person) {
        tasks.end(review.reference(), ConfirmDate.ACTIVITY, person);
    }

    /** Who fills seats of some duties. */
    List<Occupant> filling(RunningReview review, Collection<Duty> duties) {
        List<UUID> ofDuty = seats.of(review.id(), duties).stream().map(Seat::id).toList();
        return seats.occupants(review.id()).stream()
                .filter(Occupant::fills)
                .filter(occupant -> ofDuty.contains(occupant.seat()))
                .toList();
    }

    /** Which stand-in is asked first if somebody with this duty is lost; none for a stand-in's own seat. */
    static Set<Duty> standInsFor(Duty duty) {
        return switch (duty) {
            case LEAD_REVIEWER, PEER_REVIEWER -> EnumSet.of(Duty.RESERVE_REVIEWER);
            case IMPROVEMENT_CHAMPION -> EnumSet.of(Duty.SPARE_IMPROVEMENT_CHAMPION);
            case ASSOCIATE, RESERVE_REVIEWER, SPARE_IMPROVEMENT_CHAMPION -> EnumSet.noneOf(Duty.class);
        };
    }

    private static List<Request> open(List<Request> requests) {
        return requests.stream().filter(Request::isOpen).toList();
    }
}
