package org.criticalfriend.engine;

import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the {@link StartStep}s, before the web server opens and before the first job runs. */
@Component
class StartUp implements SmartLifecycle {

    private final List<StartStep> steps;
    private boolean running;

    StartUp(List<StartStep> steps) {
        this.steps = steps;
    }

    @Override
    public void start() {
        steps.forEach(StartStep::run);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Long before the web server's. */
    @Override
    public int getPhase() {
        return 0;
    }
}
