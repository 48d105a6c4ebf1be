package org.criticalfriend.engine;

import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the {@link StartStep}s, before the web server opens and before the first job runs. */
@Component
class StartUp implements SmartLifecycle {

    private final List<StartStep> steps;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private boolean running;

    StartUp(List<StartStep> steps, JdbcClient database, TransactionTemplate transaction) {
        this.steps = steps;
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        transaction.executeWithoutResult(status -> {
            // Of several nodes that start on one database, one does it; the others find it done.
            database.sql("select id from deployment_lock for update").query().singleValue();
            steps.forEach(StartStep::run);
        });
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
