package org.criticalfriend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Story 9: the Champions are late with telling the head the targets. On the next school day at noon those in charge are asked what
 * helps; it closes when the head is told.
 */
@ApplicationTest
class Story09TargetsToldLateTest {

    private static final String QUESTION = "DecideWhatHelps";

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Timers timers;

    @Autowired
    MovableClock clock;

    private Made made;
    private String reference;

    @BeforeEach
    void theTargetsAreSetAndNobodyTellsTheHead() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.walkToReport(made, reference);
        scenario.runImprovementWorkshop(made, reference);
    }

    @Test
    void onTheNextSchoolDayAtNoonThoseInChargeAreAsked() {
        assertThat(LocalDateTime.ofInstant(timers.dueAt(reference, "TargetsNotTold"), ZoneId.of("Europe/London")))
                .isEqualTo(LocalDateTime.of(2026, 10, 16, 12, 0));

        timers.fire(reference, "TargetsNotTold");

        assertThat(scenario.open(reference, QUESTION, made.lead()).getName())
                .startsWith("Decide: telling the head the targets still open at ");
        assertThat(scenario.open(reference, "ReportTargetsToHead", made.champion()))
                .isNotNull();
    }

    @Test
    void whenTheHeadIsToldThereIsNothingToDecide() {
        timers.fire(reference, "TargetsNotTold");

        scenario.reportTargetsToHead(made, reference);

        assertThat(scenario.open(reference, QUESTION, made.lead())).isNull();
    }

    @Test
    void withMoreTimeItIsAskedAgainOnlyIfTheHeadIsStillNotTold() {
        timers.fire(reference, "TargetsNotTold");
        scenario.decideWhatHelps(reference, made.lead(), Map.of("whatHelps", "MORE_TIME", "newDate", "2026-10-19"));
        assertThat(scenario.open(reference, QUESTION, made.lead())).isNull();

        timers.fire(reference, "TargetsNotTold");

        assertThat(SchoolTime.today(clock)).isEqualTo(LocalDate.of(2026, 10, 20));
        assertThat(scenario.open(reference, QUESTION, made.lead())).isNotNull();
    }
}
