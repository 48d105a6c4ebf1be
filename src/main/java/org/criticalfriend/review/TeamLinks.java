package org.criticalfriend.review;

import java.time.LocalTime;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.notification.PersonalLinks;
import org.springframework.stereotype.Component;

/** The links in mails with which people of a team say that they keep the day of the visit free, or cannot come. */
@Component
public class TeamLinks {

    private final PersonalLinks links;
    private final Reviews reviews;

    TeamLinks(PersonalLinks links, Reviews reviews) {
        this.links = links;
        this.reviews = reviews;
    }

    /**
     * With which a stand-in says that they keep the day free (P12). Of use until noon of the first visit day.
     *
     * @throws IllegalArgumentException if there is no review of this reference
     */
    public String keepsTheDay(String reference, String person) {
        return url(
                Acknowledgement.KEEPS_THE_DAY.purpose(), AcknowledgementLink.subject(reference, ""), reference, person);
    }

    /**
     * With which somebody says that they cannot come. Of use until noon of the first visit day, as long as it stays that day.
     *
     * @throws IllegalArgumentException if there is no review of this reference
     */
    public String cannotCome(String reference, String person) {
        return url(CannotCome.PURPOSE, CannotCome.subject(reviews.of(reference)), reference, person);
    }

    private String url(String purpose, String subject, String reference, String person) {
        return links.url(
                purpose, subject, person, SchoolTime.at(reviews.of(reference).visitFirst(), LocalTime.NOON));
    }
}
