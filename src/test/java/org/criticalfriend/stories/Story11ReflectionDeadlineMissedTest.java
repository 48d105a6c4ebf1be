package org.criticalfriend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.Rounds;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Story 11: the reflection deadline is missed. The head is reminded before it, on it and after it, then the partnership lead hears of
 * it; once the action plan is agreed nobody is reminded any more. The deadline is Thursday 22 October, half-term begins two days later.
 */
@ApplicationTest
class Story11ReflectionDeadlineMissedTest {

    private static final LocalDate DEADLINE = LocalDate.of(2026, 10, 22);
    private static final LocalDate AFTER_HALF_TERM = LocalDate.of(2026, 11, 2);

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Rounds rounds;

    @Autowired
    MovableClock clock;

    private Made made;
    private String reference;

    @BeforeEach
    void theActionPlanIsToBeAgreed() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.walkToReport(made, reference);
        scenario.checkReport(made, reference, true);
        scenario.runImprovementWorkshop(made, reference);
        scenario.reportTargetsToHead(made, reference);
        rounds.beginOn(DEADLINE.minusDays(2));
    }

    @Test
    void theHeadIsRemindedThenTheLeadHearsOfItAndAllEndsWithThePlan() {
        rounds.from(DEADLINE.minusDays(2), AFTER_HALF_TERM);

        assertThat(rounds.told("round", made.hostHead()))
                .containsExactly(DEADLINE.minusDays(1), DEADLINE, DEADLINE.plusDays(1));
        assertThat(rounds.told("round-for-lead", made.lead())).containsExactly(AFTER_HALF_TERM);

        scenario.agreeActionPlan(made, reference);
        rounds.from(AFTER_HALF_TERM.plusDays(1), AFTER_HALF_TERM.plusDays(11));

        assertThat(rounds.told("round", made.hostHead())).hasSize(3);
        assertThat(rounds.told("round-for-lead", made.lead())).hasSize(1);
    }

    @Test
    void whoAgreesTheDayBeforeHearsNoMoreOfIt() {
        rounds.on(DEADLINE.minusDays(1));
        scenario.agreeActionPlan(made, reference);

        rounds.from(DEADLINE, AFTER_HALF_TERM);

        assertThat(rounds.told("round", made.hostHead())).containsExactly(DEADLINE.minusDays(1));
        assertThat(rounds.told("round-for-lead", made.lead())).isEmpty();
    }
}
