package org.criticalfriend.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Absences;
import org.criticalfriend.partnership.ChangedMeanwhile;
import org.criticalfriend.partnership.EntryRefused;
import org.criticalfriend.partnership.PlanningFacts;
import org.criticalfriend.partnership.PlanningRecords;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.CountedStatements;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What planning learns from register, calendars and duties. */
@ApplicationTest
class PlanningProblemsTest {

    private static final SchoolYear YEAR = new SchoolYear(2026);
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    @Autowired
    TestPartnership partnerships;

    @Autowired
    PlanningProblems problems;

    @Autowired
    Planner planner;

    @Autowired
    PlanningRecords records;

    @Autowired
    Absences absences;

    @Autowired
    MovableClock clock;

    private Made made;

    @BeforeEach
    void inSeptember() {
        clock.moveTo(SchoolTime.at(TODAY, LocalTime.of(9, 0)));
        made = partnerships.make();
    }

    private PlanningProblem problem(SchoolYear year) {
        return problems.of(YearToPlan.of(made.id(), year, TODAY));
    }

    private PersonToPlan person(PlanningProblem problem, String id) {
        return problem.peopleById().get(id);
    }

    @Test
    void theYearOfAPartnershipIsPlannedFromWhatTheRegisterKnows() {
        PlanningProblem problem = problem(YEAR);

        Proposal plan = planner.propose(problem, Limits.ofSteps(3_000, 1), Progress.NOBODY);

        assertThat(problem.hosts())
                .extracting(HostToPlan::school)
                .containsExactlyInAnyOrder(made.school('a'), made.school('b'), made.school('c'), made.school('d'));
        assertThat(plan.standing().isFeasible())
                .as(planner.explain(problem, plan).missing().toString())
                .isTrue();
        assertThat(plan.reviews()).hasSize(4).allSatisfy(review -> assertThat(review.visitFirst())
                .isAfter(LocalDate.of(2026, 10, 16)));
    }

    @Test
    void daysGivenToRunningReviewsAreTakenAndCount() {
        partnerships.startReview(made, TestPartnership.VISIT);

        PersonToPlan lead = person(problem(YEAR), made.leadReviewer());

        assertThat(lead.given()).containsEntry(TestPartnership.VISIT, AppointmentKind.VISIT);
        assertThat(lead.halvesGiven()).isEqualTo(2 * lead.given().size());
    }

    @Test
    void thoseWhoWorkedTogetherLastYearAreKnown() {
        partnerships.startReview(made, TestPartnership.VISIT);

        PlanningProblem nextYear = problem(YEAR.plus(1));

        assertThat(nextYear.lastYear()).containsExactly(Triad.of(made.school('a'), made.school('b'), made.school('c')));
        assertThat(person(nextYear, made.leadReviewer()).reviewsBefore()).isEqualTo(1);
    }

    @Test
    void aYearWithoutTermDatesCannotBePlannedAndThePlanSaysSo() {
        PlanningProblem notEntered = problem(YEAR.plus(2));

        Proposal plan = planner.propose(notEntered, Limits.ofSteps(1, 1), Progress.NOBODY);

        assertThat(plan.reviews()).isEmpty();
        assertThat(planner.explain(notEntered, plan).missing()).hasSize(4).allSatisfy(words -> assertThat(words)
                .endsWith("its term dates of 2028/29 are not entered."));
    }

    @Test
    void whatSchoolsAndPeopleSayForPlanningIsKnown() {
        records.enter(new PlanningFacts(
                made.school('a'), 0, Optional.of("Mathematics"), Optional.of(new BigDecimal("210.50"))));
        records.wishToGoAlong(made.teacher('b'));
        records.wishToGoAlong(made.teacher('b'));
        absences.enter(made.head('c'), LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 6), made.head('c'));

        PlanningProblem problem = problem(YEAR);

        assertThat(problem.hosts().stream().filter(host -> host.school().equals(made.school('a'))))
                .singleElement()
                .satisfies(host -> assertThat(host.wantedSubject()).contains("Mathematics"));
        assertThat(problem.schoolsById().get(made.school('a')).dayRate())
                .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("210.50"));
        assertThat(person(problem, made.teacher('b')).wishesToGoAlong()).isTrue();
        assertThat(person(problem, made.head('c')).away()).hasSize(5).contains(LocalDate.of(2026, 11, 4));
        records.takeWishBack(made.teacher('b'));
        assertThat(person(problem(YEAR), made.teacher('b')).wishesToGoAlong()).isFalse();
    }

    @Test
    void whatASchoolSaysIsCheckedAndNotWrittenOverUnseen() {
        String school = made.school('a');
        PlanningFacts first = new PlanningFacts(school, 0, Optional.of("Science"), Optional.empty());
        records.enter(first);

        assertThatThrownBy(() -> records.enter(first)).isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> records.enter(
                        new PlanningFacts(school, 1, Optional.empty(), Optional.of(new BigDecimal("-1")))))
                .isInstanceOf(EntryRefused.class)
                .hasMessageContaining("pounds and pence");
        records.enter(new PlanningFacts(school, 1, Optional.empty(), Optional.of(new BigDecimal("180"))));
        assertThat(records.factsOf(Set.of(school)).get(school).version()).isEqualTo(2);
    }

    @Test
    void theNumberOfStatementsDoesNotDependOnHowManySchoolsThereAre() {
        problem(YEAR);

        assertThat(CountedStatements.during(() -> problem(YEAR))).isLessThan(40);
    }
}
