package org.criticalfriend.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.change.Changes;
import org.criticalfriend.change.Changes.WayOut;
import org.criticalfriend.duty.AlreadyTaken;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.Load;
import org.criticalfriend.duty.Loads;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.Membership;
import org.criticalfriend.partnership.MembershipStatus;
import org.criticalfriend.partnership.Memberships;
import org.criticalfriend.review.MoveDates;
import org.criticalfriend.review.PlannedReview;
import org.criticalfriend.review.StartReview;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.RowsOfReviews;
import org.criticalfriend.testing.SeatsAreLookedAfter;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Story 24: a school takes part in two partnerships, and both want its deputy on the same day. */
@ApplicationTest
class Story24TwoPartnershipsOneDayTest {

    private static final LocalDate VISIT = TestPartnership.VISIT;
    private static final SchoolYear YEAR = SchoolYear.of(VISIT);

    @Autowired
    StartReview start;

    @Autowired
    Loads loads;

    @Autowired
    Memberships memberships;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    MovableClock clock;

    @Autowired
    Changes changes;

    @Autowired
    MoveDates move;

    @Autowired
    RowsOfReviews rows;

    @Autowired
    SeatsAreLookedAfter seats;

    private Made one;
    private Made other;
    private String deputy;
    private String first;
    private final ExecutorService deciders = Executors.newFixedThreadPool(2);

    @BeforeEach
    void aDeputyBelongsToTwoPartnerships() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 4), LocalTime.of(9, 0)));
        one = partnerships.make();
        other = partnerships.make();
        memberships.join(Membership.of(other.id(), one.school('d'), MembershipStatus.IN_CYCLE, 0));
        deputy = one.deputy('d');
        first = start(one, VISIT);
    }

    @AfterEach
    void everythingIsInOrder() {
        deciders.shutdown();
        assertThat(seats.faultsIn(one.id(), other.id())).isEmpty();
    }

    @Test
    void aSecondDutyOnTheSameDayIsRefusedInWordsThatTellNothingOfTheFirst() {
        assertThatThrownBy(() -> start(other, VISIT))
                .isInstanceOf(AlreadyTaken.class)
                .hasMessage("%s holds another duty on Thursday 8 October 2026. Choose somebody else or another day."
                        .formatted(TestPartnership.nameOf(deputy)));

        assertThat(visitDays(loads.perPerson(YEAR.firstDay(), YEAR.lastDay()))).isEqualByComparingTo("1");
        assertThat(loads.perPerson(other.id(), YEAR.firstDay(), YEAR.lastDay())).isEmpty();
    }

    @Test
    void onAnotherDayTheyMayAndBothCount() {
        start(other, VISIT.plusDays(7));

        assertThat(visitDays(loads.perPerson(YEAR.firstDay(), YEAR.lastDay()))).isEqualByComparingTo("2");
        assertThat(visitDays(loads.perPerson(one.id(), YEAR.firstDay(), YEAR.lastDay())))
                .isEqualByComparingTo("1");
        assertThat(visitDays(loads.perPerson(other.id(), YEAR.firstDay(), YEAR.lastDay())))
                .isEqualByComparingTo("1");
    }

    @Test
    void aChangeOfPlanSaysOnWhichDayTheyAreNeededElsewhereAndNotWhere() {
        String second = start(other, VISIT.plusDays(7));

        UUID change = changes.askWishing(second, "POSTPONE", VISIT, other.hostHead());

        WayOut thatDay = day(change, VISIT).orElseThrow();
        assertThat(thatDay.everything())
                .contains("%s (peer reviewer) has another duty on Thu 8 Oct 2026"
                        .formatted(TestPartnership.nameOf(deputy)))
                .doesNotContain(one.id() + "-2026");
        assertThat(changes.waysOut(change))
                .filteredOn(way -> way.everything().contains("Everybody on the team is free"))
                .extracting(WayOut::what)
                .doesNotContain(VISIT.toString());
    }

    @Test
    void aDayThatTheOtherPartnershipTakesMeanwhileIsRefusedAndNothingHasChanged() {
        String second = start(other, VISIT.plusDays(7));
        UUID change = changes.ask(second, "POSTPONE", other.hostHead());
        WayOut free = changes.waysOut(change).stream()
                .filter(way -> way.everything().contains("Everybody on the team is free"))
                .findFirst()
                .orElseThrow();
        move.visit(first, LocalDate.parse(free.what()));
        String before = rows.of(other);

        assertThatThrownBy(() -> changes.choose(change, free)).isInstanceOf(Refusal.class);

        assertThat(rows.of(other)).isEqualTo(before);
        assertThat(changes.outcome(change)).isEmpty();
    }

    @Test
    void ifBothPartnershipsWantTheSameDayAtOnceOneGetsIt() throws Exception {
        String second = start(other, VISIT.plusDays(7));
        UUID mine = changes.ask(first, "POSTPONE", one.hostHead());
        UUID theirs = changes.ask(second, "POSTPONE", other.hostHead());
        List<WayOut> both = changes.waysOut(mine).stream()
                .filter(way -> way.everything().contains("Everybody on the team is free"))
                .flatMap(way -> day(theirs, LocalDate.parse(way.what())).stream()
                        .filter(same -> same.everything().contains("Everybody on the team is free"))
                        .flatMap(same -> Stream.of(way, same)))
                .limit(2)
                .toList();
        CyclicBarrier together = new CyclicBarrier(2);

        Future<Boolean> here = deciders.submit(() -> chosen(mine, both.get(0), together));
        Future<Boolean> there = deciders.submit(() -> chosen(theirs, both.get(1), together));

        assertThat(List.of(here.get(1, TimeUnit.MINUTES), there.get(1, TimeUnit.MINUTES)))
                .containsExactlyInAnyOrder(true, false);
        assertThat(Stream.of(mine, theirs)
                        .filter(change -> changes.outcome(change).isEmpty()))
                .hasSize(1);
    }

    private boolean chosen(UUID change, WayOut way, CyclicBarrier together) throws Exception {
        together.await(1, TimeUnit.MINUTES);
        try {
            changes.choose(change, way);
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    private Optional<WayOut> day(UUID change, LocalDate day) {
        return changes.waysOut(change).stream()
                .filter(way -> way.way().equals("DAY") && way.what().equals(day.toString()))
                .findFirst();
    }

    private BigDecimal visitDays(Map<String, Load> perPerson) {
        return perPerson.get(deputy).daysOf(AppointmentKind.VISIT);
    }

    private String start(Made made, LocalDate visit) {
        return start.as(new PlannedReview(
                made.id(),
                made.school('a'),
                "A focus",
                visit,
                visit,
                Map.of(),
                Map.of(
                        Duty.LEAD_REVIEWER, List.of(made.leadReviewer()),
                        Duty.PEER_REVIEWER, List.of(deputy),
                        Duty.IMPROVEMENT_CHAMPION, List.of(made.champion()))));
    }
}
