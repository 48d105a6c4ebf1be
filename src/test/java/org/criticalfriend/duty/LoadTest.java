package org.criticalfriend.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void aDayOnStandByWeighsHalf() {
        Load onDuty = new Load(Map.of(AppointmentKind.VISIT, 1), 2);
        Load onStandBy = new Load(Map.of(AppointmentKind.VISIT, 1, AppointmentKind.WORKSHOP, 1), 2);

        Load both = onDuty.plus(onStandBy).plus(new Load(Map.of(AppointmentKind.VISIT, 1), 1));

        assertThat(both.daysOf(AppointmentKind.VISIT)).isEqualTo(3);
        assertThat(both.daysOf(AppointmentKind.WORKSHOP)).isEqualTo(1);
        assertThat(both.daysOf(AppointmentKind.FOLLOW_UP)).isZero();
        assertThat(both.weighted()).isEqualByComparingTo("2.5");
    }

    @Test
    void nothingAddsNothing() {
        Load load = new Load(Map.of(AppointmentKind.VISIT, 1), 2);

        assertThat(load.plus(Load.NONE)).isEqualTo(load);
        assertThat(Load.NONE.weighted()).isZero();
    }
}
