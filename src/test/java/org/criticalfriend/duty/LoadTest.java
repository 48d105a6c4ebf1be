package org.criticalfriend.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void aDayOnStandByWeighsHalfAlsoWithinOneAppointment() {
        Load onDuty = new Load(Map.of(AppointmentKind.VISIT, 2));
        Load onStandBy = new Load(Map.of(AppointmentKind.VISIT, 1, AppointmentKind.WORKSHOP, 1));

        Load both = onDuty.plus(onStandBy).plus(new Load(Map.of(AppointmentKind.VISIT, 2)));

        assertThat(both.daysOf(AppointmentKind.VISIT)).isEqualByComparingTo("2.5");
        assertThat(both.daysOf(AppointmentKind.WORKSHOP)).isEqualByComparingTo("0.5");
        assertThat(both.daysOf(AppointmentKind.FOLLOW_UP)).isZero();
        assertThat(both.weighted()).isEqualByComparingTo("3");
    }

    @Test
    void nothingAddsNothing() {
        Load load = new Load(Map.of(AppointmentKind.VISIT, 2));

        assertThat(load.plus(Load.NONE)).isEqualTo(load);
        assertThat(Load.NONE.weighted()).isZero();
    }
}
