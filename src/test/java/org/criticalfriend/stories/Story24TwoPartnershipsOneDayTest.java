package org.criticalfriend.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.duty.AlreadyTaken;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.Load;
import org.criticalfriend.duty.Loads;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.Membership;
import org.criticalfriend.partnership.MembershipStatus;
import org.criticalfriend.partnership.Memberships;
import org.criticalfriend.review.PlannedReview;
import org.criticalfriend.review.StartReview;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
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

    private Made one;
    private Made other;
    private String deputy;

    @BeforeEach
    void aDeputyBelongsToTwoPartnerships() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 4), LocalTime.of(9, 0)));
        one = partnerships.make();
        other = partnerships.make();
        memberships.join(Membership.of(other.id(), one.school('d'), MembershipStatus.IN_CYCLE, 0));
        deputy = one.deputy('d');
        start(one, VISIT);
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

    private BigDecimal visitDays(Map<String, Load> perPerson) {
        return perPerson.get(deputy).daysOf(AppointmentKind.VISIT);
    }

    private void start(Made made, LocalDate visit) {
        start.as(new PlannedReview(
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
