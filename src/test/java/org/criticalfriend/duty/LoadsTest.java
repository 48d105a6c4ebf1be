package org.criticalfriend.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.criticalfriend.duty.AppointmentKind.FOLLOW_UP;
import static org.criticalfriend.duty.AppointmentKind.PLANNING_MEETING;
import static org.criticalfriend.duty.AppointmentKind.VISIT;
import static org.criticalfriend.duty.AppointmentKind.WORKSHOP;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.duty.Occupant.State;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.Membership;
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
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class LoadsTest {

    private static final SchoolYear YEAR = new SchoolYear(2026);
    private static final LocalDate VISITED = TestPartnership.VISIT;
    private static final Map<AppointmentKind, Set<LocalDate>> DAYS = Map.of(
            PLANNING_MEETING, Set.of(VISITED.minusDays(14)),
            VISIT, Set.of(VISITED, VISITED.plusDays(1)),
            WORKSHOP, Set.of(VISITED.plusDays(6)),
            FOLLOW_UP, Set.of(VISITED.plusWeeks(8)));

    @Autowired
    Loads loads;

    @Autowired
    Seats seats;

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
        review = reviews.add(made, 'a', VISITED);
    }

    @Test
    void aPersonsDaysAreCountedByAppointmentAndStandByCountsHalf() {
        place(Map.of(
                Duty.LEAD_REVIEWER, List.of(made.head('b')),
                Duty.RESERVE_REVIEWER, List.of(made.deputy('d')),
                Duty.IMPROVEMENT_CHAMPION, List.of(made.teacher('b')),
                Duty.SPARE_IMPROVEMENT_CHAMPION, List.of(made.teacher('c'))));

        Map<String, Load> perPerson = loads.perPerson(made.id(), YEAR.firstDay(), YEAR.lastDay());

        assertThat(perPerson).containsOnlyKeys(made.head('b'), made.deputy('d'), made.teacher('b'), made.teacher('c'));
        assertThat(perPerson.get(made.head('b'))).isEqualTo(new Load(Map.of(PLANNING_MEETING, 2, VISIT, 4)));
        assertThat(perPerson.get(made.deputy('d'))).isEqualTo(new Load(Map.of(VISIT, 2)));
        assertThat(perPerson.get(made.teacher('b'))).isEqualTo(new Load(Map.of(WORKSHOP, 2, FOLLOW_UP, 2)));
        assertThat(perPerson.get(made.teacher('c')).weighted()).isEqualByComparingTo("0.5");
    }

    @Test
    void aSchoolsLoadIsThatOfItsPeople() {
        String central = made.id() + "central";
        people.add(
                Person.of(central, "Given", "Family", "c@trust.example", "Director"),
                Profile.DEFAULT.trained(List.of(Training.as(Duty.LEAD_REVIEWER))));
        roles.appoint(RoleHeld.in(made.id(), Role.CENTRAL_TEAM, central));
        place(Map.of(
                Duty.LEAD_REVIEWER, List.of(central),
                Duty.PEER_REVIEWER, List.of(made.deputy('b')),
                Duty.RESERVE_REVIEWER, List.of(made.head('c')),
                Duty.IMPROVEMENT_CHAMPION, List.of(made.teacher('b'))));

        Map<String, Load> perSchool = loads.perSchool(made.id(), YEAR.firstDay(), YEAR.lastDay());

        assertThat(perSchool).containsOnlyKeys(made.school('b'), made.school('c'));
        assertThat(perSchool.get(made.school('b'))).isEqualTo(new Load(Map.of(VISIT, 4, WORKSHOP, 2, FOLLOW_UP, 2)));
        assertThat(perSchool.get(made.school('c'))).isEqualTo(new Load(Map.of(VISIT, 2)));
    }

    @Test
    void onlyDaysOfTheStretchCount() {
        place(Map.of(Duty.LEAD_REVIEWER, List.of(made.head('b'))));

        assertThat(loads.perPerson(made.id(), VISITED.minusDays(14), VISITED))
                .containsOnly(Map.entry(made.head('b'), new Load(Map.of(PLANNING_MEETING, 2, VISIT, 2))));
        assertThat(loads.perPerson(made.id(), VISITED.plusDays(2), YEAR.lastDay()))
                .isEmpty();
    }

    @Test
    void whatHasBeenDoneStillCountsWhenSomebodyHasWithdrawn() {
        place(Map.of(Duty.LEAD_REVIEWER, List.of(made.head('b'))));
        clock.moveTo(SchoolTime.at(VISITED.minusDays(7), LocalTime.of(9, 0)));
        seats.withdraw(seats.occupants(review).get(0).id());

        assertThat(loads.perPerson(made.id(), YEAR.firstDay(), YEAR.lastDay()))
                .containsOnly(Map.entry(made.head('b'), new Load(Map.of(PLANNING_MEETING, 2))));
    }

    @Test
    void loadIsCountedAcrossPartnershipsOrOfOne() {
        Made elsewhere = partnerships.make();
        memberships.join(Membership.of(elsewhere.id(), made.school('b'), MembershipStatus.IN_CYCLE, 0));
        UUID second = reviews.add(elsewhere, 'a', VISITED.plusDays(28));
        place(Map.of(Duty.PEER_REVIEWER, List.of(made.deputy('b'))));
        seats.placeTeam(
                second,
                Map.of(Duty.RESERVE_REVIEWER, List.of(made.deputy('b'))),
                Map.of(VISIT, Set.of(VISITED.plusDays(28))),
                State.ASKED);

        assertThat(loads.perPerson(YEAR.firstDay(), YEAR.lastDay()))
                .containsEntry(made.deputy('b'), new Load(Map.of(VISIT, 5)));
        assertThat(loads.perSchool(YEAR.firstDay(), YEAR.lastDay()))
                .containsEntry(made.school('b'), new Load(Map.of(VISIT, 5)));
        assertThat(loads.perPerson(elsewhere.id(), YEAR.firstDay(), YEAR.lastDay()))
                .containsOnly(Map.entry(made.deputy('b'), new Load(Map.of(VISIT, 1))));
    }

    private void place(Map<Duty, List<String>> people) {
        seats.placeTeam(review, people, DAYS, State.ASKED);
    }
}
