package org.criticalfriend.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.criticalfriend.partnership.Duty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WhoAttendsWhatTest {

    @ParameterizedTest
    @CsvSource({
        "LEAD_REVIEWER,              PLANNING_MEETING VISIT",
        "PEER_REVIEWER,              VISIT",
        "ASSOCIATE,                  VISIT",
        "RESERVE_REVIEWER,           VISIT",
        "IMPROVEMENT_CHAMPION,       WORKSHOP FOLLOW_UP",
        "SPARE_IMPROVEMENT_CHAMPION, WORKSHOP"
    })
    void aDutyTakesTheDaysOfItsAppointmentsOnly(Duty duty, String appointments) {
        assertThat(Arrays.stream(AppointmentKind.values())
                        .filter(kind -> kind.isAttendedBy(duty))
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(appointments);
    }

    @ParameterizedTest
    @EnumSource(Duty.class)
    void aStandInHoldsNoDayOnWhichTheOneTheyStandInForIsNotNeeded(Duty duty) {
        StandIns.standInFor(duty).ifPresent(replaced -> assertThat(AppointmentKind.values())
                .filteredOn(kind -> kind.isAttendedBy(duty))
                .allMatch(kind -> kind.isAttendedBy(replaced)));
    }

    @Test
    void reserveAndSpareStandBy() {
        assertThat(StandIns.duties())
                .containsExactlyInAnyOrder(Duty.RESERVE_REVIEWER, Duty.SPARE_IMPROVEMENT_CHAMPION)
                .allMatch(StandIns::include);
        assertThat(StandIns.include(Duty.ASSOCIATE)).isFalse();
    }
}
