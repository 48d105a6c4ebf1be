package org.criticalfriend.year;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every moment whether a plan is wanted, and searches for it on this node. One thread, so one search at a time. */
@Component
class SearchOnThisNode implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SearchOnThisNode.class);

    /** How long a search may take to end when the application stops. */
    private static final Duration LAST_MOMENTS = Duration.ofSeconds(10);

    private final SearchForPlans search;
    private final YearSettings settings;
    private ScheduledExecutorService thread;

    SearchOnThisNode(SearchForPlans search, YearSettings settings) {
        this.search = search;
        this.settings = settings;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.search();
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "planning"));
        long every = settings.every().toMillis();
        thread.scheduleWithFixedDelay(this::run, every, every, TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            search.run();
        } catch (RuntimeException e) {
            // Most likely the database; what was taken on is free again when its lease is over.
            LOG.warn("Plans wait until the next look: {}", e.getClass().getName());
        }
    }

    @Override
    public synchronized void stop() {
        thread.shutdown();
        search.stopEarly();
        try {
            if (!thread.awaitTermination(LAST_MOMENTS.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
