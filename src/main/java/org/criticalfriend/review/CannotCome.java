package org.criticalfriend.review;

import java.time.Clock;
import java.util.Optional;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.notification.LinkPage;
import org.criticalfriend.notification.LinkPurpose;
import org.criticalfriend.notification.PersonalLink;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The page behind the link with which somebody of a team says that they cannot come to the visit. No reason is asked. */
@Component
class CannotCome implements LinkPurpose {

    /** Name of the purpose in personal links. */
    static final String PURPOSE = "cannot-come";

    private static final String HEADING = "You cannot come to the visit?";

    private final Reviews reviews;
    private final Seats seats;
    private final Heading heading;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CannotCome(Reviews reviews, Seats seats, Heading heading, ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.reviews = reviews;
        this.seats = seats;
        this.heading = heading;
        this.clock = clock;
    }

    /** What a link is about: the review and the visit as it was planned when the mail was written. */
    static String subject(Review review) {
        return "%s %s".formatted(review.reference(), review.visitFirst());
    }

    @Override
    public String name() {
        return PURPOSE;
    }

    @Override
    public LinkPage page(PersonalLink link) {
        return concerned(link)
                .map(review -> LinkPage.saying(
                                HEADING,
                                about(review),
                                "With the button you say that you cannot come. Nobody asks why. Somebody is asked at once to come in your place, and"
                                        + " your tasks go to them.")
                        .withButton("I cannot come"))
                .orElseGet(CannotCome::nothing);
    }

    @Override
    public LinkPage press(PersonalLink link) {
        Optional<Review> review = concerned(link);
        review.ifPresent(found ->
                events.publishEvent(new SaidByMail(found.reference(), link.person(), SaidByMail.What.CANNOT_COME)));
        return review.map(
                        found -> LinkPage.saying(
                                "Thank you for saying so",
                                about(found),
                                "Your seat and your days are free. There is nothing more to do. If you can come after all, please ring the partnership lead."))
                .orElseGet(CannotCome::nothing);
    }

    private Optional<Review> concerned(PersonalLink link) {
        String[] parts = link.subject().split(" ", 2);
        return reviews.find(parts[0])
                .filter(review -> !review.isCancelled() && review.pausedAt() == null)
                .filter(review -> subject(review).equals(link.subject()))
                .filter(review -> !SchoolTime.today(clock).isAfter(review.visitFirst()))
                .filter(review -> seats.isOnTeam(review.id(), link.person()));
    }

    private String about(Review review) {
        return "%s, visit %s.".formatted(heading.schoolName(review), Heading.visitInWords(review));
    }

    private static LinkPage nothing() {
        return LinkPage.saying(
                "This is not asked any more",
                "The visit has another day by now, or you are not on its team any more. If there is something new, you have another mail.");
    }
}
