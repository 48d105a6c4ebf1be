package org.criticalfriend.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.notification.LinkPage;
import org.criticalfriend.notification.LinkPurpose;
import org.criticalfriend.notification.PersonalLink;

/** The page behind a link with which somebody says that they know, or confirm, something of a review. */
final class AcknowledgementLink implements LinkPurpose {

    private final Acknowledgement what;
    private final Around around;

    /** What every kind needs. */
    record Around(Reviews reviews, Standings standings, Acknowledgements acknowledgements, Heading heading) {}

    AcknowledgementLink(Acknowledgement what, Around around) {
        this.what = what;
        this.around = around;
    }

    /**
     * What a link is about: a review and, of what may come again, which.
     *
     * @param turn time of the issue, for questions; empty otherwise
     */
    static String subject(String reference, String turn) {
        return turn.isEmpty() ? reference : reference + " " + turn;
    }

    /** As questions are told apart that were issued again. */
    static String turn(Instant issued) {
        return Long.toString(issued.toEpochMilli());
    }

    @Override
    public String name() {
        return what.purpose();
    }

    @Override
    public LinkPage page(PersonalLink link) {
        Optional<Review> review = reviewOf(link);
        if (review.isEmpty()) {
            return nothing();
        }
        return around.acknowledgements()
                .said(review.get(), what, link.person())
                .map(at -> LinkPage.saying(
                        what.heading(),
                        about(review.get()),
                        "You have said so on %s. There is nothing more to do."
                                .formatted(SchoolTime.words(SchoolTime.dateOf(at)))))
                .orElseGet(() -> LinkPage.saying(what.heading(), about(review.get()), what.meaning())
                        .withButton(what.button()));
    }

    @Override
    public LinkPage press(PersonalLink link) {
        Optional<Review> review = reviewOf(link);
        review.ifPresent(found -> around.acknowledgements().note(found, what, link.person()));
        return review.map(found ->
                        LinkPage.saying("Thank you", about(found), "It is noted. There is nothing more to do."))
                .orElseGet(AcknowledgementLink::nothing);
    }

    /** None for somebody who has nothing to do with the review any more. */
    private Optional<Review> reviewOf(PersonalLink link) {
        List<String> parts = List.of(link.subject().split(" ", 2));
        return around.reviews()
                .find(parts.get(0))
                .filter(review -> !review.isCancelled())
                .filter(review -> around.standings().of(link.person(), review).concerned())
                .filter(review -> parts.size() < 2
                        || review.questionsIssuedAt() != null
                                && turn(review.questionsIssuedAt()).equals(parts.get(1)));
    }

    private String about(Review review) {
        return "%s, visit %s.".formatted(around.heading().schoolName(review), Heading.visitInWords(review));
    }

    private static LinkPage nothing() {
        return LinkPage.saying(
                "This is not asked any more",
                "What the mail was about has changed since. If there is something new, you have another mail.");
    }
}
