package org.criticalfriend.planning;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.conditionally;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.count;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.countDistinct;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.sum;
import static ai.timefold.solver.core.api.score.stream.Joiners.equal;
import static ai.timefold.solver.core.api.score.stream.Joiners.filtering;
import static ai.timefold.solver.core.api.score.stream.Joiners.lessThan;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.bi.BiConstraintStream;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DutyWords;
import org.criticalfriend.partnership.Duty;

/**
 * The rules of a year, one method each, those that must hold first, then the wishes in the order of their weight ({@link Rule}).
 * Each says in words what breaks it. Nothing here walks a calendar: what is open when has been looked up before.
 */
public class YearRules implements ConstraintProvider {

    /** Days between two duties of one person that are enough (P38). */
    static final int THREE_WEEKS = 21;

    private static final int WEEK = 7;

    @Override
    public Constraint[] defineConstraints(ConstraintFactory year) {
        return new Constraint[] {
            pupilDay(year),
            blackout(year),
            timeToPrepare(year),
            settledIn(year),
            stillToCome(year),
            ownSchoolOpen(year),
            workingDay(year),
            notAway(year),
            givenElsewhere(year),
            twoDutiesADay(year),
            oneSeatPerReview(year),
            notAtOwnSchool(year),
            trained(year),
            enoughOtherSchools(year),
            standInOfAnotherSchool(year),
            peopleOutADay(year),
            daysOutAYear(year),
            onlyItsOwnTrust(year),
            noEmptySeat(year),
            evenByPerson(year),
            evenBySchool(year),
            reviewerDaysOfSchool(year),
            workshopsOfSchool(year),
            daysOfPerson(year),
            threeWeeksBetween(year),
            oneReviewAWeek(year),
            noDirectSwap(year),
            samePhaseFirst(year),
            crossPhase(year),
            newTriad(year),
            wantedSubject(year),
            preferredWeekday(year),
            noSqueeze(year),
            notAcrossTheSummer(year),
            otherAffiliation(year),
            goesAlong(year),
            goesAlongOnce(year),
            deputyCanLead(year),
            usualDay(year)
        };
    }

    // What must hold

    Constraint pupilDay(ConstraintFactory year) {
        return hindered(year, PossibleVisit.Kind.CLOSED, Rule.PUPIL_DAY);
    }

    Constraint blackout(ConstraintFactory year) {
        return hindered(year, PossibleVisit.Kind.BLACKOUT, Rule.BLACKOUT);
    }

    Constraint timeToPrepare(ConstraintFactory year) {
        return hindered(year, PossibleVisit.Kind.TOO_SOON_AFTER_PUBLICATION, Rule.TIME_TO_PREPARE);
    }

    Constraint settledIn(ConstraintFactory year) {
        return hindered(year, PossibleVisit.Kind.TOO_EARLY_IN_THE_YEAR, Rule.SETTLED_IN);
    }

    Constraint stillToCome(ConstraintFactory year) {
        return hindered(year, PossibleVisit.Kind.PAST, Rule.STILL_TO_COME);
    }

    /** Only what people have settled is on such a day; the planner itself chooses none. */
    private static Constraint hindered(ConstraintFactory year, PossibleVisit.Kind kind, Rule rule) {
        return year.forEach(DatedReview.class)
                .filter(review -> review.hindrance(kind).isPresent())
                .penalizeLong(hard(rule), review -> 1L)
                .justifyWith((review, score) -> Breach.ofReview(
                        rule,
                        review,
                        "the visit on %s is on a day on which it cannot be: %s."
                                .formatted(
                                        SchoolTime.words(review.visit()),
                                        review.hindrance(kind).orElseThrow().words())))
                .asConstraint(rule.name());
    }

    Constraint ownSchoolOpen(ConstraintFactory year) {
        return notFree(year, Rule.OWN_SCHOOL_OPEN, held -> held.person().closed(held.days()), "their school is closed");
    }

    Constraint workingDay(ConstraintFactory year) {
        return notFree(year, Rule.WORKING_DAY, held -> held.person().notWorking(held.days()), "they do not work");
    }

    Constraint notAway(ConstraintFactory year) {
        return notFree(year, Rule.NOT_AWAY, held -> held.person().away(held.days()), "they are away");
    }

    Constraint givenElsewhere(ConstraintFactory year) {
        return notFree(year, Rule.GIVEN_ELSEWHERE, held -> held.person().given(held.days()), "they hold another duty");
    }

    private static Constraint notFree(
            ConstraintFactory year, Rule rule, Function<Held, List<LocalDate>> days, String why) {
        return unfree(year)
                .filter(held -> !days.apply(held).isEmpty())
                .penalizeLong(hard(rule), held -> days.apply(held).size())
                .justifyWith((held, score) -> Breach.ofDuty(
                        rule,
                        held,
                        days.apply(held),
                        "%s cannot be %s, for on %s %s."
                                .formatted(
                                        held.person().name(),
                                        DutyWords.of(held.seat().duty()),
                                        inWords(days.apply(held)),
                                        why)))
                .asConstraint(rule.name());
    }

    Constraint twoDutiesADay(ConstraintFactory year) {
        return ofOnePerson(year)
                .filter((one, other) -> one.gapTo(other) == 0)
                .penalizeLong(hard(Rule.TWO_DUTIES_A_DAY), (one, other) -> one.daysWith(other)
                        .size())
                .justifyWith((one, other, score) -> new Breach(
                        Rule.TWO_DUTIES_A_DAY,
                        List.of(one.review().id(), other.review().id()),
                        List.of(one.person().id()),
                        one.daysWith(other),
                        "%s and %s: %s is wanted at both on %s."
                                .formatted(
                                        one.review().host().name(),
                                        other.review().host().name(),
                                        one.person().name(),
                                        inWords(one.daysWith(other)))))
                .asConstraint(Rule.TWO_DUTIES_A_DAY.name());
    }

    Constraint oneSeatPerReview(ConstraintFactory year) {
        return year.forEachUniquePair(PlannedSeat.class, equal(PlannedSeat::review), equal(PlannedSeat::person))
                .penalizeLong(hard(Rule.ONE_SEAT_PER_REVIEW), (one, other) -> 1L)
                .justifyWith((one, other, score) -> ofSeat(
                        Rule.ONE_SEAT_PER_REVIEW,
                        one,
                        "%s cannot be both %s and %s."
                                .formatted(one.person().name(), DutyWords.of(one.duty()), DutyWords.of(other.duty()))))
                .asConstraint(Rule.ONE_SEAT_PER_REVIEW.name());
    }

    Constraint notAtOwnSchool(ConstraintFactory year) {
        return year.forEach(PlannedSeat.class)
                .filter(seat -> seat.person().belongsTo(seat.review().id()))
                .penalizeLong(hard(Rule.NOT_AT_OWN_SCHOOL), seat -> 1L)
                .justifyWith((seat, score) -> ofSeat(
                        Rule.NOT_AT_OWN_SCHOOL,
                        seat,
                        "%s cannot be %s at their own school."
                                .formatted(seat.person().name(), DutyWords.of(seat.duty()))))
                .asConstraint(Rule.NOT_AT_OWN_SCHOOL.name());
    }

    Constraint trained(ConstraintFactory year) {
        return held(year)
                .filter(held -> !held.isTrained())
                .penalizeLong(hard(Rule.TRAINED), held -> 1L)
                .justifyWith((held, score) -> Breach.ofDuty(
                        Rule.TRAINED,
                        held,
                        List.of(),
                        "%s cannot be %s, for no training of theirs for it counts then."
                                .formatted(
                                        held.person().name(),
                                        DutyWords.of(held.seat().duty()))))
                .asConstraint(Rule.TRAINED.name());
    }

    Constraint enoughOtherSchools(ConstraintFactory year) {
        return year.forEach(PlannedSeat.class)
                .filter(PlannedSeat::isReviewer)
                .groupBy(
                        PlannedSeat::review,
                        conditionally(seat -> !seat.person().isCentral(), countDistinct(seat -> seat.person()
                                .schoolId())),
                        count())
                .filter((review, schools, filled) -> schoolsMissing(review, schools, filled) > 0)
                .penalizeLong(
                        hard(Rule.ENOUGH_OTHER_SCHOOLS),
                        (review, schools, filled) -> schoolsMissing(review, schools, filled))
                .justifyWith((review, schools, filled, score) -> Breach.ofReview(
                        Rule.ENOUGH_OTHER_SCHOOLS,
                        review,
                        "its reviewers come from %s, and at least %s agreed."
                                .formatted(
                                        numbered(schools, "other school"),
                                        are(review.host().facts().wishes().otherSchoolsAtLeast()))))
                .asConstraint(Rule.ENOUGH_OTHER_SCHOOLS.name());
    }

    /** A seat that is still empty may bring another school. */
    private static int schoolsMissing(DatedReview review, int schools, int filled) {
        int empty = review.host().reviewers() - filled;
        return review.host().facts().wishes().otherSchoolsAtLeast() - schools - empty;
    }

    Constraint standInOfAnotherSchool(ConstraintFactory year) {
        return year.forEach(PlannedSeat.class)
                .filter(PlannedSeat::isStandIn)
                .join(PlannedSeat.class, equal(PlannedSeat::review))
                .filter((standIn, other) -> other.isTeam() && standIn.person().isOfSameSchoolAs(other.person()))
                .penalizeLong(hard(Rule.STAND_IN_OF_ANOTHER_SCHOOL), (standIn, other) -> 1L)
                .justifyWith((standIn, other, score) -> ofSeat(
                        Rule.STAND_IN_OF_ANOTHER_SCHOOL,
                        standIn,
                        "%s cannot be %s, for %s of the same school is on the team."
                                .formatted(
                                        standIn.person().name(),
                                        DutyWords.of(standIn.duty()),
                                        other.person().name())))
                .asConstraint(Rule.STAND_IN_OF_ANOTHER_SCHOOL.name());
    }

    Constraint peopleOutADay(ConstraintFactory year) {
        return held(year)
                .filter(held -> held.person().hasFewToSpare())
                .flattenLast(Held::schoolDays)
                .groupBy(Function.identity(), count())
                .join(YearFacts.class)
                .filter((day, out, facts) -> out + facts.outElsewhere(day) > day.canSpare())
                .penalizeLong(
                        hard(Rule.PEOPLE_OUT_A_DAY),
                        (day, out, facts) -> (long) out + facts.outElsewhere(day) - day.canSpare())
                .justifyWith((day, out, facts, score) -> new Breach(
                        Rule.PEOPLE_OUT_A_DAY,
                        List.of(),
                        List.of(),
                        List.of(LocalDate.ofEpochDay(day.day())),
                        "%s: %s out on %s, and it can spare %d."
                                .formatted(
                                        day.school().name(),
                                        areOut(out + facts.outElsewhere(day)),
                                        SchoolTime.words(LocalDate.ofEpochDay(day.day())),
                                        day.canSpare())))
                .asConstraint(Rule.PEOPLE_OUT_A_DAY.name());
    }

    private static String areOut(int people) {
        return people == 1 ? "1 person is" : people + " people are";
    }

    Constraint daysOutAYear(ConstraintFactory year) {
        return year.forEach(PlannedSeat.class)
                .filter(seat -> seat.person().hasFewDays())
                .groupBy(seat -> seat.person().school().orElseThrow(), sum(PlannedSeat::halves))
                .join(YearFacts.class)
                .filter((school, halves, facts) -> tooManyHalves(school, halves, facts) > 0)
                .penalizeLong(hard(Rule.DAYS_OUT_A_YEAR), YearRules::tooManyHalves)
                .justifyWith((school, halves, facts, score) -> new Breach(
                        Rule.DAYS_OUT_A_YEAR,
                        List.of(),
                        List.of(),
                        List.of(),
                        "%s: its people would be out for %s in the year, and %s allowed."
                                .formatted(
                                        school.name(),
                                        days(halves + facts.halvesGivenOf(school.id())),
                                        are(school.limits().mostDaysOutAYear().orElseThrow()))))
                .asConstraint(Rule.DAYS_OUT_A_YEAR.name());
    }

    private static int tooManyHalves(SchoolToPlan school, int halves, YearFacts facts) {
        return halves
                + facts.halvesGivenOf(school.id())
                - 2 * school.limits().mostDaysOutAYear().orElseThrow();
    }

    Constraint onlyItsOwnTrust(ConstraintFactory year) {
        return year.forEach(PlannedSeat.class)
                .filter(seat -> seat.review().host().turnsAway(seat.person()))
                .penalizeLong(hard(Rule.ONLY_ITS_OWN_TRUST), seat -> 1L)
                .justifyWith((seat, score) -> ofSeat(
                        Rule.ONLY_ITS_OWN_TRUST,
                        seat,
                        "%s cannot come, for the school takes no visitors from outside its trust."
                                .formatted(seat.person().name())))
                .asConstraint(Rule.ONLY_ITS_OWN_TRUST.name());
    }

    Constraint noEmptySeat(ConstraintFactory year) {
        return year.forEachIncludingUnassigned(PlannedSeat.class)
                .filter(seat -> seat.filled().isEmpty() && !seat.isOnTop() && !seat.isSettled())
                .penalizeLong(HardMediumSoftLongScore.ONE_MEDIUM, YearRules::missedAs)
                .justifyWith((seat, score) -> new Breach(
                        Rule.NO_EMPTY_SEAT,
                        List.of(seat.review().id()),
                        List.of(),
                        List.of(seat.review().visit()),
                        "%s: there is no %s yet.".formatted(seat.review().host().name(), DutyWords.of(seat.duty()))))
                .asConstraint(Rule.NO_EMPTY_SEAT.name());
    }

    /** A stand-in is missed least, for they are needed only if somebody else drops out. */
    private static long missedAs(PlannedSeat seat) {
        return seat.isStandIn() ? 1 : seat.duty() == Duty.PEER_REVIEWER ? 2 : 3;
    }

    // What is wished

    Constraint evenByPerson(ConstraintFactory year) {
        return year.forEach(PlannedSeat.class)
                .filter(seat -> !seat.isOnTop())
                .groupBy(PlannedSeat::person, sum(PlannedSeat::halves))
                .penalizeLong(
                        soft(Rule.EVEN_BY_PERSON),
                        (person, halves) -> squared(person.person().halvesGiven(), halves))
                .justifyWith((person, halves, score) -> new Breach(
                        Rule.EVEN_BY_PERSON,
                        List.of(),
                        List.of(person.id()),
                        List.of(),
                        "%s gives %s."
                                .formatted(person.name(), days(person.person().halvesGiven() + halves))))
                .asConstraint(Rule.EVEN_BY_PERSON.name());
    }

    Constraint evenBySchool(ConstraintFactory year) {
        return ofSchools(year)
                .filter(seat -> !seat.isOnTop())
                .groupBy(seat -> seat.person().school().orElseThrow(), sum(PlannedSeat::halves))
                .join(YearFacts.class)
                .penalizeLong(
                        soft(Rule.EVEN_BY_SCHOOL),
                        (school, halves, facts) -> squared(facts.halvesGivenOf(school.id()), halves))
                .justifyWith((school, halves, facts, score) -> new Breach(
                        Rule.EVEN_BY_SCHOOL,
                        List.of(),
                        List.of(),
                        List.of(),
                        "%s gives %s.".formatted(school.name(), days(facts.halvesGivenOf(school.id()) + halves))))
                .asConstraint(Rule.EVEN_BY_SCHOOL.name());
    }

    /** What more duties add to the square of all: the more somebody has, the dearer the next. */
    static long squared(int before, int halves) {
        long all = (long) before + halves;
        return all * all - (long) before * before;
    }

    Constraint reviewerDaysOfSchool(ConstraintFactory year) {
        return ofSchools(year)
                .filter(PlannedSeat::isReviewer)
                .groupBy(seat -> seat.person().school().orElseThrow(), sum(PlannedSeat::visitDays))
                .join(YearFacts.class)
                .filter((school, days, facts) -> days > facts.wishes().caps().reviewerDaysPerSchool())
                .penalizeLong(
                        soft(Rule.REVIEWER_DAYS_OF_SCHOOL),
                        (school, days, facts) ->
                                (long) days - facts.wishes().caps().reviewerDaysPerSchool())
                .justifyWith((school, days, facts, score) -> ofSchool(
                        Rule.REVIEWER_DAYS_OF_SCHOOL,
                        "%s: its people review on %s, and %s agreed."
                                .formatted(
                                        school.name(),
                                        numbered(days, "day"),
                                        are(facts.wishes().caps().reviewerDaysPerSchool()))))
                .asConstraint(Rule.REVIEWER_DAYS_OF_SCHOOL.name());
    }

    Constraint workshopsOfSchool(ConstraintFactory year) {
        return ofSchools(year)
                .filter(seat -> seat.duty() == Duty.IMPROVEMENT_CHAMPION)
                .groupBy(seat -> seat.person().school().orElseThrow(), count())
                .join(YearFacts.class)
                .filter((school, workshops, facts) ->
                        workshops > facts.wishes().caps().workshopsPerSchool())
                .penalizeLong(
                        soft(Rule.WORKSHOPS_OF_SCHOOL),
                        (school, workshops, facts) ->
                                (long) workshops - facts.wishes().caps().workshopsPerSchool())
                .justifyWith((school, workshops, facts, score) -> ofSchool(
                        Rule.WORKSHOPS_OF_SCHOOL,
                        "%s: its people run %s, and %s agreed."
                                .formatted(
                                        school.name(),
                                        numbered(workshops, "workshop"),
                                        are(facts.wishes().caps().workshopsPerSchool()))))
                .asConstraint(Rule.WORKSHOPS_OF_SCHOOL.name());
    }

    Constraint daysOfPerson(ConstraintFactory year) {
        return ofSchools(year)
                .filter(seat -> seat.review()
                        .host()
                        .facts()
                        .wishes()
                        .caps()
                        .daysPerPerson()
                        .isPresent())
                .groupBy(PlannedSeat::person, sum(PlannedSeat::halves))
                .join(YearFacts.class)
                .filter((person, halves, facts) -> tooManyHalves(person, halves, facts) > 0)
                .penalizeLong(
                        soft(Rule.DAYS_OF_PERSON),
                        (person, halves, facts) -> (tooManyHalves(person, halves, facts) + 1L) / 2)
                .justifyWith((person, halves, facts, score) -> new Breach(
                        Rule.DAYS_OF_PERSON,
                        List.of(),
                        List.of(person.id()),
                        List.of(),
                        "%s gives %s, and %s agreed."
                                .formatted(
                                        person.name(),
                                        days(person.person().halvesGiven() + halves),
                                        are(facts.wishes()
                                                .caps()
                                                .daysPerPerson()
                                                .orElseThrow()))))
                .asConstraint(Rule.DAYS_OF_PERSON.name());
    }

    private static int tooManyHalves(Colleague person, int halves, YearFacts facts) {
        return person.person().halvesGiven()
                + halves
                - 2 * facts.wishes().caps().daysPerPerson().orElseThrow();
    }

    /** Central people lead for a living, so it asks nothing of them. */
    Constraint threeWeeksBetween(ConstraintFactory year) {
        return ofOnePerson(year)
                .filter((one, other) -> isTooClose(one, other))
                .penalizeLong(soft(Rule.THREE_WEEKS_BETWEEN), (one, other) -> 3 + weeksShort(one, other))
                .justifyWith((one, other, score) -> new Breach(
                        Rule.THREE_WEEKS_BETWEEN,
                        List.of(one.review().id(), other.review().id()),
                        List.of(one.person().id()),
                        List.of(one.closestTo(other), other.closestTo(one)),
                        "%s has duties at %s on %s and at %s on %s, less than three weeks apart."
                                .formatted(
                                        one.person().name(),
                                        one.review().host().name(),
                                        SchoolTime.words(one.closestTo(other)),
                                        other.review().host().name(),
                                        SchoolTime.words(other.closestTo(one)))))
                .asConstraint(Rule.THREE_WEEKS_BETWEEN.name());
    }

    static boolean isTooClose(Held one, Held other) {
        if (one.person().isCentral() || one.seat().isOnTop() || other.seat().isOnTop()) {
            return false;
        }
        int gap = one.gapTo(other);
        return gap > 0 && gap < THREE_WEEKS;
    }

    private static long weeksShort(Held one, Held other) {
        return (THREE_WEEKS - one.gapTo(other) + WEEK - 1) / WEEK;
    }

    Constraint oneReviewAWeek(ConstraintFactory year) {
        return year.forEach(DatedReview.class)
                .groupBy(DatedReview::week, count())
                .filter((week, visits) -> visits > 1)
                .penalizeLong(soft(Rule.ONE_REVIEW_A_WEEK), (week, visits) -> pairs(visits))
                .justifyWith((week, visits, score) -> new Breach(
                        Rule.ONE_REVIEW_A_WEEK,
                        List.of(),
                        List.of(),
                        List.of(Option.mondayOf(week)),
                        "%d schools are visited in the week of %s."
                                .formatted(visits, SchoolTime.words(Option.mondayOf(week)))))
                .asConstraint(Rule.ONE_REVIEW_A_WEEK.name());
    }

    /** Of so many visits in one week every two count: so they spread rather than heap up. */
    static long pairs(int visits) {
        return visits * (visits - 1L) / 2;
    }

    /** The team and the Improvement Champion count; a stand-in mostly stays at home. */
    Constraint noDirectSwap(ConstraintFactory year) {
        return ofSchools(year)
                .filter(PlannedSeat::isTeam)
                .join(
                        ofSchools(year).filter(PlannedSeat::isTeam),
                        equal(seat -> seat.review().id(), seat -> seat.person().schoolId()),
                        equal(seat -> seat.person().schoolId(), seat -> seat.review()
                                .id()),
                        lessThan(PlannedSeat::number))
                .penalizeLong(soft(Rule.NO_DIRECT_SWAP), (one, other) -> 1L)
                .justifyWith((one, other, score) -> new Breach(
                        Rule.NO_DIRECT_SWAP,
                        List.of(one.review().id(), other.review().id()),
                        List.of(one.person().id(), other.person().id()),
                        List.of(),
                        "%s and %s go to each other: %s and %s."
                                .formatted(
                                        one.review().host().name(),
                                        other.review().host().name(),
                                        one.person().name(),
                                        other.person().name())))
                .asConstraint(Rule.NO_DIRECT_SWAP.name());
    }

    /** P9: somebody of the host's phase makes a first review of another phase easier. */
    Constraint samePhaseFirst(ConstraintFactory year) {
        return year.forEach(PlannedSeat.class)
                .filter(seat -> seat.isReviewer() && !seat.person().person().crossPhaseDone() && !isOfPhaseOfHost(seat))
                .ifNotExists(
                        PlannedSeat.class,
                        equal(PlannedSeat::review),
                        filtering((seat, other) -> other.isReviewer() && isOfPhaseOfHost(other)))
                .penalizeLong(soft(Rule.SAME_PHASE_FIRST), seat -> 1L)
                .justifyWith((seat, score) -> ofSeat(
                        Rule.SAME_PHASE_FIRST,
                        seat,
                        "%s reviews a school of another phase for the first time, and nobody on the team knows this phase."
                                .formatted(seat.person().name())))
                .asConstraint(Rule.SAME_PHASE_FIRST.name());
    }

    private static boolean isOfPhaseOfHost(PlannedSeat seat) {
        return seat.person().isOfPhase(seat.review().host().school().phase());
    }

    Constraint crossPhase(ConstraintFactory year) {
        return year.forEach(DatedReview.class)
                .filter(review -> review.host().hasOthersOfAnotherPhase())
                .ifNotExists(
                        PlannedSeat.class,
                        equal(Function.identity(), PlannedSeat::review),
                        filtering((review, seat) -> seat.isReviewer() && !isOfPhaseOfHost(seat)))
                .penalizeLong(soft(Rule.CROSS_PHASE), review -> 1L)
                .justifyWith((review, score) ->
                        Breach.ofReview(Rule.CROSS_PHASE, review, "nobody on the team is from another phase."))
                .asConstraint(Rule.CROSS_PHASE.name());
    }

    Constraint newTriad(ConstraintFactory year) {
        return year.forEachUniquePair(PlannedSeat.class, equal(PlannedSeat::review))
                .filter((one, other) -> one.isReviewer()
                        && other.isReviewer()
                        && one.review().host().workedLastYearWith(one.person(), other.person()))
                .penalizeLong(soft(Rule.NEW_TRIAD), (one, other) -> 1L)
                .justifyWith((one, other, score) -> new Breach(
                        Rule.NEW_TRIAD,
                        List.of(one.review().id()),
                        List.of(one.person().id(), other.person().id()),
                        List.of(),
                        "%s: it worked together with %s and %s last year already."
                                .formatted(
                                        one.review().host().name(),
                                        one.person().school().orElseThrow().name(),
                                        other.person().school().orElseThrow().name())))
                .asConstraint(Rule.NEW_TRIAD.name());
    }

    Constraint wantedSubject(ConstraintFactory year) {
        return year.forEach(DatedReview.class)
                .filter(review -> review.host().plan().wantedSubject().isPresent())
                .ifNotExists(
                        PlannedSeat.class,
                        equal(Function.identity(), PlannedSeat::review),
                        filtering((review, seat) -> seat.isReviewer()
                                && seat.person()
                                        .knows(review.host()
                                                .plan()
                                                .wantedSubject()
                                                .orElseThrow())))
                .penalizeLong(soft(Rule.WANTED_SUBJECT), review -> 1L)
                .justifyWith((review, score) -> Breach.ofReview(
                        Rule.WANTED_SUBJECT,
                        review,
                        "nobody on the team knows %s, which the school asked for."
                                .formatted(review.host().plan().wantedSubject().orElseThrow())))
                .asConstraint(Rule.WANTED_SUBJECT.name());
    }

    Constraint preferredWeekday(ConstraintFactory year) {
        return year.forEach(DatedReview.class)
                .filter(review -> !review.host().prefers(review.visit()))
                .penalizeLong(soft(Rule.PREFERRED_WEEKDAY), review -> 1L)
                .justifyWith((review, score) -> Breach.ofReview(
                        Rule.PREFERRED_WEEKDAY,
                        review,
                        "%s is on no weekday that the partnership prefers."
                                .formatted(SchoolTime.words(review.visit()))))
                .asConstraint(Rule.PREFERRED_WEEKDAY.name());
    }

    Constraint noSqueeze(ConstraintFactory year) {
        return year.forEach(DatedReview.class)
                .filter(review -> !review.option().visit().squeezes().isEmpty())
                .penalizeLong(
                        soft(Rule.NO_SQUEEZE),
                        review -> review.option().visit().squeezes().size())
                .justifyWith((review, score) -> Breach.ofReview(
                        Rule.NO_SQUEEZE,
                        review,
                        "with a visit on %s these fall onto one day: %s."
                                .formatted(
                                        SchoolTime.words(review.visit()),
                                        String.join(
                                                "; ", review.option().visit().squeezes()))))
                .asConstraint(Rule.NO_SQUEEZE.name());
    }

    Constraint notAcrossTheSummer(ConstraintFactory year) {
        return year.forEach(DatedReview.class)
                .filter(review -> review.option().visit().acrossTheSummer())
                .penalizeLong(soft(Rule.NOT_ACROSS_THE_SUMMER), review -> 1L)
                .justifyWith((review, score) -> Breach.ofReview(
                        Rule.NOT_ACROSS_THE_SUMMER,
                        review,
                        "with a visit on %s the follow-up meeting is in the next school year."
                                .formatted(SchoolTime.words(review.visit()))))
                .asConstraint(Rule.NOT_ACROSS_THE_SUMMER.name());
    }

    Constraint otherAffiliation(ConstraintFactory year) {
        return ofSchools(year)
                .filter(seat -> seat.isReviewer()
                        && !seat.review().host().affiliationsWith(seat.person()).isEmpty())
                .penalizeLong(soft(Rule.OTHER_AFFILIATION), seat -> 1L)
                .justifyWith((seat, score) -> ofSeat(
                        Rule.OTHER_AFFILIATION,
                        seat,
                        "%s comes from a school that is in %s too."
                                .formatted(
                                        seat.person().name(),
                                        String.join(
                                                " and ", seat.review().host().affiliationsWith(seat.person())))))
                .asConstraint(Rule.OTHER_AFFILIATION.name());
    }

    Constraint goesAlong(ConstraintFactory year) {
        return year.forEach(Colleague.class)
                .filter(person -> person.person().wishesToGoAlong())
                .ifNotExists(
                        PlannedSeat.class,
                        equal(Function.identity(), PlannedSeat::person),
                        filtering((person, seat) -> seat.isOnTop()))
                .penalizeLong(soft(Rule.GOES_ALONG), person -> 1L)
                .justifyWith((person, score) -> new Breach(
                        Rule.GOES_ALONG,
                        List.of(),
                        List.of(person.id()),
                        List.of(),
                        "%s asked to go along as an associate and does so nowhere.".formatted(person.name())))
                .asConstraint(Rule.GOES_ALONG.name());
    }

    Constraint goesAlongOnce(ConstraintFactory year) {
        return year.forEach(PlannedSeat.class)
                .filter(PlannedSeat::isOnTop)
                .groupBy(PlannedSeat::person, count())
                .filter((person, reviews) -> reviews > 1)
                .penalizeLong(soft(Rule.GOES_ALONG_ONCE), (person, reviews) -> reviews - 1L)
                .justifyWith((person, reviews, score) -> new Breach(
                        Rule.GOES_ALONG_ONCE,
                        List.of(),
                        List.of(person.id()),
                        List.of(),
                        "%s goes along as an associate on %d reviews.".formatted(person.name(), reviews)))
                .asConstraint(Rule.GOES_ALONG_ONCE.name());
    }

    /** G15: somebody has to step up if the lead is lost. */
    Constraint deputyCanLead(ConstraintFactory year) {
        return year.forEach(DatedReview.class)
                .filter(review -> review.host().plan().peers() > 0)
                .ifNotExists(
                        PlannedSeat.class,
                        equal(Function.identity(), PlannedSeat::review),
                        filtering((review, seat) -> seat.duty() == Duty.PEER_REVIEWER
                                && seat.person().isEverTrained(Duty.LEAD_REVIEWER)))
                .penalizeLong(soft(Rule.DEPUTY_CAN_LEAD), review -> 1L)
                .justifyWith((review, score) ->
                        Breach.ofReview(Rule.DEPUTY_CAN_LEAD, review, "none of its peer reviewers is trained to lead."))
                .asConstraint(Rule.DEPUTY_CAN_LEAD.name());
    }

    Constraint usualDay(ConstraintFactory year) {
        return year.forEach(DatedReview.class)
                .filter(review -> review.unusualDays() > 0)
                .penalizeLong(soft(Rule.USUAL_DAY), DatedReview::unusualDays)
                .justifyWith((review, score) -> Breach.ofReview(
                        Rule.USUAL_DAY,
                        review,
                        review.onUnusualDays().stream()
                                .map(YearRules::inWords)
                                .collect(Collectors.joining(" and ", "", " not on the usual day."))))
                .asConstraint(Rule.USUAL_DAY.name());
    }

    // What they have in common

    private static UniConstraintStream<Held> held(ConstraintFactory year) {
        return year.forEach(PlannedSeat.class)
                .join(DatedReview.class, equal(PlannedSeat::review, Function.identity()))
                .map(Held::of);
    }

    private static UniConstraintStream<Held> unfree(ConstraintFactory year) {
        return held(year).filter(held -> !held.isFree());
    }

    /** Filtered after the join: a joiner that filters misses changes where both sides come from the same stream. */
    private static BiConstraintStream<Held, Held> ofOnePerson(ConstraintFactory year) {
        return held(year)
                .join(held(year), equal(Held::person), lessThan(Held::number))
                .filter((one, other) -> one.review() != other.review());
    }

    private static UniConstraintStream<PlannedSeat> ofSchools(ConstraintFactory year) {
        return year.forEach(PlannedSeat.class).filter(seat -> !seat.person().isCentral());
    }

    private static HardMediumSoftLongScore hard(Rule rule) {
        return HardMediumSoftLongScore.ofHard(rule.weight());
    }

    private static HardMediumSoftLongScore soft(Rule rule) {
        return HardMediumSoftLongScore.ofSoft(rule.weight());
    }

    private static Breach ofSeat(Rule rule, PlannedSeat seat, String words) {
        return new Breach(
                rule,
                List.of(seat.review().id()),
                List.of(seat.person().id()),
                List.of(),
                seat.review().host().name() + ": " + words);
    }

    private static Breach ofSchool(Rule rule, String words) {
        return new Breach(rule, List.of(), List.of(), List.of(), words);
    }

    private static String inWords(List<LocalDate> days) {
        return days.stream().map(SchoolTime::words).collect(Collectors.joining(" and "));
    }

    static String inWords(AppointmentKind appointment) {
        return appointment.words().toLowerCase(Locale.UK);
    }

    private static String numbered(int number, String what) {
        return number == 1 ? "1 " + what : "%d %ss".formatted(number, what);
    }

    private static String are(int number) {
        return number == 1 ? "1 is" : number + " are";
    }

    /** Halves of a day as people say them: {@code 1 day}, {@code 2½ days}. */
    static String days(int halves) {
        int whole = halves / 2;
        String number = halves % 2 == 0 ? String.valueOf(whole) : whole == 0 ? "½" : whole + "½";
        return number + (halves <= 2 && halves > 0 ? " day" : " days");
    }
}
