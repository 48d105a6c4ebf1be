package org.criticalfriend.testing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.stereotype.Component;

/** A step of test models that waits inside its transaction until the test lets it go on. Without a test it does not wait. */
@Component("meetingPoint")
@NamedInModels
public class MeetingPoint implements JavaDelegate {

    private static final int LONGEST_SECONDS = 30;

    private volatile CountDownLatch arrived = new CountDownLatch(1);
    private volatile CountDownLatch goOn = new CountDownLatch(0);

    /** From now on the step waits. */
    public void shut() {
        arrived = new CountDownLatch(1);
        goOn = new CountDownLatch(1);
    }

    /** Returns when somebody has come to the step. */
    public void awaitArrival() throws InterruptedException {
        if (!arrived.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("Nobody came to the meeting point.");
        }
    }

    /** Lets go on whoever waits. */
    public void open() {
        goOn.countDown();
    }

    @Override
    public void execute(DelegateExecution execution) throws InterruptedException {
        arrived.countDown();
        if (!goOn.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("Nobody opened the meeting point.");
        }
    }
}
