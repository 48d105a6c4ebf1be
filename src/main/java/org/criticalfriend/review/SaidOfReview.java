package org.criticalfriend.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.springframework.stereotype.Component;

/** What people have said of a review by a press of a button, in words for those who may know it. */
@Component
class SaidOfReview {

    private final Acknowledgements acknowledgements;
    private final CannotCome cannotCome;
    private final People people;
    private final Register register;

    SaidOfReview(Acknowledgements acknowledgements, CannotCome cannotCome, People people, Register register) {
        this.acknowledgements = acknowledgements;
        this.cannotCome = cannotCome;
        this.people = people;
        this.register = register;
    }

    /** Who has seen or confirmed what, and when: for host and team, and whoever is in charge; nothing for others. */
    List<String> acknowledgedIn(Review review, Standing standing) {
        if (!standing.ofHostOrTeam() && !standing.inCharge()) {
            return List.of();
        }
        List<Acknowledgements.Said> all = acknowledgements.of(review);
        Map<String, String> names = namesOf(all.stream().map(Acknowledgements.Said::person));
        return all.stream()
                .map(said -> "%s %s on %s"
                        .formatted(
                                said.what().line(),
                                names.getOrDefault(said.person(), "somebody"),
                                SchoolTime.words(SchoolTime.dateOf(said.at()))))
                .toList();
    }

    /** Names of those who cannot come to the visit: for whoever is in charge; nothing for others. */
    List<String> cannotComeTo(Review review, Standing standing) {
        if (!standing.inCharge()) {
            return List.of();
        }
        List<CannotCome.Said> all = cannotCome.of(List.of(review));
        Map<String, String> names = namesOf(all.stream().map(CannotCome.Said::person));
        return all.stream()
                .map(said -> names.getOrDefault(said.person(), "Somebody"))
                .toList();
    }

    /** Keys of those reviews to whose visit somebody cannot come, as far as a person is in charge of them. */
    Set<UUID> missingSomebody(Collection<Review> reviews, String person) {
        List<Review> inCharge = reviews.stream()
                .filter(review ->
                        register.inChargeOf(review.partnership(), review.host()).contains(person))
                .toList();
        return cannotCome.of(inCharge).stream().map(CannotCome.Said::review).collect(Collectors.toSet());
    }

    private Map<String, String> namesOf(Stream<String> ids) {
        return people.find(ids.collect(Collectors.toSet())).values().stream()
                .collect(Collectors.toMap(Person::id, Person::name));
    }
}
