package org.criticalfriend.review;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.stereotype.Component;

/** The time to check the report is over: silence accepts its text, and never releases it. Done twice, it changes nothing. */
@Component
@NamedInModels
class AcceptReport implements JavaDelegate {

    private final Reviews reviews;
    private final Reports reports;
    private final Clock clock;

    AcceptReport(Reviews reviews, Reports reports, Clock clock) {
        this.reviews = reviews;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Review review = reviews.held(execution.getProcessBusinessKey());
        reports.of(review)
                .filter(report -> !report.isAccepted())
                .ifPresent(report -> reports.keep(report.acceptedBySilence(clock.instant())));
    }
}
