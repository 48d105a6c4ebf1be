package org.criticalfriend.year;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.year.PartnershipYear.State;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Looks whether a year is over: its last half-term has been looked at, and each of its reviews has ended, or is carried over because a
 * later year is published and looks after what is open. Done twice, it changes nothing.
 */
@Component
@NamedInModels
class LookAtYear implements JavaDelegate {

    private final PlannedYears years;
    private final YearDates dates;
    private final RunningReviews running;

    LookAtYear(PlannedYears years, YearDates dates, @Lazy RunningReviews running) {
        this.years = years;
        this.dates = dates;
        this.running = running;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PartnershipYear year = years.find(execution.getProcessBusinessKey()).orElseThrow();
        if (!dates.goesOn(year) && (years.isFollowed(year) || everyReviewHasEnded(year))) {
            years.move(year, State.PUBLISHED, State.ENDED);
        }
    }

    private boolean everyReviewHasEnded(PartnershipYear year) {
        Set<String> open = Set.copyOf(running.open());
        return years.plan(year).hosts().stream()
                .flatMap(host -> host.review().stream())
                .noneMatch(open::contains);
    }
}
