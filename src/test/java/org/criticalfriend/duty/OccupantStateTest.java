package org.criticalfriend.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.criticalfriend.duty.Occupant.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OccupantStateTest {

    @ParameterizedTest
    @CsvSource({"ASKED, CONFIRMED DECLINED WITHDRAWN RELEASED", "CONFIRMED, WITHDRAWN RELEASED"})
    void whoIsBoundMayAnswerOrBeReleased(State from, String next) {
        assertThat(after(from))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(next.split(" ")).map(State::valueOf).toList());
        assertThat(from.isLasting()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "WITHDRAWN", "RELEASED"})
    void nobodyComesBackFromAnEnd(State end) {
        assertThat(after(end)).isEmpty();
        assertThat(end.isLasting()).isFalse();
    }

    private static Set<State> after(State from) {
        return Arrays.stream(State.values()).filter(from::mayBecome).collect(Collectors.toSet());
    }
}
