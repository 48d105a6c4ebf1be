package org.criticalfriend.notification;

import java.time.LocalDate;

/**
 * Something that people are told because a day has come. One bean for each kind; the daily round calls them on every school morning,
 * and on the next one if a morning was missed.
 */
public interface MorningMails {

    /**
     * Notes in the {@link Outbox} what is to be told. Asked again, nothing is told twice.
     *
     * @param today the date in school
     */
    void tell(LocalDate today);
}
