package org.criticalfriend.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.Occupant.State;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Profile;
import org.criticalfriend.partnership.Training;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.BareReviews;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class WhoMayHaveADutyTest {

    private static final LocalDate VISIT = TestPartnership.VISIT;

    @Autowired
    Seats seats;

    @Autowired
    DayClaims claims;

    @Autowired
    People people;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    BareReviews reviews;

    @Autowired
    MovableClock clock;

    private Made made;
    private UUID review;

    @BeforeEach
    void plan() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 1), LocalTime.of(9, 0)));
        made = partnerships.make();
        review = reviews.add(made, 'a', VISIT);
    }

    @Test
    void everybodyWhoDoesNotFitIsNamedAndNobodyIsPlaced() {
        String untrained = enter("untrained", made.school('b'), List.of(Duty.LEAD_REVIEWER));
        String gone = enterGone("gone");
        String stranger = made.id() + "stranger";

        assertThatThrownBy(() -> place(Map.of(
                        Duty.LEAD_REVIEWER, List.of(made.head('a')),
                        Duty.PEER_REVIEWER, List.of(made.deputy('b'), untrained),
                        Duty.RESERVE_REVIEWER, List.of(gone),
                        Duty.SPARE_IMPROVEMENT_CHAMPION, List.of(stranger))))
                .isInstanceOfSatisfying(Unsuitable.class, refused -> assertThat(refused.reasons())
                        .containsExactly(
                                made.head('a') + " cannot be lead reviewer: they are of the host school. Choose"
                                        + " somebody of another school.",
                                untrained + " cannot be peer reviewer: they are not trained for it. Choose"
                                        + " somebody who is, or give a reason for an exception.",
                                gone + " cannot be reserve reviewer: they have left. Choose somebody else.",
                                stranger + " cannot be spare Improvement Champion: nobody of this id is"
                                        + " registered."));
        assertThat(seats.of(review, List.of(Duty.values()))).isEmpty();
        assertThat(claims.claimsOf(made.deputy('b'), VISIT, VISIT)).isEmpty();
    }

    @Test
    void aStandInIsTrainedForWhatTheyWouldDo() {
        String reviewer = enter("reviewer", made.school('b'), List.of(Duty.PEER_REVIEWER));
        String champion = enter("champion", made.school('b'), List.of(Duty.IMPROVEMENT_CHAMPION));

        place(Map.of(Duty.RESERVE_REVIEWER, List.of(reviewer), Duty.SPARE_IMPROVEMENT_CHAMPION, List.of(champion)));

        assertThat(seats.occupants(review)).extracting(Occupant::person).containsExactlyInAnyOrder(reviewer, champion);
    }

    @Test
    void trainingToLeadIsNoTrainingToRunAWorkshop() {
        String lead = enter("lead", made.school('b'), List.of(Duty.LEAD_REVIEWER, Duty.PEER_REVIEWER));

        assertThatThrownBy(() -> place(Map.of(Duty.SPARE_IMPROVEMENT_CHAMPION, List.of(lead))))
                .isInstanceOf(Unsuitable.class);
    }

    @Test
    void anAssociateComesToLearn() {
        String newcomer = enter("newcomer", made.school('b'), List.of());

        place(Map.of(Duty.ASSOCIATE, List.of(newcomer)));

        assertThat(seats.isOnTeam(review, newcomer)).isTrue();
    }

    @Test
    void centralPeopleHaveNoSchoolAndMayLead() {
        String director = enter("director", null, List.of(Duty.LEAD_REVIEWER));

        place(Map.of(Duty.LEAD_REVIEWER, List.of(director)));

        assertThat(seats.isOnTeam(review, director)).isTrue();
    }

    @Test
    void anUntrainedPersonIsPlacedForAReasonThatIsKept() {
        String newcomer = enter("newcomer", made.school('b'), List.of());

        Occupant placed = seats.place(
                vacantSeat(),
                candidate(newcomer).evenIfUntrained("Led reviews at another trust for years."),
                State.CONFIRMED);

        assertThat(seats.occupant(placed.id()).overrideReason()).contains("Led reviews at another trust for years.");
    }

    @Test
    void whereThereIsTrainingThereIsNoException() {
        Occupant asked = seats.ask(vacantSeat(), candidate(made.deputy('c')).evenIfUntrained("Just in case."));

        assertThat(asked.overrideReason()).isEmpty();
    }

    @Test
    void aReasonOverridesMissingTrainingOnly() {
        UUID seat = vacantSeat();

        assertThatThrownBy(() -> seats.ask(seat, candidate(made.head('a')).evenIfUntrained("Knows the school.")))
                .isInstanceOf(Unsuitable.class)
                .hasMessageContaining("host school");
        assertThatThrownBy(() -> candidate(made.deputy('c')).evenIfUntrained(" "))
                .hasMessage("Give the reason for an exception in 1 to 400 characters.");
    }

    private void place(Map<Duty, List<String>> people) {
        seats.placeTeam(review, made.school('a'), people, Map.of(AppointmentKind.VISIT, Set.of(VISIT)), State.ASKED);
    }

    private UUID vacantSeat() {
        place(Map.of(Duty.PEER_REVIEWER, List.of(made.deputy('b'))));
        Occupant first = seats.occupants(review).get(0);
        seats.release(first.id());
        return first.seat();
    }

    private Candidate candidate(String person) {
        return Candidate.of(person, made.school('a'), Map.of(AppointmentKind.VISIT, Set.of(VISIT)));
    }

    private String enter(String name, String school, List<Duty> trained) {
        return enter(somebody(name, school), trained);
    }

    private String enterGone(String name) {
        return enter(somebody(name, made.school('b')).leaving(LocalDate.of(2026, 8, 31)), List.of(Duty.PEER_REVIEWER));
    }

    private String enter(Person person, List<Duty> trained) {
        people.add(
                person,
                Profile.DEFAULT.trained(trained.stream().map(Training::as).toList()));
        return person.id();
    }

    private Person somebody(String name, String school) {
        String id = made.id() + name;
        Person person = Person.of(id, "Given", "Family", id + "@school.example", "Post");
        return school == null ? person : person.at(school);
    }
}
