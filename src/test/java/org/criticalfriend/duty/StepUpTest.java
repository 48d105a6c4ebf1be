package org.criticalfriend.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.criticalfriend.partnership.Duty.IMPROVEMENT_CHAMPION;
import static org.criticalfriend.partnership.Duty.LEAD_REVIEWER;
import static org.criticalfriend.partnership.Duty.PEER_REVIEWER;
import static org.criticalfriend.partnership.Duty.RESERVE_REVIEWER;
import static org.criticalfriend.partnership.Duty.SPARE_IMPROVEMENT_CHAMPION;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.criticalfriend.partnership.Duty;
import org.junit.jupiter.api.Test;

class StepUpTest {

    @Test
    void onlyStandInsAndPeerReviewersStepUpAndAlwaysWithinOneAppointment() {
        Map<Duty, Set<Duty>> ways = EnumSet.allOf(Duty.class).stream()
                .collect(Collectors.toMap(Function.identity(), from -> EnumSet.allOf(Duty.class).stream()
                        .filter(to -> StepUp.leads(from, to))
                        .collect(Collectors.toSet())));

        assertThat(ways)
                .containsEntry(RESERVE_REVIEWER, Set.of(PEER_REVIEWER, LEAD_REVIEWER))
                .containsEntry(PEER_REVIEWER, Set.of(LEAD_REVIEWER))
                .containsEntry(SPARE_IMPROVEMENT_CHAMPION, Set.of(IMPROVEMENT_CHAMPION));
        assertThat(List.of(LEAD_REVIEWER, Duty.ASSOCIATE, IMPROVEMENT_CHAMPION))
                .allSatisfy(highest -> assertThat(ways.get(highest)).isEmpty());
        ways.forEach((from, higher) -> assertThat(higher).allMatch(to -> AppointmentKind.needsBoth(from, to)));
    }
}
