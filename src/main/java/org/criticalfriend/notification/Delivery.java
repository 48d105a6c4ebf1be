package org.criticalfriend.notification;

import jakarta.mail.internet.MimeMessage;
import java.util.UUID;

/** Hands mails over to whoever brings them to people. */
interface Delivery {

    /** Begins; several mails may share a connection. Does not fail: only handing over does. */
    Way begin();

    /** A way by which mails go one after another. */
    interface Way extends AutoCloseable {

        /**
         * Hands one mail over. When this returns, the other side has taken it on.
         *
         * @param notice key of the notice that it is sent for
         */
        void deliver(UUID notice, MimeMessage mail) throws NotDelivered;

        @Override
        void close();
    }
}
