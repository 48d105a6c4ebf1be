package org.criticalfriend.notification;

import org.springframework.stereotype.Component;

/** Wakes whoever sends on this node when there is something new to send; other nodes look by themselves. */
@Component
class Bell {

    private volatile Runnable woken = () -> {};

    /** From now on wakes this one. */
    void wakes(Runnable one) {
        woken = one;
    }

    /** Something new is there. */
    void ring() {
        woken.run();
    }
}
