package org.criticalfriend.year;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.engine.EngineItself;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.review.OtherTeam;
import org.criticalfriend.review.PlannedReview;
import org.criticalfriend.review.StartReview;
import org.criticalfriend.year.PlanOfYear.DayOfPlan;
import org.criticalfriend.year.PlanOfYear.HostOfPlan;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Starts the review of one school as the plan has it, with all four days and all seats. Each school is a transaction of its own; done
 * twice, it starts nothing twice.
 */
@Component
@NamedInModels
class StartPlannedReview implements JavaDelegate {

    private final PlannedYears years;
    private final StartReview start;
    private final EngineItself itself;

    StartPlannedReview(PlannedYears years, @Lazy StartReview start, EngineItself itself) {
        this.years = years;
        this.start = start;
        this.itself = itself;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PartnershipYear year = years.find(execution.getProcessBusinessKey()).orElseThrow();
        String school = (String) execution.getVariable(YearPlan.SCHOOL);
        HostOfPlan host = years.hold(year, school)
                .orElseThrow(() -> new IllegalStateException(
                        "The plan of %s has no school %s.".formatted(year.reference(), school)));
        if (host.review().isEmpty() && !host.leftOut()) {
            PlannedReview planned = planned(year, years.plan(year), school);
            years.started(year, school, itself.does(() -> start.as(planned)));
        }
    }

    private static PlannedReview planned(PartnershipYear year, PlanOfYear plan, String school) {
        DayOfPlan visit = plan.day(school, AppointmentKind.VISIT).orElseThrow();
        Map<AppointmentKind, java.time.LocalDate> meetings = plan.days().stream()
                .filter(day -> day.host().equals(school) && day.appointment() != AppointmentKind.VISIT)
                .collect(toMap(DayOfPlan::appointment, DayOfPlan::first));
        PlannedReview planned = new PlannedReview(
                year.partnership(), school, null, visit.first(), visit.last(), meetings, plan.teamAt(school));
        Optional<OtherTeam> other =
                year.reason().flatMap(reason -> year.agreedBy().map(person -> new OtherTeam(reason, person)));
        return other.map(planned::withOtherTeam).orElse(planned);
    }
}
