package org.criticalfriend.review;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.duty.StandIns;
import org.criticalfriend.notification.Outbox;
import org.criticalfriend.notification.ToTell;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.PublicationPolicy;
import org.criticalfriend.partnership.Register;
import org.springframework.stereotype.Component;

/** Notes who is to hear {@linkplain News what} of a review, in the transaction in which it happens. */
@Component
class TellsOfReview {

    /** Who comes to the visit. */
    private static final Set<Duty> VISITORS = EnumSet.of(Duty.LEAD_REVIEWER, Duty.PEER_REVIEWER, Duty.ASSOCIATE);

    private final Outbox outbox;
    private final Seats seats;
    private final Register register;

    TellsOfReview(Outbox outbox, Seats seats, Register register) {
        this.outbox = outbox;
        this.seats = seats;
        this.register = register;
    }

    /** Everybody whom it concerns hears of it. */
    void tell(News news, Review review) {
        Map<Duty, List<String>> team = seats.filling(List.of(review.id())).getOrDefault(review.id(), Map.of());
        Set<String> people = new LinkedHashSet<>();
        switch (news) {
            case VISIT_PLANNED -> {
                people.addAll(leadership(review));
                // The lead reviewer has typed it.
                people.addAll(of(team, EnumSet.of(Duty.PEER_REVIEWER, Duty.ASSOCIATE, Duty.RESERVE_REVIEWER)));
            }
            case QUESTIONS_ISSUED, TARGETS_SET -> {
                people.addAll(leadership(review));
                people.addAll(of(team, VISITORS));
            }
            case VISIT_AHEAD, VISIT_SOON -> people.addAll(ofTeam(news, team));
            case REFLECTION_DEADLINE_SET -> people.addAll(leadership(review));
            case ACTION_PLAN_AGREED -> {
                people.addAll(leadership(review));
                people.addAll(of(team, VISITORS));
                people.addAll(of(team, Set.of(Duty.IMPROVEMENT_CHAMPION)));
            }
            case FOLLOW_UP_HELD -> {
                people.addAll(head(review));
                people.addAll(of(team, Set.of(Duty.LEAD_REVIEWER)));
            }
            case REVIEW_CANCELLED -> {
                people.addAll(leadership(review));
                people.addAll(of(team, EnumSet.allOf(Duty.class)));
            }
            case REPORT_RELEASED -> throw new IllegalArgumentException("Whom a report is released to says its policy.");
        }
        tell(news, review, people);
    }

    /** Everybody hears of it to whom a report is open now and was not before; its writer, too. */
    void reportReleased(Review review, PublicationPolicy to) {
        Map<Duty, List<String>> team = seats.filling(List.of(review.id())).getOrDefault(review.id(), Map.of());
        Set<String> people = new LinkedHashSet<>(of(team, VISITORS));
        if (to == PublicationPolicy.LEADERS) {
            people.addAll(register.leadersIn(review.partnership()));
            people.addAll(register.inChargeOf(review.partnership(), review.host()));
            people.removeAll(leadership(review));
        }
        tell(News.REPORT_RELEASED, review, people);
    }

    /** The teams of some reviews hear of a visit that comes nearer. One statement for all. */
    void tellTeams(News news, Collection<Review> reviews) {
        Map<UUID, Map<Duty, List<String>>> teams =
                seats.filling(reviews.stream().map(Review::id).toList());
        reviews.forEach(review -> tell(news, review, ofTeam(news, teams.getOrDefault(review.id(), Map.of()))));
    }

    /** P12: stand-ins have a task of their own while the visit is still ahead, and hear with the others when it is near. */
    private static Set<String> ofTeam(News news, Map<Duty, List<String>> team) {
        Set<Duty> duties = EnumSet.allOf(Duty.class);
        if (news == News.VISIT_AHEAD) {
            duties.removeIf(StandIns::include);
        }
        return of(team, duties);
    }

    private void tell(News news, Review review, Collection<String> people) {
        String turn = news.turn(review);
        outbox.tell(people.stream()
                .map(person ->
                        ToTell.once(news.occasion(), review.reference(), person).onTurn(turn))
                .toList());
    }

    private Set<String> leadership(Review review) {
        Set<String> people = new LinkedHashSet<>(head(review));
        register.seniorTeamOf(review.host()).stream().map(Person::id).forEach(people::add);
        return people;
    }

    private List<String> head(Review review) {
        return register.headOf(review.host()).map(Person::id).stream().toList();
    }

    private static Set<String> of(Map<Duty, List<String>> team, Set<Duty> duties) {
        Set<String> people = new LinkedHashSet<>();
        duties.forEach(duty -> people.addAll(team.getOrDefault(duty, List.of())));
        return people;
    }
}
