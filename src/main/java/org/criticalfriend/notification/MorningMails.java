package org.criticalfriend.notification;

import java.time.LocalDate;

/**
 * Something that people are told because a day has come, besides their reminders. One bean for each kind; the daily round calls them on
 * every school morning, and on the next one if a morning was missed.
 */
public interface MorningMails {

    /**
     * Notes in the {@link Outbox} what is to be told, in the transaction of the round. Asked again, nothing is told twice; after a missed
     * morning only the later one comes.
     *
     * @param today the date in school
     */
    void tell(LocalDate today);
}
