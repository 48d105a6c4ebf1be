package org.criticalfriend.buffering;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.buffering.Candidates.Ranked;
import org.criticalfriend.buffering.Candidates.Search;
import org.criticalfriend.duty.DutyRefused;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.springframework.stereotype.Component;

/**
 * Asks whoever can stand in: the stand-in who holds the date, then the best candidate; from the evening before on two at once. Who is
 * asked holds the days from now on. Done twice, it asks nobody a second time.
 */
@Component
@NamedInModels
class AskStandIns implements JavaDelegate {

    private final Vacancies vacancies;
    private final BufferingRecord record;
    private final RunningReviews running;
    private final SeatTimes times;
    private final Candidates candidates;
    private final SeatNews news;

    AskStandIns(
            Vacancies vacancies,
            BufferingRecord record,
            RunningReviews running,
            SeatTimes times,
            Candidates candidates,
            SeatNews news) {
        this.vacancies = vacancies;
        this.record = record;
        this.running = running;
        this.times = times;
        this.candidates = candidates;
        this.news = news;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RunningReview review = running.held(execution.getProcessBusinessKey());
        Vacancy vacancy = vacancies.of(execution);
        Search search = candidates.searchFor(vacancy);
        boolean evening = times.isEveningBefore(review, search.duty());
        Set<String> asked = new HashSet<>();
        record.requestsOf(vacancy.id()).stream()
                .filter(Request::isOpen)
                .map(Request::person)
                .forEach(asked::add);
        int wanted = evening ? 2 : 1;
        if (asked.size() < wanted) {
            Instant answerBy = times.answerBy(review, search.duty());
            List<String> inOrder = inOrder(review, search)
                    .filter(person -> !asked.contains(person))
                    .toList();
            for (String person : inOrder) {
                if (asked.size() < wanted && ask(review, vacancy, person, answerBy)) {
                    asked.add(person);
                }
            }
        }
        if (evening && asked.size() > 1) {
            news.ring(review, vacancy);
        }
        vacancies.freeWhoDeclined(review, vacancy);
    }

    /** Whoever has left a seat of the review is not asked for another one of it; whoever is in charge may choose them all the same. */
    private Stream<String> inOrder(RunningReview review, Search search) {
        Set<String> left =
                record.vacanciesOf(review.id()).stream().map(Vacancy::leftBy).collect(Collectors.toSet());
        List<String> possible = candidates.ranked(review, search).stream()
                .filter(Ranked::isPossible)
                .map(one -> one.person().id())
                .filter(person -> !left.contains(person))
                .toList();
        Stream<String> standIns = vacancies.filling(review, Vacancies.standInsFor(search.duty())).stream()
                .map(Occupant::person)
                .filter(possible::contains);
        return Stream.concat(standIns, possible.stream()).distinct();
    }

    /** Whoever is taken or cannot have the seat after all is passed over. */
    private boolean ask(RunningReview review, Vacancy vacancy, String person, Instant answerBy) {
        try {
            vacancies.ask(review, vacancy, person, answerBy);
            return true;
        } catch (DutyRefused refused) {
            return false;
        }
    }
}
