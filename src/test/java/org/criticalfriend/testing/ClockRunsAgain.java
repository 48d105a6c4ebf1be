package org.criticalfriend.testing;

import org.criticalfriend.engine.MovableClock;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** After each test the clock runs with the machine again. */
class ClockRunsAgain implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        SpringExtension.getApplicationContext(context)
                .getBean(MovableClock.class)
                .release();
    }
}
