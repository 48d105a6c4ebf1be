package org.criticalfriend.engine.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedCommandsTest {

    static Stream<String> refused() {
        return Stream.concat(RefusedCommands.ALWAYS.stream(), RefusedCommands.ADMINISTRATORS_ONLY.stream());
    }

    /** The door goes by names: a name that the engine does not have would leave it open unnoticed. */
    @ParameterizedTest
    @MethodSource("refused")
    void aCommandThatIsRefusedIsOneThatTheEngineHas(String command) {
        assertThat(List.of("cmd", "cmd/batch", "batch"))
                .anyMatch(place ->
                        getClass().getResource("/org/camunda/bpm/engine/impl/%s/%s.class".formatted(place, command))
                                != null);
    }
}
