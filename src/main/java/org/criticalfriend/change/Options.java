package org.criticalfriend.change;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DayClaims;
import org.criticalfriend.duty.DeputyLeads;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.Register.Host;
import org.criticalfriend.partnership.Schools;
import org.criticalfriend.planning.Pins;
import org.criticalfriend.planning.PlanningProblem;
import org.criticalfriend.planning.PlanningProblems;
import org.criticalfriend.planning.PossibleVisit;
import org.criticalfriend.planning.SchoolToPlan;
import org.criticalfriend.planning.ShapeOfReviews;
import org.criticalfriend.planning.YearToPlan;
import org.criticalfriend.review.Forecast;
import org.criticalfriend.review.Forecasts;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the ways out of a change of plan, those that change least for others first, and says what each would bring. The number of
 * statements does not depend on how many schools, reviews and people there are.
 */
@Component
class Options {

    private final RunningReviews running;
    private final Forecasts forecasts;
    private final ChangeRecord record;
    private final Seats seats;
    private final DeputyLeads deputyLeads;
    private final DayClaims claims;
    private final People people;
    private final Register register;
    private final Schools schools;
    private final SchoolCalendars calendars;
    private final PlanningProblems problems;
    private final ShapeOfReviews shapes;
    private final Replanning replanning;
    private final Clock clock;

    Options(
            RunningReviews running,
            Forecasts forecasts,
            ChangeRecord record,
            Seats seats,
            DeputyLeads deputyLeads,
            DayClaims claims,
            People people,
            Register register,
            Schools schools,
            SchoolCalendars calendars,
            PlanningProblems problems,
            ShapeOfReviews shapes,
            Replanning replanning,
            Clock clock) {
        this.running = running;
        this.forecasts = forecasts;
        this.record = record;
        this.seats = seats;
        this.deputyLeads = deputyLeads;
        this.claims = claims;
        this.people = people;
        this.register = register;
        this.schools = schools;
        this.calendars = calendars;
        this.problems = problems;
        this.shapes = shapes;
        this.replanning = replanning;
        this.clock = clock;
    }

    /** All ways out of a change, in the order in which they are offered. Reads only. */
    @Transactional
    public List<Option> of(ChangeOfPlan change) {
        RunningReview review = running.of(change.review());
        Forecast forecast = forecasts.of(review.reference());
        Map<String, Forecast> ahead = new TreeMap<>(forecasts.ahead(review.partnership()));
        ahead.remove(review.reference());
        Map<UUID, Team> teams = teams(
                Stream.concat(Stream.of(review.id()), ahead.values().stream().map(Forecast::review))
                        .toList());
        List<Forecast> swaps = swapsWith(change, review, ahead);
        Set<String> concerned = Stream.concat(
                        Stream.of(review.id()), swaps.stream().map(Forecast::review))
                .flatMap(one -> teams.get(one).people().stream())
                .collect(Collectors.toSet());
        LocalDate today = SchoolTime.today(clock);
        SchoolYear year = SchoolYear.of(review.visitFirst().isBefore(today) ? today : review.visitFirst());
        PlanningProblem problem = problem(review, year);
        Situation situation = new Situation(
                change,
                review,
                forecast,
                teams.get(review.id()),
                problem,
                claims.given(concerned, today, year.plus(1).lastDay()),
                people.find(concerned),
                calendars.ofAll(problem.schools().stream().map(SchoolToPlan::id).toList()),
                calendars.blackoutsOf(review.partnership()),
                ahead.values(),
                seats.saidNoTo(review.id()),
                deputyLeads.of(review.id(), review.partnership(), review.visitFirst()),
                today);
        Draw draw = new Draw(situation);
        List<Option> days = aboutTheVisit(situation, draw, year);
        return Stream.of(
                        draw.again(),
                        draw.people(replanning, others(situation, teams, year)),
                        aboutTheMeeting(situation, draw),
                        days.stream().filter(day -> day.leaving().isEmpty()).toList(),
                        draw.swaps(swaps, teams),
                        draw.afar(),
                        days.stream().filter(day -> !day.leaving().isEmpty()).toList(),
                        draw.smaller(),
                        draw.cancel(),
                        draw.keep())
                .flatMap(List::stream)
                .toList();
    }

    /** Reviews whose visit could be exchanged with that of this one: those with the same people in charge who are not asked about them. */
    private List<Forecast> swapsWith(ChangeOfPlan change, RunningReview review, Map<String, Forecast> ahead) {
        if (!change.kind().isAboutTheVisit() || change.meeting() != AppointmentKind.VISIT || review.visited()) {
            return List.of();
        }
        Map<Host, Set<String>> inCharge = register.inChargeOf(
                Stream.concat(Stream.of(review.host()), ahead.values().stream().map(Forecast::host))
                        .map(host -> new Host(review.partnership(), host))
                        .toList());
        Set<UUID> inQuestion = record.openOn(
                        ahead.values().stream().map(Forecast::review).collect(Collectors.toSet()))
                .keySet();
        return ahead.values().stream()
                .filter(other -> !inQuestion.contains(other.review()))
                .filter(other -> inCharge.get(new Host(review.partnership(), other.host()))
                        .equals(inCharge.get(new Host(review.partnership(), review.host()))))
                .toList();
    }

    private Map<UUID, Team> teams(Collection<UUID> reviews) {
        return seats.teams(reviews).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        team -> new Team(
                                team.getValue().inUse(), team.getValue().lasting())));
    }

    /** People and schools, without the days of hosts. */
    private PlanningProblem problem(RunningReview review, SchoolYear year) {
        Set<String> members = schools.of(review.partnership()).stream()
                .map(member -> member.school().id())
                .collect(Collectors.toSet());
        return problems.of(new YearToPlan(review.partnership(), year, year.firstDay(), members, Pins.NONE, Map.of()));
    }

    /**
     * The other reviews of the year that are still to be visited, with what they ask of people and the seats for which nobody is there:
     * what fits best is found for all of those together.
     */
    private static List<Replanning.Running> others(Situation situation, Map<UUID, Team> teams, SchoolYear year) {
        if (situation.change().seat().isEmpty()) {
            return List.of();
        }
        return situation.ahead().stream()
                .filter(other -> situation.isMember(other.host()))
                .filter(other -> year.holds(other.allVisitDays().first()))
                .map(other ->
                        new Replanning.Running(other, teams.get(other.review()), vacant(teams.get(other.review()))))
                .toList();
    }

    private static Set<UUID> vacant(Team team) {
        return team.seats().stream()
                .filter(seat -> seat.duty() != Duty.ASSOCIATE)
                .map(Seat::id)
                .filter(seat -> team.on(seat).isEmpty())
                .collect(Collectors.toSet());
    }

    private static List<Option> aboutTheMeeting(Situation situation, Draw draw) {
        return situation.change().meeting() == AppointmentKind.VISIT
                        || situation.review().hasNoDate()
                ? List.of()
                : draw.meetings();
    }

    private List<Option> aboutTheVisit(Situation situation, Draw draw, SchoolYear year) {
        if (situation.review().visited() || situation.change().meeting() != AppointmentKind.VISIT) {
            return List.of();
        }
        List<Option> days = draw.days(possible(situation, year));
        // Late in the year, the next one has days too.
        return days.size() >= Draw.ENOUGH_DAYS
                ? days
                : draw.days(Stream.of(year, year.plus(1))
                        .flatMap(one -> possible(situation, one).stream())
                        .toList());
    }

    private static final Set<PossibleVisit.Kind> AGAINST =
            EnumSet.of(PossibleVisit.Kind.CLOSED, PossibleVisit.Kind.BLACKOUT, PossibleVisit.Kind.PAST);

    private List<PossibleVisit> possible(Situation situation, SchoolYear year) {
        RunningReview review = situation.review();
        return shapes
                .visits(new ShapeOfReviews.Asked(
                        review.partnership(),
                        review.host(),
                        calendars.of(review.host()),
                        year,
                        situation.forecast().visitDays(),
                        year.firstDay(),
                        situation.today(),
                        calendars.blackoutsOf(review.partnership())))
                .stream()
                .filter(visit -> visit.hindrances().stream()
                        .map(PossibleVisit.Hindrance::kind)
                        .noneMatch(AGAINST::contains))
                .toList();
    }

    static Set<LocalDate> all(Map<AppointmentKind, Set<LocalDate>> days) {
        Set<LocalDate> all = new HashSet<>();
        days.values().forEach(all::addAll);
        return all;
    }
}
