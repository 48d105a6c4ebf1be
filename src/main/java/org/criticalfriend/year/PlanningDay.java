package org.criticalfriend.year;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.criticalfriend.access.Audit;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DutyWords;
import org.criticalfriend.engine.EngineItself;
import org.criticalfriend.partnership.ChangedMeanwhile;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.EntryRefused;
import org.criticalfriend.partnership.MembershipStatus;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.Schools;
import org.criticalfriend.planning.Alternative;
import org.criticalfriend.planning.Breach;
import org.criticalfriend.planning.Explanation;
import org.criticalfriend.planning.HostToPlan;
import org.criticalfriend.planning.Planner;
import org.criticalfriend.planning.PlanningProblem;
import org.criticalfriend.planning.PlanningProblems;
import org.criticalfriend.planning.PossibleVisit;
import org.criticalfriend.planning.Rule;
import org.criticalfriend.planning.SeatToFill;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.year.PartnershipYear.State;
import org.criticalfriend.year.PlanOfYear.AwayInYear;
import org.criticalfriend.year.PlanOfYear.DayOfPlan;
import org.criticalfriend.year.PlanOfYear.SeatOfPlan;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/**
 * What people do on the planning day (P10, P38): have a year proposed, change days and people, settle them, say who is away, have it
 * proposed again, agree. For the lead of the partnership, the deputy and administrators; for anybody else there is nothing here (404).
 */
@Service
class PlanningDay {

    /** Id of the process. */
    static final String PROCESS = "partnership-year";

    private static final int MOST_YEARS_AHEAD = 2;

    private final PlannedYears years;
    private final Register register;
    private final Schools schools;
    private final RunningReviews running;
    private final PlanningProblems problems;
    private final Planner planner;
    private final EngineItself itself;
    private final RuntimeService engine;
    private final Audit audit;
    private final Clock clock;

    PlanningDay(
            PlannedYears years,
            Register register,
            Schools schools,
            @Lazy RunningReviews running,
            PlanningProblems problems,
            Planner planner,
            EngineItself itself,
            @Lazy RuntimeService engine,
            Audit audit,
            Clock clock) {
        this.years = years;
        this.register = register;
        this.schools = schools;
        this.running = running;
        this.problems = problems;
        this.planner = planner;
        this.itself = itself;
        this.engine = engine;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A year as it stands, and what is to be said of it.
     *
     * @param explanation the plan in words; empty as long as there is none
     * @param withoutHead ids of the schools in the plan that have no head in the register
     */
    record Seen(
            PartnershipYear year,
            PlanOfYear plan,
            Optional<Search> search,
            PlanningProblem problem,
            Optional<Explanation> explanation,
            Set<String> withoutHead) {

        boolean isUnderWay() {
            return search.filter(Search::isUnderWay).isPresent();
        }
    }

    /** @throws ResponseStatusException 404 unless they may; whether there is such a partnership is not told */
    void demandInCharge(String partnership, String person) {
        if (!register.partnershipsLedBy(person).contains(partnership)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** The years of a partnership, the latest first. */
    List<PartnershipYear> years(String partnership, String person) {
        demandInCharge(partnership, person);
        return years.of(partnership);
    }

    /** The school years of which a planning day may be started: none that is planned, and none in which every school has its review. */
    List<SchoolYear> toStart(String partnership) {
        SchoolYear now = SchoolYear.of(SchoolTime.today(clock));
        List<PartnershipYear> known = years.of(partnership);
        Set<String> inCycle = schools.of(partnership).stream()
                .filter(member -> member.membership().status() == MembershipStatus.IN_CYCLE)
                .map(member -> member.school().id())
                .collect(Collectors.toSet());
        return Stream.iterate(now, year -> year.plus(1))
                .limit(MOST_YEARS_AHEAD)
                .filter(year ->
                        known.stream().noneMatch(one -> one.year().equals(year) && one.state() != State.DROPPED))
                .filter(year -> !running.hostsIn(partnership, year).containsAll(inCycle))
                .toList();
    }

    /**
     * Starts a year: its process, which has it proposed. One that was dropped is started anew. A school that has a review in this year
     * already is left out.
     *
     * @param publishOn when it is to be published; visits keep their distance from it
     * @throws EntryRefused if it cannot be started, in words
     */
    @Transactional
    public PartnershipYear start(String partnership, SchoolYear year, LocalDate publishOn, String person) {
        demandInCharge(partnership, person);
        LocalDate today = SchoolTime.today(clock);
        if (!toStart(partnership).contains(year)) {
            throw new EntryRefused(
                    "This year cannot be planned, or is planned already. Please choose one of the list.");
        }
        if (publishOn.isBefore(today) || publishOn.isAfter(year.lastDay())) {
            throw new EntryRefused("Published on: please choose a day from today to the end of the school year.");
        }
        String reference = PartnershipYear.reference(partnership, year);
        years.add(PartnershipYear.planned(partnership, year, publishOn), person, clock.instant());
        PartnershipYear entered = years.find(reference).orElseThrow();
        if (entered.state() == State.DROPPED) {
            years.move(entered, State.DROPPED, State.PLANNING);
            years.planAgain(entered, publishOn);
        }
        years.leaveOut(entered, running.hostsIn(partnership, year));
        itself.does(() -> engine.startProcessInstanceByKey(PROCESS, reference));
        audit.changedOnPage(person, "PlanOfYear", reference);
        return years.find(reference).orElseThrow();
    }

    /** Everything about a year. */
    @Transactional(readOnly = true)
    public Seen seen(String partnership, SchoolYear year, String person) {
        return seen(year(partnership, year, person));
    }

    private PartnershipYear year(String partnership, SchoolYear year, String person) {
        demandInCharge(partnership, person);
        return years.find(PartnershipYear.reference(partnership, year))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Seen seen(PartnershipYear year) {
        PlanOfYear plan = years.plan(year);
        PlanningProblem problem = problems.of(plan.asked(year));
        return new Seen(
                year,
                plan,
                search(year),
                problem,
                plan.hosts().isEmpty() || !year.isPlanned()
                        ? Optional.empty()
                        : Optional.of(planner.explain(problem, plan.proposal())),
                register.leadershipOf(plan.visited()).entrySet().stream()
                        .filter(school -> school.getValue().heads().isEmpty())
                        .map(Map.Entry::getKey)
                        .collect(toSet()));
    }

    /** How a search goes. One statement besides the right. */
    Optional<Search> progress(String partnership, SchoolYear year, String person) {
        return search(year(partnership, year, person));
    }

    private Optional<Search> search(PartnershipYear year) {
        return years.search(year).or(() -> Optional.of(Search.ABOUT_TO_BEGIN).filter(none -> year.isPlanned()));
    }

    /** Who could sit on a seat of the plan, by price, whoever sits there now among them. */
    @Transactional(readOnly = true)
    public List<Alternative> alternatives(Seen seen, SeatToFill seat) {
        seen.plan().seat(seat).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return planner.alternatives(seen.problem(), seen.plan().proposal(), seat);
    }

    /** A piece of work on a plan. */
    @FunctionalInterface
    private interface Work {
        void on(PartnershipYear year, PlanOfYear plan);
    }

    /**
     * @param seen the version of the plan that the person saw
     * @throws ChangedMeanwhile if it is another by now
     * @throws EntryRefused while the planner works, or once the year is agreed
     */
    private void change(String partnership, SchoolYear which, int seen, String person, Work work) {
        PartnershipYear year = year(partnership, which, person);
        if (!year.isPlanned()) {
            throw new EntryRefused(
                    "The year is agreed. From now on dates and people move only by a change that is decided.");
        }
        years.changed(year, seen);
        if (search(year).filter(Search::isUnderWay).isPresent()) {
            throw new EntryRefused(
                    "The planner is at work. Wait until it is done, or stop it and keep the best plan so far; then make your change.");
        }
        work.on(year, years.plan(year));
        audit.changedOnPage(person, "PlanOfYear", year.reference());
    }

    /** Asks for a proposal around what is settled. */
    @Transactional
    public void propose(String partnership, SchoolYear year, int seen, String person) {
        change(partnership, year, seen, person, (held, plan) -> years.ask(held, clock.instant()));
    }

    /** Ends the search; the plan is the best so far. */
    @Transactional
    public void stop(String partnership, SchoolYear year, String person) {
        years.stop(year(partnership, year, person));
    }

    /**
     * Puts the visit of a school on another day; its other meetings get their usual days, unless they are settled. The day is settled.
     *
     * @throws EntryRefused if the school cannot be visited then, in words
     */
    @Transactional
    public void moveVisit(String partnership, SchoolYear year, int seen, String host, LocalDate day, String person) {
        change(partnership, year, seen, person, (held, plan) -> {
            PossibleVisit visit = possible(held, plan, host, day);
            years.replaceDays(held, host, days(plan, host, visit));
        });
    }

    private PossibleVisit possible(PartnershipYear year, PlanOfYear plan, String host, LocalDate day) {
        PossibleVisit visit = hostOf(problems.of(plan.asked(year)), host).visits().stream()
                .filter(one -> one.first().equals(day))
                .findFirst()
                .orElseThrow(() -> new EntryRefused(
                        "Visit: please choose a weekday of the school year %s whose term dates are entered."
                                .formatted(year.year())));
        if (!visit.isAllowed()) {
            throw new EntryRefused("Visit: it cannot be on %s: %s."
                    .formatted(
                            SchoolTime.words(day),
                            visit.hindrances().stream()
                                    .map(PossibleVisit.Hindrance::words)
                                    .reduce((one, more) -> one + "; " + more)
                                    .orElseThrow()));
        }
        return visit;
    }

    private static HostToPlan hostOf(PlanningProblem problem, String host) {
        return problem.hosts().stream()
                .filter(one -> one.school().equals(host))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static List<DayOfPlan> days(PlanOfYear plan, String host, PossibleVisit visit) {
        List<DayOfPlan> days = new ArrayList<>();
        for (AppointmentKind kind : AppointmentKind.values()) {
            if (kind == AppointmentKind.VISIT) {
                days.add(new DayOfPlan(host, kind, visit.first(), visit.last(), true));
            } else {
                plan.day(host, kind)
                        .filter(DayOfPlan::pinned)
                        .or(() -> visit.usual(kind).map(usual -> new DayOfPlan(host, kind, usual, usual, false)))
                        .ifPresent(days::add);
            }
        }
        return days;
    }

    /**
     * Puts another meeting of a school on another day, and settles it.
     *
     * @throws EntryRefused if it cannot be then, in words
     */
    @Transactional
    public void moveMeeting(
            String partnership,
            SchoolYear year,
            int seen,
            String host,
            AppointmentKind meeting,
            LocalDate day,
            String person) {
        change(partnership, year, seen, person, (held, plan) -> {
            DayOfPlan visit = plan.day(host, AppointmentKind.VISIT)
                    .orElseThrow(() -> new EntryRefused("Please give the visit a day first."));
            List<LocalDate> possible =
                    possible(held, plan, host, visit.first()).meetings().getOrDefault(meeting, List.of());
            if (!possible.contains(day)) {
                throw new EntryRefused("%s: with the visit on %s it can be on %s."
                        .formatted(
                                YearWords.of(meeting),
                                SchoolTime.words(visit.first()),
                                possible.stream()
                                        .sorted()
                                        .map(SchoolTime::shortWords)
                                        .reduce((one, more) -> one + ", " + more)
                                        .orElse("no day")));
            }
            List<DayOfPlan> days = new ArrayList<>(plan.days().stream()
                    .filter(one -> one.host().equals(host) && one.appointment() != meeting)
                    .toList());
            days.add(new DayOfPlan(host, meeting, day, day, true));
            years.replaceDays(held, host, days);
        });
    }

    /** Settles all days of a school as they stand, or none. */
    @Transactional
    public void pinDays(String partnership, SchoolYear year, int seen, String host, boolean pinned, String person) {
        change(
                partnership,
                year,
                seen,
                person,
                (held, plan) -> years.replaceDays(
                        held,
                        host,
                        plan.days().stream()
                                .filter(day -> day.host().equals(host))
                                .map(day -> new DayOfPlan(host, day.appointment(), day.first(), day.last(), pinned))
                                .toList()));
    }

    /**
     * Puts somebody on a seat, or nobody, and settles it.
     *
     * @param wanted id of the person; empty: nobody
     * @throws EntryRefused if they may not sit there, in words
     */
    @Transactional
    public void seat(
            String partnership, SchoolYear year, int seen, SeatToFill seat, Optional<String> wanted, String person) {
        change(partnership, year, seen, person, (held, plan) -> {
            plan.seat(seat).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            wanted.ifPresent(one -> {
                boolean could = planner.alternatives(problems.of(plan.asked(held)), plan.proposal(), seat).stream()
                        .anyMatch(alternative -> alternative.person().equals(one));
                if (!could) {
                    throw new EntryRefused("%s: this person cannot. Please choose somebody from the list."
                            .formatted(DutyWords.of(seat.duty())));
                }
            });
            years.write(held, new SeatOfPlan(seat, wanted, true));
        });
    }

    /** Settles a seat as it stands, or leaves it to the planner again. */
    @Transactional
    public void pinSeat(String partnership, SchoolYear year, int seen, SeatToFill seat, boolean pinned, String person) {
        change(
                partnership,
                year,
                seen,
                person,
                (held, plan) -> years.write(
                        held,
                        new SeatOfPlan(
                                seat,
                                plan.seat(seat)
                                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                                        .person(),
                                pinned)));
    }

    /** Leaves a school out this year, or takes it in again. */
    @Transactional
    public void leaveOut(String partnership, SchoolYear year, int seen, String host, boolean out, String person) {
        change(partnership, year, seen, person, (held, plan) -> {
            plan.host(host).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            if (!out && running.hostsIn(partnership, year).contains(host)) {
                throw new EntryRefused("This school has its review in %s already.".formatted(year));
            }
            years.leaveOut(held, host, out);
        });
    }

    /**
     * Somebody is away, besides what the register knows.
     *
     * @throws EntryRefused if the days are not in order
     */
    @Transactional
    public void away(
            String partnership, SchoolYear year, int seen, String who, LocalDate first, LocalDate last, String person) {
        change(partnership, year, seen, person, (held, plan) -> {
            if (last.isBefore(first)) {
                throw new EntryRefused("Away: the last day is before the first.");
            }
            if (first.isBefore(year.firstDay()) || last.isAfter(year.plus(1).lastDay())) {
                throw new EntryRefused("Away: please choose days of the school year %s.".formatted(year));
            }
            if (problems.of(plan.asked(held)).people().stream()
                    .noneMatch(one -> one.id().equals(who))) {
                throw new EntryRefused("Away: please choose somebody from the list.");
            }
            years.addAway(held, new AwayInYear(UUID.randomUUID(), who, first, last), person);
        });
    }

    /** They are there after all. */
    @Transactional
    public void notAway(String partnership, SchoolYear year, int seen, UUID away, String person) {
        change(partnership, year, seen, person, (held, plan) -> years.removeAway(held, away));
    }

    /**
     * What stands against agreeing a plan, in words: what breaks a rule that must hold, schools without a day or a head, and places
     * without which no review can be. An empty place of a stand-in does not.
     */
    static List<String> against(Seen seen) {
        List<String> against = new ArrayList<>();
        if (seen.isUnderWay()) {
            against.add("The planner is at work.");
        }
        if (seen.plan().visited().isEmpty()) {
            against.add("There is no plan yet.");
        }
        seen.explanation().ifPresent(explanation -> explanation.broken().stream()
                .filter(breach -> breach.rule().level() == Rule.Level.MUST)
                .map(Breach::words)
                .forEach(against::add));
        Map<String, String> names = YearWords.schools(seen.problem());
        seen.plan().visited().forEach(host -> {
            if (seen.withoutHead().contains(host)) {
                against.add("%s: nobody is head in the register. Enter who is, also if only for the time being."
                        .formatted(names.get(host)));
            }
            if (seen.plan().day(host, AppointmentKind.VISIT).isEmpty()) {
                against.add("%s: the visit has no day. Leave the school out this year, or find one."
                        .formatted(names.get(host)));
            } else {
                Map<Duty, List<String>> team = seen.plan().teamAt(host);
                Stream.of(Duty.LEAD_REVIEWER, Duty.IMPROVEMENT_CHAMPION)
                        .filter(duty -> !team.containsKey(duty))
                        .forEach(duty ->
                                against.add("%s: there is no %s yet.".formatted(names.get(host), DutyWords.of(duty))));
            }
        });
        return against.stream().distinct().toList();
    }

    /** Schools whose team is smaller than usual, by name; agreeing such a plan needs a reason (G17). */
    static List<String> smallTeams(Seen seen) {
        Map<String, String> names = YearWords.schools(seen.problem());
        return seen.plan().seats().stream()
                .filter(seat -> seat.seat().duty() == Duty.PEER_REVIEWER
                        && seat.person().isEmpty())
                .map(seat -> names.get(seat.seat().host()))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** The year behind a task of its process. */
    Seen ofProcess(String reference) {
        return seen(years.find(reference).orElseThrow(() -> new IllegalStateException("No year " + reference)));
    }

    /**
     * The plan stands.
     *
     * @param reason why some teams are smaller than usual
     * @throws EntryRefused if something stands against it, in words
     */
    @Transactional
    public void agree(String reference, Optional<String> reason, String person) {
        Seen seen = ofProcess(reference);
        List<String> against = against(seen);
        if (!against.isEmpty()) {
            throw new EntryRefused(String.join(" ", against));
        }
        List<String> small = smallTeams(seen);
        if (!small.isEmpty() && reason.isEmpty()) {
            throw new EntryRefused(
                    "Reason for smaller teams: please say why, for %s.".formatted(String.join(", ", small)));
        }
        if (!years.move(seen.year(), State.PLANNING, State.AGREED)) {
            throw new ChangedMeanwhile("plan", reference);
        }
        years.agreed(seen.year(), person, reason, clock.instant());
        audit.changedOnPage(person, "PlanOfYear", reference);
    }

    /** The year is not to be. */
    @Transactional
    public void drop(String reference, String person) {
        PartnershipYear year = years.find(reference).orElseThrow();
        years.stop(year);
        years.move(year, State.PLANNING, State.DROPPED);
        audit.changedOnPage(person, "PlanOfYear", reference);
    }
}
