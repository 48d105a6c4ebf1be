package org.criticalfriend.notification;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the dispatcher run on this node: every few seconds, and as soon as something was noted here. One thread. */
@Component
class DispatcherOnThisNode implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DispatcherOnThisNode.class);

    /** How long one mail may still take when the application stops. */
    private static final Duration LAST_MAIL = Duration.ofSeconds(30);

    /** After the web server's, whose port stands in mails where no address is set; so it stops before the server does. */
    private static final int AFTER_THE_SERVER = Integer.MAX_VALUE - 100;

    private final Dispatcher dispatcher;
    private final Bell bell;
    private final MailSettings settings;
    private final AtomicBoolean woken = new AtomicBoolean();
    private ScheduledExecutorService thread;

    DispatcherOnThisNode(Dispatcher dispatcher, Bell bell, MailSettings settings) {
        this.dispatcher = dispatcher;
        this.bell = bell;
        this.settings = settings;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.dispatch();
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "mail-dispatcher"));
        dispatcher.stopEarly(false);
        long every = settings.every().toMillis();
        started.scheduleWithFixedDelay(this::run, 0, every, TimeUnit.MILLISECONDS);
        bell.wakes(() -> {
            if (woken.compareAndSet(false, true)) {
                started.execute(this::run);
            }
        });
        thread = started;
    }

    private void run() {
        woken.set(false);
        try {
            dispatcher.run();
        } catch (RuntimeException e) {
            // Most likely the database; what was taken is free again when its lease is over.
            LOG.warn("Mails wait until the next look: {}", e.getClass().getName());
        }
    }

    @Override
    public synchronized void stop() {
        bell.wakes(() -> {});
        thread.shutdown();
        dispatcher.stopEarly(true);
        try {
            if (!thread.awaitTermination(LAST_MAIL.toMillis(), TimeUnit.MILLISECONDS)) {
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

    @Override
    public int getPhase() {
        return AFTER_THE_SERVER;
    }
}
