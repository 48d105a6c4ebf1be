package org.criticalfriend.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.criticalfriend.partnership.Duty.ASSOCIATE;
import static org.criticalfriend.partnership.Duty.IMPROVEMENT_CHAMPION;
import static org.criticalfriend.partnership.Duty.LEAD_REVIEWER;
import static org.criticalfriend.partnership.Duty.PEER_REVIEWER;
import static org.criticalfriend.partnership.Duty.RESERVE_REVIEWER;
import static org.criticalfriend.partnership.Duty.SPARE_IMPROVEMENT_CHAMPION;
import static org.criticalfriend.planning.SmallYear.THURSDAY;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.test.api.score.stream.ConstraintVerifier;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.criticalfriend.partnership.Caps;
import org.criticalfriend.partnership.Phase;
import org.criticalfriend.partnership.SchoolLimits;
import org.criticalfriend.partnership.Training;
import org.criticalfriend.planning.PossibleVisit.Hindrance;
import org.criticalfriend.planning.PossibleVisit.Kind;
import org.junit.jupiter.api.Test;

/** Each rule: what breaks it and by how much, and what does not. */
class YearRulesTest {

    private final ConstraintVerifier<YearRules, Year> verifier =
            ConstraintVerifier.build(new YearRules(), Year.class, DatedReview.class, PlannedSeat.class);
    private final SmallYear year = new SmallYear();

    private void broken(BiFunction<YearRules, ConstraintFactory, Constraint> rule, long by, Object... given) {
        verifier.verifyThat(rule).given(given).penalizesBy(by);
    }

    private void kept(BiFunction<YearRules, ConstraintFactory, Constraint> rule, Object... given) {
        verifier.verifyThat(rule).given(given).penalizesBy(0);
    }

    @Test
    void visitsAreOnDaysAgainstWhichNothingStands() {
        DatedReview fine = year.review("a", THURSDAY);

        broken(YearRules::pupilDay, 1, hindered(Kind.CLOSED), fine);
        broken(YearRules::blackout, 1, hindered(Kind.BLACKOUT), fine);
        broken(YearRules::timeToPrepare, 1, hindered(Kind.TOO_SOON_AFTER_PUBLICATION), fine);
        broken(YearRules::settledIn, 1, hindered(Kind.TOO_EARLY_IN_THE_YEAR), fine);
        broken(YearRules::stillToCome, 1, hindered(Kind.PAST), fine);
        kept(YearRules::pupilDay, hindered(Kind.BLACKOUT));
        kept(YearRules::blackout, hindered(Kind.CLOSED));
        kept(YearRules::timeToPrepare, hindered(Kind.TOO_EARLY_IN_THE_YEAR));
        kept(YearRules::settledIn, hindered(Kind.TOO_SOON_AFTER_PUBLICATION));
        kept(YearRules::stillToCome, hindered(Kind.CLOSED));
    }

    private DatedReview hindered(Kind kind) {
        return year.review("b", SmallYear.visit(THURSDAY, List.of(new Hindrance(kind, "so it is")), List.of(), false));
    }

    @Test
    void nobodyHasADutyOnADayOnWhichTheirOwnSchoolIsClosed() {
        DatedReview review = year.review("a", THURSDAY);
        Colleague lead = year.somebody("x", "b")
                .closedOn(THURSDAY)
                .closedOn(THURSDAY.minusDays(14))
                .made();

        broken(YearRules::ownSchoolOpen, 2, review, year.seat(review, LEAD_REVIEWER, lead));
        broken(YearRules::ownSchoolOpen, 1, review, year.seat(review, PEER_REVIEWER, lead));
        kept(YearRules::ownSchoolOpen, review, year.seat(review, IMPROVEMENT_CHAMPION, lead));
    }

    @Test
    void nobodyHasADutyOnAWeekdayOnWhichTheyDoNotWork() {
        DatedReview review = year.review("a", THURSDAY);
        Colleague partTime = year.somebody("x", "b")
                .working(DayOfWeek.MONDAY, DayOfWeek.TUESDAY)
                .made();

        broken(YearRules::workingDay, 1, review, year.seat(review, PEER_REVIEWER, partTime));
        kept(YearRules::workingDay, year.review("c", THURSDAY.minusDays(2)));
        DatedReview onTuesday = year.review("c", THURSDAY.minusDays(2));
        kept(YearRules::workingDay, onTuesday, year.seat(onTuesday, PEER_REVIEWER, partTime));
    }

    @Test
    void nobodyHasADutyWhileTheyAreAwayOrOnAnotherReview() {
        DatedReview review = year.review("a", THURSDAY);
        Colleague away = year.somebody("x", "b").awayOn(THURSDAY.plusDays(7)).made();
        Colleague elsewhere =
                year.somebody("y", "b").givenElsewhere(THURSDAY.plusDays(56)).made();

        broken(YearRules::notAway, 1, review, year.seat(review, SPARE_IMPROVEMENT_CHAMPION, away));
        kept(YearRules::notAway, review, year.seat(review, PEER_REVIEWER, away));
        broken(YearRules::givenElsewhere, 1, review, year.seat(review, IMPROVEMENT_CHAMPION, elsewhere));
        kept(YearRules::givenElsewhere, review, year.seat(review, SPARE_IMPROVEMENT_CHAMPION, elsewhere));
    }

    @Test
    void nobodyHasTwoDutiesOnOneDay() {
        DatedReview one = year.review("a", THURSDAY);
        DatedReview workshopThatDay = year.review("b", THURSDAY.minusDays(7));
        DatedReview other = year.review("c", THURSDAY.plusDays(1));
        Colleague x = year.colleague("x", "d");

        broken(
                YearRules::twoDutiesADay,
                1,
                one,
                workshopThatDay,
                year.seat(one, PEER_REVIEWER, x),
                year.seat(workshopThatDay, IMPROVEMENT_CHAMPION, x));
        kept(
                YearRules::twoDutiesADay,
                one,
                other,
                year.seat(one, PEER_REVIEWER, x),
                year.seat(other, PEER_REVIEWER, x));
    }

    @Test
    void nobodyHasTwoDutiesOnOneReviewOrIsAtTheirOwnSchool() {
        DatedReview review = year.review("a", THURSDAY);
        Colleague x = year.colleague("x", "b");

        broken(
                YearRules::oneSeatPerReview,
                1,
                year.seat(review, LEAD_REVIEWER, x),
                year.seat(review, IMPROVEMENT_CHAMPION, x));
        kept(
                YearRules::oneSeatPerReview,
                year.seat(review, LEAD_REVIEWER, x),
                year.seat(review, PEER_REVIEWER, year.colleague("y", "b")));
        broken(YearRules::notAtOwnSchool, 1, year.seat(review, PEER_REVIEWER, year.colleague("z", "a")));
        kept(YearRules::notAtOwnSchool, year.seat(review, PEER_REVIEWER, x));
    }

    @Test
    void onlyTrainedPeopleHaveADutyAndOnlyAsLongAsItCounts() {
        DatedReview review = year.review("a", THURSDAY);
        Training untilTheVisit = new Training(
                IMPROVEMENT_CHAMPION, Optional.empty(), Optional.empty(), Optional.of(THURSDAY.plusDays(10)));
        Colleague champion = year.somebody("x", "b").trained(untilTheVisit).made();

        broken(YearRules::trained, 1, review, year.seat(review, IMPROVEMENT_CHAMPION, champion));
        kept(YearRules::trained, review, year.seat(review, SPARE_IMPROVEMENT_CHAMPION, champion));
        broken(YearRules::trained, 1, review, year.seat(review, RESERVE_REVIEWER, champion));
        kept(YearRules::trained, review, year.seat(review, ASSOCIATE, champion));
    }

    @Test
    void reviewersComeFromEnoughOtherSchools() {
        DatedReview review = year.review("a", THURSDAY);

        broken(
                YearRules::enoughOtherSchools,
                1,
                year.seat(review, LEAD_REVIEWER, year.colleague("x", "b")),
                year.seat(review, PEER_REVIEWER, year.colleague("y", "b")));
        broken(
                YearRules::enoughOtherSchools,
                1,
                year.seat(review, LEAD_REVIEWER, year.central("z")),
                year.seat(review, PEER_REVIEWER, year.colleague("y", "b")));
        kept(
                YearRules::enoughOtherSchools,
                year.seat(review, LEAD_REVIEWER, year.colleague("x", "b")),
                year.seat(review, PEER_REVIEWER, year.colleague("y", "c")));
        // The seat that is empty may bring another school.
        kept(YearRules::enoughOtherSchools, year.seat(review, LEAD_REVIEWER, year.colleague("x", "b")));
    }

    @Test
    void standInsComeFromAnotherSchoolThanTheTeam() {
        DatedReview review = year.review("a", THURSDAY);
        PlannedSeat lead = year.seat(review, LEAD_REVIEWER, year.colleague("x", "b"));

        broken(
                YearRules::standInOfAnotherSchool,
                1,
                lead,
                year.seat(review, SPARE_IMPROVEMENT_CHAMPION, year.colleague("y", "b")));
        kept(
                YearRules::standInOfAnotherSchool,
                lead,
                year.seat(review, RESERVE_REVIEWER, year.colleague("y", "c")),
                year.seat(review, SPARE_IMPROVEMENT_CHAMPION, year.colleague("z", "c")));
    }

    @Test
    void noSchoolHasMorePeopleOutOnADayThanItCanSpare() {
        year.school(SmallYear.school("b", Phase.PRIMARY, limits(Optional.of(1), Optional.empty(), true)));
        DatedReview one = year.review("a", THURSDAY);
        DatedReview other = year.review("c", THURSDAY);
        PlannedSeat here = year.seat(one, PEER_REVIEWER, year.colleague("x", "b"));

        broken(
                YearRules::peopleOutADay,
                1,
                year.facts(),
                one,
                other,
                here,
                year.seat(other, RESERVE_REVIEWER, year.colleague("y", "b")));
        kept(
                YearRules::peopleOutADay,
                year.facts(),
                one,
                other,
                here,
                year.seat(other, RESERVE_REVIEWER, year.colleague("y", "d")));
        year.outElsewhere("b", THURSDAY);
        broken(YearRules::peopleOutADay, 1, year.facts(), one, here);
    }

    @Test
    void noSchoolHasMoreDaysOutInTheYearThanItAllows() {
        year.school(SmallYear.school("b", Phase.PRIMARY, limits(Optional.empty(), Optional.of(3), true)));
        DatedReview review = year.review("a", THURSDAY);
        PlannedSeat lead = year.seat(review, LEAD_REVIEWER, year.colleague("x", "b"));
        PlannedSeat reserve = year.seat(review, RESERVE_REVIEWER, year.colleague("y", "b"));

        kept(YearRules::daysOutAYear, year.facts(), review, lead, reserve);
        year.given("b", 3);
        broken(YearRules::daysOutAYear, 2, year.facts(), review, lead, reserve);
    }

    private static SchoolLimits limits(Optional<Integer> people, Optional<Integer> days, boolean externals) {
        return new SchoolLimits(people, days, externals, Optional.empty());
    }

    @Test
    void aSchoolThatTakesNoVisitorsFromOutsideItsTrustGetsNone() {
        year.school(SmallYear.school("a", Phase.PRIMARY, limits(Optional.empty(), Optional.empty(), false)));
        DatedReview closed = year.review("a", THURSDAY);

        broken(YearRules::onlyItsOwnTrust, 1, year.seat(closed, PEER_REVIEWER, year.colleague("x", "b")));
        kept(YearRules::onlyItsOwnTrust, year.seat(closed, LEAD_REVIEWER, year.central("y")));
        kept(
                YearRules::onlyItsOwnTrust,
                year.seat(year.review("c", THURSDAY), PEER_REVIEWER, year.colleague("x", "b")));
    }

    @Test
    void emptySeatsAreMissedMoreTheMoreTheyMatter() {
        DatedReview review = year.review("a", THURSDAY);

        broken(YearRules::noEmptySeat, 3, year.emptySeat(review, LEAD_REVIEWER));
        broken(YearRules::noEmptySeat, 2, year.emptySeat(review, PEER_REVIEWER));
        broken(YearRules::noEmptySeat, 1, year.emptySeat(review, SPARE_IMPROVEMENT_CHAMPION));
        kept(
                YearRules::noEmptySeat,
                year.emptySeat(review, ASSOCIATE),
                year.seat(review, PEER_REVIEWER, year.colleague("x", "b")));
    }

    @Test
    void theWorkIsEvenAmongPeopleAndSchools() {
        DatedReview one = year.review("a", THURSDAY);
        DatedReview other = year.review("c", THURSDAY.plusDays(70));
        Colleague x = year.colleague("x", "b");
        Colleague y = year.colleague("y", "b");

        // A lead gives four halves of a day, a reserve one: 5² together, 4² + 1² apart.
        broken(
                YearRules::evenByPerson,
                25,
                year.seat(one, LEAD_REVIEWER, x),
                year.seat(other, RESERVE_REVIEWER, x),
                year.seat(other, ASSOCIATE, x));
        broken(YearRules::evenByPerson, 17, year.seat(one, LEAD_REVIEWER, x), year.seat(other, RESERVE_REVIEWER, y));
        broken(
                YearRules::evenByPerson,
                5 * 5 - 4 * 4,
                year.seat(
                        other,
                        RESERVE_REVIEWER,
                        year.somebody("z", "b").having(4).made()));
        broken(
                YearRules::evenBySchool,
                25,
                year.facts(),
                year.seat(one, LEAD_REVIEWER, x),
                year.seat(other, RESERVE_REVIEWER, y),
                year.seat(one, PEER_REVIEWER, year.central("z")));
        year.given("b", 2);
        broken(YearRules::evenBySchool, 3 * 3 - 2 * 2, year.facts(), year.seat(other, RESERVE_REVIEWER, y));
    }

    @Test
    void schoolsAndPeopleGiveNoMoreThanAgreed() {
        DatedReview one = year.review("a", THURSDAY);
        DatedReview other = year.review("c", THURSDAY.plusDays(70));
        Colleague x = year.colleague("x", "b");
        Object[] three = {
            year.facts(),
            year.seat(one, LEAD_REVIEWER, x),
            year.seat(one, PEER_REVIEWER, x),
            year.seat(other, PEER_REVIEWER, year.colleague("y", "b")),
            year.seat(other, RESERVE_REVIEWER, x)
        };

        broken(YearRules::reviewerDaysOfSchool, 1, three);
        broken(
                YearRules::workshopsOfSchool,
                1,
                year.facts(),
                year.seat(one, IMPROVEMENT_CHAMPION, x),
                year.seat(other, IMPROVEMENT_CHAMPION, x));
        kept(YearRules::workshopsOfSchool, year.facts(), year.seat(one, IMPROVEMENT_CHAMPION, x));
        year.caps(new Caps(2, 1, Optional.of(3)));
        DatedReview capped = year.review("d", THURSDAY);
        // Four halves of a day as lead, three more as peer and reserve.
        broken(
                YearRules::daysOfPerson,
                1,
                year.facts(),
                year.seat(capped, LEAD_REVIEWER, x),
                year.seat(capped, PEER_REVIEWER, x),
                year.seat(capped, RESERVE_REVIEWER, x));
        kept(YearRules::daysOfPerson, year.facts(), year.seat(capped, LEAD_REVIEWER, x));
    }

    @Test
    void threeWeeksLieBetweenTwoDutiesOfOnePerson() {
        DatedReview one = year.review("a", THURSDAY);
        DatedReview aWeekLater = year.review("b", THURSDAY.plusDays(7));
        DatedReview twentyDaysLater = year.review("c", THURSDAY.plusDays(20));
        DatedReview threeWeeksLater = year.review("d", THURSDAY.plusDays(21));
        Colleague x = year.colleague("x", "e");
        PlannedSeat first = year.seat(one, PEER_REVIEWER, x);

        broken(YearRules::threeWeeksBetween, 5, one, aWeekLater, first, year.seat(aWeekLater, PEER_REVIEWER, x));
        broken(
                YearRules::threeWeeksBetween,
                4,
                one,
                twentyDaysLater,
                first,
                year.seat(twentyDaysLater, PEER_REVIEWER, x));
        kept(YearRules::threeWeeksBetween, one, threeWeeksLater, first, year.seat(threeWeeksLater, PEER_REVIEWER, x));
        // The lead's planning meeting comes two weeks before.
        broken(
                YearRules::threeWeeksBetween,
                5,
                one,
                threeWeeksLater,
                first,
                year.seat(threeWeeksLater, LEAD_REVIEWER, x));
        Colleague central = year.central("y");
        kept(
                YearRules::threeWeeksBetween,
                one,
                aWeekLater,
                year.seat(one, LEAD_REVIEWER, central),
                year.seat(aWeekLater, LEAD_REVIEWER, central));
    }

    @Test
    void oneSchoolIsVisitedInAWeek() {
        broken(
                YearRules::oneReviewAWeek,
                3,
                year.review("a", THURSDAY),
                year.review("b", THURSDAY.minusDays(3)),
                year.review("c", THURSDAY.plusDays(1)));
        kept(YearRules::oneReviewAWeek, year.review("a", THURSDAY), year.review("b", THURSDAY.plusDays(4)));
    }

    @Test
    void twoSchoolsDoNotReviewEachOther() {
        DatedReview atA = year.review("a", THURSDAY);
        DatedReview atB = year.review("b", THURSDAY.plusDays(28));
        PlannedSeat bAtA = year.seat(atA, PEER_REVIEWER, year.colleague("x", "b"));

        broken(YearRules::noDirectSwap, 1, bAtA, year.seat(atB, IMPROVEMENT_CHAMPION, year.colleague("y", "a")));
        kept(YearRules::noDirectSwap, bAtA, year.seat(atB, RESERVE_REVIEWER, year.colleague("y", "a")));
        kept(YearRules::noDirectSwap, bAtA, year.seat(atB, PEER_REVIEWER, year.colleague("y", "c")));
    }

    @Test
    void aFirstReviewOfAnotherPhaseIsMadeWithAColleagueOfThatPhase() {
        year.school(SmallYear.school("a", Phase.SECONDARY, SchoolLimits.NONE));
        year.school(SmallYear.school("s", Phase.SECONDARY, SchoolLimits.NONE));
        DatedReview secondary = year.review("a", THURSDAY);
        Colleague newcomer = year.somebody("x", "b").newToOtherPhases().made();
        PlannedSeat first = year.seat(secondary, LEAD_REVIEWER, newcomer);

        broken(YearRules::samePhaseFirst, 1, first, year.seat(secondary, PEER_REVIEWER, year.colleague("y", "c")));
        kept(YearRules::samePhaseFirst, first, year.seat(secondary, PEER_REVIEWER, year.colleague("y", "s")));
        kept(YearRules::samePhaseFirst, year.seat(secondary, LEAD_REVIEWER, year.colleague("z", "b")));
        kept(YearRules::samePhaseFirst, year.seat(year.review("c", THURSDAY), LEAD_REVIEWER, newcomer));
    }

    @Test
    void aTeamHasSomebodyFromAnotherPhase() {
        year.school(SmallYear.school("s", Phase.SECONDARY, SchoolLimits.NONE));
        DatedReview review = year.review("a", THURSDAY);
        PlannedSeat lead = year.seat(review, LEAD_REVIEWER, year.colleague("x", "b"));

        broken(YearRules::crossPhase, 1, review, lead);
        kept(YearRules::crossPhase, review, lead, year.seat(review, PEER_REVIEWER, year.colleague("y", "s")));
        year.phases(Phase.PRIMARY);
        DatedReview amongEquals = year.review("c", THURSDAY);
        kept(YearRules::crossPhase, amongEquals, year.seat(amongEquals, LEAD_REVIEWER, year.colleague("x", "b")));
    }

    @Test
    void threeSchoolsThatWorkedTogetherLastYearDoNotDoSoAgain() {
        year.workedTogetherLastYear("b", "a", "c");
        DatedReview review = year.review("a", THURSDAY);
        PlannedSeat lead = year.seat(review, LEAD_REVIEWER, year.colleague("x", "b"));

        broken(YearRules::newTriad, 1, lead, year.seat(review, PEER_REVIEWER, year.colleague("y", "c")));
        kept(YearRules::newTriad, lead, year.seat(review, PEER_REVIEWER, year.colleague("y", "d")));
        kept(YearRules::newTriad, lead, year.seat(review, RESERVE_REVIEWER, year.colleague("y", "c")));
    }

    @Test
    void somebodyOnTheTeamKnowsTheSubjectThatTheSchoolAskedFor() {
        DatedReview review = year.review(
                new HostToPlan("a", 1, 0, 2, List.of(SmallYear.visit(THURSDAY)), Optional.of("Mathematics")));
        Colleague knowing = year.somebody("x", "b").knowing("mathematics").made();

        broken(
                YearRules::wantedSubject,
                1,
                review,
                year.seat(review, LEAD_REVIEWER, year.colleague("y", "b")),
                year.seat(review, RESERVE_REVIEWER, knowing));
        kept(YearRules::wantedSubject, review, year.seat(review, PEER_REVIEWER, knowing));
        kept(YearRules::wantedSubject, year.review("c", THURSDAY));
    }

    @Test
    void theDateOfAVisitFollowsTheWishesForIt() {
        broken(YearRules::preferredWeekday, 1, year.review("a", THURSDAY.plusDays(1)));
        kept(YearRules::preferredWeekday, year.review("a", THURSDAY));
        broken(
                YearRules::noSqueeze,
                2,
                year.review("a", SmallYear.visit(THURSDAY, List.of(), List.of("one", "two"), false)));
        kept(YearRules::noSqueeze, year.review("a", THURSDAY));
        broken(
                YearRules::notAcrossTheSummer,
                1,
                year.review("a", SmallYear.visit(THURSDAY, List.of(), List.of(), true)));
        kept(YearRules::notAcrossTheSummer, year.review("a", THURSDAY));
    }

    @Test
    void meetingsAreOnTheirUsualDay() {
        DatedReview review = year.review("a", THURSDAY);
        kept(YearRules::usualDay, review);
        review.place(org.criticalfriend.duty.AppointmentKind.PLANNING_MEETING, 1);

        broken(YearRules::usualDay, 1, review);
        assertThat(review.dayOf(org.criticalfriend.duty.AppointmentKind.PLANNING_MEETING))
                .contains(LocalDate.of(2026, 10, 23));
    }

    @Test
    void reviewersComeFromSchoolsThatWorkInOtherGroups() {
        year.school(SmallYear.school("a", Phase.PRIMARY, SchoolLimits.NONE, "DIOCESE", "TSA"));
        year.school(SmallYear.school("b", Phase.PRIMARY, SchoolLimits.NONE, "DIOCESE"));
        DatedReview review = year.review("a", THURSDAY);

        broken(YearRules::otherAffiliation, 1, year.seat(review, LEAD_REVIEWER, year.colleague("x", "b")));
        kept(
                YearRules::otherAffiliation,
                year.seat(review, LEAD_REVIEWER, year.colleague("x", "c")),
                year.seat(review, RESERVE_REVIEWER, year.colleague("y", "b")));
    }

    @Test
    void whoeverAskedToGoAlongDoesSoOnce() {
        DatedReview one = year.review("a", THURSDAY);
        DatedReview other = year.review("c", THURSDAY.plusDays(70));
        Colleague wishing = year.somebody("x", "b").wishingToGoAlong().made();

        broken(YearRules::goesAlong, 1, wishing, year.seat(one, PEER_REVIEWER, wishing));
        kept(YearRules::goesAlong, wishing, year.seat(one, ASSOCIATE, wishing));
        kept(YearRules::goesAlong, year.colleague("y", "b"));
        broken(YearRules::goesAlongOnce, 1, year.seat(one, ASSOCIATE, wishing), year.seat(other, ASSOCIATE, wishing));
        kept(YearRules::goesAlongOnce, year.seat(one, ASSOCIATE, wishing), year.seat(other, PEER_REVIEWER, wishing));
    }

    @Test
    void somebodyBesidesTheLeadIsTrainedToLead() {
        DatedReview review = year.review("a", THURSDAY);
        PlannedSeat lead = year.seat(review, LEAD_REVIEWER, year.colleague("x", "b"));
        Colleague peerOnly =
                year.somebody("y", "c").trained(Training.as(PEER_REVIEWER)).made();

        broken(YearRules::deputyCanLead, 1, review, lead, year.seat(review, PEER_REVIEWER, peerOnly));
        kept(YearRules::deputyCanLead, review, lead, year.seat(review, PEER_REVIEWER, year.colleague("z", "c")));
    }

    @Test
    void eachRuleIsOneMethodAndWishesWeighLessInTheOrderInWhichTheyAreListed() {
        Set<String> named = Set.copyOf(Arrays.stream(YearRules.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == Constraint.class)
                .filter(method -> method.getParameterCount() == 1)
                .map(method -> method.getName().replaceAll("([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT))
                .toList());
        List<Integer> weights = Arrays.stream(Rule.values())
                .filter(rule -> rule.level() == Rule.Level.WISH)
                .map(rule -> rule == Rule.THREE_WEEKS_BETWEEN ? 4 * rule.weight() : rule.weight())
                .toList();

        assertThat(Arrays.stream(Rule.values()).map(Rule::name)).containsExactlyInAnyOrderElementsOf(named);
        assertThat(weights).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }
}
