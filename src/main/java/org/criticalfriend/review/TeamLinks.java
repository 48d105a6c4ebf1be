package org.criticalfriend.review;

import java.time.LocalTime;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.notification.PersonalLinks;
import org.springframework.stereotype.Component;

/** The links in mails with which people say that they keep the day of the visit free, cannot come, or cannot have visitors on it. */
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
                Acknowledgement.KEEPS_THE_DAY.purpose(),
                AcknowledgementLink.subject(reference, ""),
                reviews.of(reference),
                person);
    }

    /**
     * With which somebody says that they cannot come. Of use until noon of the first visit day, as long as it stays that day.
     *
     * @throws IllegalArgumentException if there is no review of this reference
     */
    public String cannotCome(String reference, String person) {
        return cannotCome(reviews.of(reference), person);
    }

    /** The same for a review that is read already. */
    String cannotCome(Review review, String person) {
        return url(CannotCome.PURPOSE, CannotCome.subject(review), review, person);
    }

    /** With which the host's head says why the visit cannot be on its day. Of use until noon of that day, as long as it stays that day. */
    String visitIsOff(Review review, String person, VisitIsOff.What what) {
        VisitIsOff said = new VisitIsOff(review.reference(), review.visitFirst(), what);
        return url(VisitIsOff.PURPOSE, said.subject(), review, person);
    }

    private String url(String purpose, String subject, Review review, String person) {
        return links.url(purpose, subject, person, SchoolTime.at(review.visitFirst(), LocalTime.NOON));
    }
}
