package org.criticalfriend.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.Occupant.State;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.MembershipStatus;
import org.criticalfriend.partnership.Memberships;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Profile;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.partnership.Training;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.BareReviews;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
    Roles roles;

    @Autowired
    Memberships memberships;

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
                                "Given Family " + made.head('a') + " cannot be lead reviewer: they are of the host"
                                        + " school. Choose somebody of another school.",
                                "Ursula untrained cannot be peer reviewer: no training of theirs for it counts on"
                                        + " Thursday 8 October 2026. Choose somebody who is trained, or give a reason"
                                        + " for an exception.",
                                "Ursula gone cannot be reserve reviewer: they have left. Choose somebody else.",
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
        roles.appoint(RoleHeld.in(made.id(), Role.CENTRAL_TEAM, director));

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

    @Test
    void whoTakesNoPartInThePartnershipGetsNoDutyInIt() {
        Made elsewhere = partnerships.make();

        assertThatThrownBy(() -> place(Map.of(Duty.PEER_REVIEWER, List.of(elsewhere.deputy('b')))))
                .isInstanceOf(Unsuitable.class)
                .hasMessage("Given Family " + elsewhere.deputy('b') + " cannot be peer reviewer: they do not take part"
                        + " in the reviews of this partnership. Choose a head or teacher of a member school, or one of"
                        + " its central people.");
        assertThatThrownBy(() -> seats.ask(vacantSeat(), candidate(elsewhere.deputy('b'))))
                .isInstanceOf(Unsuitable.class);
    }

    @Test
    void aSchoolThatHasLeftTakesNoPartAnyMore() {
        memberships.change(memberships.of(made.id()).stream()
                .filter(membership -> membership.school().equals(made.school('b')))
                .findFirst()
                .orElseThrow()
                .withStatus(MembershipStatus.LEFT));

        assertThatThrownBy(() -> place(Map.of(Duty.PEER_REVIEWER, List.of(made.deputy('b')))))
                .isInstanceOf(Unsuitable.class)
                .hasMessageContaining("do not take part");
    }

    @Test
    void whoHasARoleAtAMemberSchoolTakesPart() {
        Made elsewhere = partnerships.make();
        roles.appoint(RoleHeld.in(made.school('b'), Role.HEAD, elsewhere.head('b')));

        place(Map.of(Duty.PEER_REVIEWER, List.of(elsewhere.head('b'))));

        assertThat(seats.isOnTeam(review, elsewhere.head('b'))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CENTRAL_TEAM", "PARTNERSHIP_LEAD", "DEPUTY_PARTNERSHIP_LEAD"})
    void centralPeopleTakePart(Role role) {
        String central = enter("central", null, List.of(Duty.LEAD_REVIEWER));
        roles.appoint(RoleHeld.in(made.id(), role, central));

        place(Map.of(Duty.LEAD_REVIEWER, List.of(central)));

        assertThat(seats.isOnTeam(review, central)).isTrue();
    }

    @Test
    void officeAndTrusteesGoOnNoReview() {
        String office = enter("office", made.school('b'), List.of(Duty.PEER_REVIEWER));
        roles.appoint(RoleHeld.in(made.school('b'), Role.OFFICE, office));
        String trustee = enter("trustee", null, List.of(Duty.PEER_REVIEWER));
        roles.appoint(RoleHeld.in(made.id(), Role.TRUSTEE, trustee));

        assertThatThrownBy(() -> place(Map.of(Duty.PEER_REVIEWER, List.of(office, trustee))))
                .isInstanceOfSatisfying(Unsuitable.class, refused -> assertThat(refused.reasons())
                        .hasSize(2)
                        .allMatch(reason -> reason.contains("do not take part")));
    }

    @Test
    void aTeacherWhoHelpsInTheOfficeTakesPart() {
        roles.appoint(RoleHeld.in(made.school('b'), Role.OFFICE, made.teacher('b')));

        place(Map.of(Duty.PEER_REVIEWER, List.of(made.teacher('b'))));

        assertThat(seats.isOnTeam(review, made.teacher('b'))).isTrue();
    }

    @Test
    void anExecutiveHeadIsOfEverySchoolWhereTheyHaveARole() {
        roles.appoint(RoleHeld.in(made.school('a'), Role.SENIOR_TEAM, made.head('b')));

        assertThatThrownBy(() -> place(Map.of(Duty.LEAD_REVIEWER, List.of(made.head('b')))))
                .isInstanceOf(Unsuitable.class)
                .hasMessageContaining("they are of the host school");
    }

    @Test
    void trainingCountsOnEveryDayToGiveNotToday() {
        String inTime = enterTrained("intime", LocalDate.of(2026, 9, 20), VISIT);
        String tooShort = enterTrained("tooshort", LocalDate.of(2026, 8, 1), VISIT.minusDays(1));
        String tooLate = enterTrained("toolate", VISIT.plusDays(1), VISIT.plusDays(100));

        assertThatThrownBy(() -> place(Map.of(Duty.PEER_REVIEWER, List.of(inTime, tooShort, tooLate))))
                .isInstanceOfSatisfying(Unsuitable.class, refused -> assertThat(refused.reasons())
                        .hasSize(2)
                        .noneMatch(reason -> reason.contains("intime")));
        place(Map.of(Duty.PEER_REVIEWER, List.of(inTime)));
    }

    @Test
    void whereNoDayIsToBeGivenTrainingCountsToday() {
        String trained = enterTrained("trained", LocalDate.of(2026, 8, 1), LocalDate.of(2026, 9, 1));
        String notYet = enterTrained("notyet", LocalDate.of(2026, 9, 2), VISIT);

        assertThatThrownBy(() -> seats.placeTeam(
                        review, Map.of(Duty.PEER_REVIEWER, List.of(trained, notYet)), Map.of(), State.ASKED))
                .isInstanceOfSatisfying(Unsuitable.class, refused -> assertThat(refused.reasons())
                        .singleElement()
                        .asString()
                        .contains("Ursula notyet", "Tuesday 1 September 2026"));
    }

    @Test
    void aStandInIsOfAnotherSchoolThanTheTeam() {
        assertThatThrownBy(() -> place(Map.of(
                        Duty.PEER_REVIEWER, List.of(made.deputy('b')), Duty.RESERVE_REVIEWER, List.of(made.head('b')))))
                .isInstanceOf(Unsuitable.class)
                .hasMessage(
                        "Given Family " + made.head('b') + " cannot be reserve reviewer: their school is on the team"
                                + " already, and a stand-in comes from another one. Choose somebody else.");
    }

    @Test
    void associatesAndOtherStandInsDoNotKeepAStandInAway() {
        place(Map.of(
                Duty.ASSOCIATE, List.of(made.teacher('b')),
                Duty.RESERVE_REVIEWER, List.of(made.deputy('b')),
                Duty.SPARE_IMPROVEMENT_CHAMPION, List.of(made.head('b'))));

        assertThat(seats.occupants(review)).hasSize(3);
    }

    @Test
    void whoIsAskedOrPlacedAsAStandInLaterIsOfAnotherSchoolToo() {
        place(Map.of(
                Duty.IMPROVEMENT_CHAMPION, List.of(made.teacher('b')),
                Duty.SPARE_IMPROVEMENT_CHAMPION, List.of(made.teacher('c')),
                Duty.RESERVE_REVIEWER, List.of(made.deputy('c'))));
        List<Seat> standIns = seats.of(review, StandIns.duties());
        seats.occupants(review).stream()
                .filter(one -> !one.person().equals(made.teacher('b')))
                .forEach(one -> seats.release(one.id()));

        assertThat(standIns).hasSize(2).allSatisfy(seat -> {
            assertThatThrownBy(() -> seats.ask(seat.id(), candidate(made.head('b'))))
                    .isInstanceOf(Unsuitable.class)
                    .hasMessageContaining("their school is on the team already");
            assertThatThrownBy(() -> seats.place(seat.id(), candidate(made.head('b')), State.ASKED))
                    .isInstanceOf(Unsuitable.class);
        });
        seats.ask(standIns.get(0).id(), candidate(made.head('d')));
    }

    private String enterTrained(String name, LocalDate from, LocalDate until) {
        Person person = somebody(name, made.school('b'));
        people.add(
                person,
                Profile.DEFAULT.trained(List.of(
                        new Training(Duty.PEER_REVIEWER, Optional.of(from), Optional.empty(), Optional.of(until)))));
        return person.id();
    }

    private void place(Map<Duty, List<String>> people) {
        seats.placeTeam(review, people, Map.of(AppointmentKind.VISIT, Set.of(VISIT)), State.ASKED);
    }

    private UUID vacantSeat() {
        place(Map.of(Duty.PEER_REVIEWER, List.of(made.deputy('b'))));
        Occupant first = seats.occupants(review).get(0);
        seats.release(first.id());
        return first.seat();
    }

    private Candidate candidate(String person) {
        return Candidate.of(person, review -> Map.of(AppointmentKind.VISIT, Set.of(VISIT)));
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
        Person person = Person.of(id, "Ursula", name, id + "@school.example", "Post");
        return school == null ? person : person.at(school);
    }
}
