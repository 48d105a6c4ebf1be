package org.criticalfriend.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * The one clock of application and engine, in UTC. It runs with the machine until it is moved: while the sample lives
 * through its past before the doors open, and in tests. A moved clock stands still, and moves the engine's with it.
 */
@Component
public class MovableClock extends Clock {

    private volatile Instant moved;

    /** Stands still at {@code moment}, for application and engine. */
    public void moveTo(Instant moment) {
        moved = moment;
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** Runs with the machine again. */
    public void release() {
        moved = null;
        ClockUtil.reset();
    }

    /** Whether it stands still. */
    public boolean isMoved() {
        return moved != null;
    }

    @Override
    public Instant instant() {
        return moved != null ? moved : Instant.now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The same clock, seen from another zone: it moves when this one is moved. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new Clock() {
            @Override
            public Instant instant() {
                return MovableClock.this.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return MovableClock.this.withZone(other);
            }
        };
    }
}
