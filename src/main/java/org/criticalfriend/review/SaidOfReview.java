package org.criticalfriend.review;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.springframework.stereotype.Component;

/** What people have said of a review by a press of a button, in words for those who may know it. */
@Component
class SaidOfReview {

    private final Acknowledgements acknowledgements;
    private final People people;

    SaidOfReview(Acknowledgements acknowledgements, People people) {
        this.acknowledgements = acknowledgements;
        this.people = people;
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

    private Map<String, String> namesOf(Stream<String> ids) {
        return people.find(ids.collect(Collectors.toSet())).values().stream()
                .collect(Collectors.toMap(Person::id, Person::name));
    }
}
