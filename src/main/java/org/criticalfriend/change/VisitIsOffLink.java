package org.criticalfriend.change;

import java.time.Clock;
import java.util.Optional;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.notification.LinkPage;
import org.criticalfriend.notification.LinkPurpose;
import org.criticalfriend.notification.PersonalLink;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.review.RunningReviews.Seen;
import org.criticalfriend.review.VisitIsOff;
import org.springframework.stereotype.Component;

/** The page behind the links with which the host's head says that Ofsted has called, or that the school is closed on the day. */
@Component
class VisitIsOffLink implements LinkPurpose {

    private final RunningReviews running;
    private final ChangesOfPlan changes;
    private final Clock clock;

    VisitIsOffLink(RunningReviews running, ChangesOfPlan changes, Clock clock) {
        this.running = running;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return VisitIsOff.PURPOSE;
    }

    @Override
    public LinkPage page(PersonalLink link) {
        ChangeKind kind = kind(link);
        return concerned(link)
                .map(review -> changes.otherOn(review)
                        .map(refusal -> refused(kind, review, refusal))
                        .orElseGet(() -> LinkPage.saying(
                                        kind.words(),
                                        about(review),
                                        "With the button you say so to whoever is in charge of this review. %s Whoever is in charge decides how it goes on, and you hear of it."
                                                .formatted(kind.meaning()))
                                .withButton(kind.words())))
                .orElseGet(() -> nothing(kind));
    }

    /** What would be refused is found out first, under the lock of the review: here a refusal would take the answer along. */
    @Override
    public LinkPage press(PersonalLink link) {
        ChangeKind kind = kind(link);
        if (concerned(link).isEmpty()) {
            return nothing(kind);
        }
        RunningReview review = running.held(VisitIsOff.of(link.subject()).reference());
        Optional<String> refusal = changes.otherOn(review);
        if (refusal.isPresent()) {
            return refused(kind, review, refusal.get());
        }
        if (concerned(link).isEmpty()) {
            return nothing(kind);
        }
        changes.ask(Asked.of(review.reference(), kind, link.person()));
        return LinkPage.saying(
                "Thank you for saying so",
                about(review),
                "Whoever is in charge of this review has it on their list and decides how it goes on. You hear of it by mail.",
                "There is nothing more to do, and nobody else is told why.");
    }

    private static ChangeKind kind(PersonalLink link) {
        return ChangeKind.valueOf(VisitIsOff.of(link.subject()).what().name());
    }

    /** The review, as long as its visit is on that day and may be put off, and the person is of those who lead the host. */
    private Optional<RunningReview> concerned(PersonalLink link) {
        VisitIsOff said = VisitIsOff.of(link.subject());
        return running.ifConcerning(said.reference(), link.person())
                .filter(Seen::hostLeadership)
                .filter(seen -> ChangeKind.of(seen).contains(kind(link)))
                .map(Seen::review)
                .filter(review -> review.visitFirst().equals(said.visit()))
                // One that waits because somebody has asked for a change says so in its own words.
                .filter(review -> !review.hasNoDate() || changes.otherOn(review).isPresent())
                .filter(review -> !SchoolTime.today(clock).isAfter(review.visitFirst()));
    }

    private static String about(RunningReview review) {
        return "%s, visit %s.".formatted(review.school(), review.visit());
    }

    private static LinkPage refused(ChangeKind kind, RunningReview review, String why) {
        return LinkPage.saying(kind.words(), about(review), why);
    }

    private static LinkPage nothing(ChangeKind kind) {
        return LinkPage.saying(
                kind.words(),
                "This link does not fit any more, and nothing was changed: the visit has another day by now or is over, or the review is not yours any more.",
                "Sign in to see how things stand. If you are in doubt, please ring the partnership lead.");
    }
}
