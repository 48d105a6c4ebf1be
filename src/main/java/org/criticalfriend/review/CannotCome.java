package org.criticalfriend.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.notification.LinkPage;
import org.criticalfriend.notification.LinkPurpose;
import org.criticalfriend.notification.Outbox;
import org.criticalfriend.notification.PersonalLink;
import org.criticalfriend.notification.ToTell;
import org.criticalfriend.partnership.Register;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Somebody of a team cannot come to the visit. No reason is asked; whoever is in charge of the review is told at once. */
@Repository
class CannotCome implements LinkPurpose {

    /** Name of the purpose in personal links, and of the occasion. */
    static final String PURPOSE = "cannot-come";

    private static final String HEADING = "You cannot come to the visit?";

    private final JdbcClient database;
    private final Reviews reviews;
    private final Seats seats;
    private final Register register;
    private final Heading heading;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CannotCome(
            JdbcClient database,
            Reviews reviews,
            Seats seats,
            Register register,
            Heading heading,
            Outbox outbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
        this.database = database;
        this.reviews = reviews;
        this.seats = seats;
        this.register = register;
        this.heading = heading;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * That somebody cannot come.
     *
     * @param id key
     * @param review key of the review
     * @param person id of the person
     * @param visit the visit to which they cannot come
     */
    record Said(UUID id, UUID review, String person, LocalDate visit) {}

    /**
     * Notes that a person of the team cannot come to the visit as it is planned now, and tells whoever is in charge. Needs a
     * transaction. Said twice, it is noted once; somebody who is not of the team says nothing.
     */
    void say(Review review, String person) {
        if (!seats.isOnTeam(review.id(), person)) {
            return;
        }
        UUID id = Reviews.newId();
        int noted = database.sql(
                        """
                        insert into cannot_come (id, review, person, visit, said_at)
                        select :id, :review, :person, :visit, :at where not exists (
                            select 1 from cannot_come where review = :review and person = :person and visit = :visit)""")
                .param("id", id)
                .param("review", review.id())
                .param("person", person)
                .param("visit", review.visitFirst())
                .param("at", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        if (noted > 0) {
            outbox.tell(register.inChargeOf(review.partnership(), review.host()).stream()
                    .map(lead -> ToTell.once(PURPOSE, id.toString(), lead))
                    .toList());
            events.publishEvent(new SaidByMail(review.reference(), person, SaidByMail.What.CANNOT_COME));
        }
    }

    /** One that was said. */
    Optional<Said> find(UUID id) {
        return database.sql("select id, review, person, visit from cannot_come where id = ?")
                .param(id)
                .query(Said.class)
                .optional();
    }

    /** Those who cannot come to the visits of some reviews as they are planned now, and still have their place on them. */
    List<Said> of(Collection<Review> some) {
        return some.isEmpty()
                ? List.of()
                : database.sql(
                                """
                                select c.id, c.review, c.person, c.visit from cannot_come c join review r on r.id = c.review
                                where c.review in (:reviews) and c.visit = r.visit_first and r.cancelled_at is null
                                    and exists (select 1 from seat s join occupancy o on o.fills = s.id
                                        where s.review = c.review and o.person = c.person)
                                order by c.visit, c.said_at, c.id""")
                        .param("reviews", some.stream().map(Review::id).toList())
                        .query(Said.class)
                        .list();
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
        review.ifPresent(found -> say(found, link.person()));
        return review.map(
                        found -> LinkPage.saying(
                                "Thank you for saying so",
                                about(found),
                                "Your seat is free, and somebody else is asked. There is nothing more to do. If you can come after all, please ring the partnership lead."))
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
