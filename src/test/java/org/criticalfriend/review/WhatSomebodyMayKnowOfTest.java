package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Of which appointments somebody may know, asked for many reviews at once. */
@ApplicationTest
class WhatSomebodyMayKnowOfTest {

    private static final Set<AppointmentKind> ALL = EnumSet.allOf(AppointmentKind.class);

    @Autowired
    TestPartnership partnerships;

    @Autowired
    Standings standings;

    @Autowired
    Reviews reviews;

    @Autowired
    MovableClock clock;

    private Made made;
    private Review review;

    @BeforeEach
    void aReviewBegins() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        review = reviews.of(partnerships.startReview(made, TestPartnership.VISIT));
    }

    @Test
    void whomAReviewConcernsByASeatAtTheHostOrInChargeKnowsOfAllOfIt() {
        String office = partnerships.office(made, 'a');
        Stream.concat(Stream.of(office), everybody()).forEach(person -> {
            Standing standing = standings.of(person, review);
            if (standing.seesContent() || standing.hostOffice()) {
                assertThat(known(person)).as(person).isEqualTo(ALL);
            } else {
                assertThat(known(person)).as(person).isNotEqualTo(ALL);
            }
        });
    }

    @Test
    void theSchoolOfAVisitorKnowsWhenItsOwnPeopleAreAway() {
        // From c only a peer reviewer comes; from b the lead reviewer and the Champion.
        assertThat(known(partnerships.office(made, 'c'))).containsExactly(AppointmentKind.VISIT);
        assertThat(known(made.head('c'))).containsExactly(AppointmentKind.VISIT);
        assertThat(known(partnerships.office(made, 'b'))).isEqualTo(ALL);
    }

    @Test
    void whoOnlyWorksAtSuchASchoolKnowsOfNothing() {
        assertThat(known(made.teacher('a'))).isEmpty();
        assertThat(known(made.teacher('c'))).isEmpty();
    }

    private Stream<String> everybody() {
        return Stream.of('a', 'c', 'd')
                .flatMap(letter -> Stream.of(made.head(letter), made.deputy(letter), made.teacher(letter)));
    }

    private Set<AppointmentKind> known(String person) {
        return standings.mayKnowOf(List.of(review), person).getOrDefault(review.id(), Set.of());
    }
}
