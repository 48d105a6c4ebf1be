package org.criticalfriend.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.Occupant.State;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.PersonEntry;
import org.criticalfriend.partnership.Training;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.BareReviews;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class DeputyLeadsTest {

    private static final LocalDate VISIT = TestPartnership.VISIT;

    @Autowired
    DeputyLeads deputies;

    @Autowired
    Seats seats;

    @Autowired
    People people;

    @Autowired
    BareReviews reviews;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    MovableClock clock;

    private Made made;
    private UUID review;

    @BeforeEach
    void aReviewIsPlanned() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 10), LocalTime.of(9, 0)));
        made = partnerships.make();
        review = reviews.add(made, 'a', VISIT);
    }

    @Test
    void amongPeersOfTheSameExperienceItIsTheFirst() {
        team(made.head('c'), made.head('d'));

        assertThat(deputies.nameFor(review, VISIT)).contains(made.head('c'));
        assertThat(deputy()).contains(made.head('c'));
    }

    @Test
    void whoHasBeenOnMoreReviewsGoesFirst() {
        UUID earlier = reviews.add(made, 'c', VISIT.minusDays(14));
        seats.placeTeam(earlier, Map.of(Duty.PEER_REVIEWER, List.of(made.head('d'))), Map.of(), State.CONFIRMED);
        team(made.head('c'), made.head('d'));

        assertThat(deputies.nameFor(review, VISIT)).contains(made.head('d'));
    }

    @Test
    void whoIsTrainedToLeadGoesBeforeWhoHasMoreExperience() {
        trainedOnlyAsReviewer(made.head('d'));
        UUID earlier = reviews.add(made, 'c', VISIT.minusDays(14));
        seats.placeTeam(earlier, Map.of(Duty.PEER_REVIEWER, List.of(made.head('d'))), Map.of(), State.CONFIRMED);
        team(made.head('d'), made.head('c'));

        assertThat(deputies.nameFor(review, VISIT)).contains(made.head('c'));
    }

    @Test
    void ifNobodyIsTrainedToLeadItIsTheFirst() {
        trainedOnlyAsReviewer(made.head('c'));
        trainedOnlyAsReviewer(made.head('d'));
        team(made.head('d'), made.head('c'));

        assertThat(deputies.nameFor(review, VISIT)).contains(made.head('d'));
    }

    @Test
    void whoWasNamedStaysWhateverTheExperience() {
        team(made.head('c'), made.head('d'));
        deputies.nameFor(review, VISIT);

        deputies.name(review, VISIT, made.head('d'), Optional.of(made.head('c')));

        assertThat(deputy()).contains(made.head('d'));
    }

    @Test
    void ifTheDeputyLeavesTheTeamAnotherPeerReviewerIsDeputyAtOnce() {
        team(made.head('c'), made.head('d'));
        deputies.nameFor(review, VISIT);
        Occupant leaving = seats.occupants(review).stream()
                .filter(one -> one.person().equals(made.head('c')))
                .findFirst()
                .orElseThrow();

        seats.withdraw(leaving.id());

        assertThat(deputy()).contains(made.head('d'));
    }

    @Test
    void onlyAPeerReviewerOfTheTeamCanBeNamed() {
        team(made.head('c'), made.head('d'));
        deputies.nameFor(review, VISIT);

        for (String wrong : List.of(made.head('b'), made.teacher('d'), "nobody")) {
            assertThatThrownBy(() -> deputies.name(review, VISIT, wrong, Optional.of(made.head('c'))))
                    .isInstanceOf(DutyRefused.class)
                    .hasMessage("The deputy lead is one of the team's peer reviewers. Please choose one of them.");
        }
    }

    @Test
    void whoDecidesFromAnOlderPageIsTold() {
        team(made.head('c'), made.head('d'));
        deputies.nameFor(review, VISIT);
        deputies.name(review, VISIT, made.head('d'), Optional.of(made.head('c')));

        assertThatThrownBy(() -> deputies.name(review, VISIT, made.head('c'), Optional.of(made.head('c'))))
                .isInstanceOf(DutyRefused.class)
                .hasMessageContaining("meanwhile");
    }

    @Test
    void aTeamWithoutPeerReviewersHasNone() {
        seats.placeTeam(review, Map.of(Duty.LEAD_REVIEWER, List.of(made.head('b'))), Map.of(), State.ASKED);

        assertThat(deputies.nameFor(review, VISIT)).isEmpty();
        assertThat(deputy()).isEmpty();
    }

    private Optional<String> deputy() {
        return deputies.of(review, made.id(), VISIT);
    }

    private void team(String... peers) {
        seats.placeTeam(
                review,
                Map.of(Duty.LEAD_REVIEWER, List.of(made.head('b')), Duty.PEER_REVIEWER, List.of(peers)),
                Map.of(),
                State.ASKED);
    }

    private void trainedOnlyAsReviewer(String person) {
        PersonEntry entry = people.entry(person).orElseThrow();
        people.change(entry.with(entry.profile().trained(List.of(Training.as(Duty.PEER_REVIEWER)))));
    }
}
