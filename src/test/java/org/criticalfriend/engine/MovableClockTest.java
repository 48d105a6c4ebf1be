package org.criticalfriend.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MovableClockTest {

    private static final Instant NEW_YEARS_EVE = Instant.parse("2026-12-31T23:30:00Z");

    private final MovableClock clock = new MovableClock();

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void aMovedClockStandsStillAndMovesTheEnginesWithIt() {
        clock.moveTo(NEW_YEARS_EVE);

        assertThat(clock.instant()).isEqualTo(NEW_YEARS_EVE);
        assertThat(ClockUtil.getCurrentTime()).isEqualTo(Date.from(NEW_YEARS_EVE));
    }

    @Test
    void seenFromAnotherZoneItIsTheSameClock() {
        Clock inAuckland = clock.withZone(ZoneId.of("Pacific/Auckland"));

        clock.moveTo(NEW_YEARS_EVE);

        assertThat(inAuckland.instant()).isEqualTo(NEW_YEARS_EVE);
        assertThat(inAuckland.getZone()).isEqualTo(ZoneId.of("Pacific/Auckland"));
    }

    @Test
    void releasedItRunsWithTheMachine() {
        clock.moveTo(NEW_YEARS_EVE);
        clock.release();

        assertThat(clock.isMoved()).isFalse();
        assertThat(clock.instant()).isNotEqualTo(NEW_YEARS_EVE);
    }
}
