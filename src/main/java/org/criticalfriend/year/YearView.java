package org.criticalfriend.year;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DutyWords;
import org.criticalfriend.planning.Alternative;
import org.criticalfriend.planning.Breach;
import org.criticalfriend.planning.LoadRow;
import org.criticalfriend.planning.PersonToPlan;
import org.criticalfriend.planning.Rule;
import org.criticalfriend.planning.SeatToFill;
import org.criticalfriend.planning.Standing;
import org.criticalfriend.year.PlanOfYear.DayOfPlan;
import org.criticalfriend.year.PlanOfYear.HostOfPlan;
import org.criticalfriend.year.PlanOfYear.SeatOfPlan;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts a year on its pages, in words. */
@Component
class YearView {

    private static final int MOST_ROWS = 500;

    private final PlannedYears years;

    YearView(PlannedYears years) {
        this.years = years;
    }

    /** A year in the list of years. */
    record Line(int start, String name, String state) {}

    /** A review of the plan. */
    record ReviewLine(
            String host,
            String school,
            String review,
            String visit,
            boolean pinned,
            List<DayLine> days,
            List<SeatLine> seats,
            List<String> broken) {}

    /** An appointment of a review. */
    record DayLine(AppointmentKind kind, String name, LocalDate date, String words, boolean pinned) {}

    /** A seat of a review. */
    record SeatLine(String host, String duty, String dutyWords, int number, String person, boolean pinned) {}

    /** Somebody, or a school. */
    record Named(String id, String name) {}

    /** Somebody is away. */
    record AwayLine(UUID id, String words) {}

    /** What a plan asks of somebody. */
    record LoadLine(String name, String days, int duties, int standIns, String coverDays, String cost) {}

    /** What a head said. */
    record ReleaseLine(String school, String note) {}

    /** Everything about a plan. */
    void addPlan(PlanningDay.Seen seen, Model model) {
        Map<String, String> schools = YearWords.schools(seen.problem());
        Map<String, String> people = YearWords.people(seen.problem());
        model.addAttribute("year", seen.year().year().start());
        model.addAttribute("yearName", seen.year().year().toString());
        model.addAttribute("state", YearWords.of(seen.year().state()));
        model.addAttribute("planned", seen.year().isPlanned());
        model.addAttribute("version", seen.year().version());
        model.addAttribute("publishOn", SchoolTime.words(seen.year().publishOn()));
        model.addAttribute("working", seen.isUnderWay());
        model.addAttribute("progress", seen.search().map(YearView::progress).orElse(""));
        model.addAttribute("searchFault", seen.search().flatMap(Search::fault).orElse(""));
        model.addAttribute("reviews", reviews(seen, schools, people));
        model.addAttribute(
                "withoutDay",
                seen.plan().proposal().withoutDay().stream()
                        .map(host -> new Named(host, schools.getOrDefault(host, host)))
                        .toList());
        model.addAttribute(
                "leftOut",
                seen.plan().hosts().stream()
                        .filter(HostOfPlan::leftOut)
                        .map(host -> new Named(host.host(), schools.getOrDefault(host.host(), host.host())))
                        .toList());
        model.addAttribute("against", seen.explanation().isPresent() ? PlanningDay.against(seen) : List.of());
        model.addAttribute(
                "missing", seen.explanation().map(one -> one.missing()).orElse(List.of()));
        model.addAttribute(
                "wishes",
                seen.explanation()
                        .map(one -> one.broken().stream()
                                .filter(breach -> breach.rule().level() == Rule.Level.WISH)
                                .map(Breach::words)
                                .toList())
                        .orElse(List.of()));
        model.addAttribute(
                "quality",
                seen.explanation()
                        .map(one -> quality(one.standing(), one.atLeast()))
                        .orElse(""));
        model.addAttribute("peopleLoad", loads(seen.explanation().map(one -> one.people())));
        model.addAttribute("schoolLoad", loads(seen.explanation().map(one -> one.schools())));
        model.addAttribute(
                "costsKnown",
                seen.explanation()
                        .filter(one -> Stream.concat(one.people().stream(), one.schools().stream())
                                .anyMatch(row -> row.cost().isPresent()))
                        .isPresent());
        model.addAttribute(
                "everybody",
                seen.problem().people().stream()
                        .sorted(Comparator.comparing(PersonToPlan::name))
                        .map(person -> new Named(person.id(), person.name()))
                        .toList());
        model.addAttribute(
                "away",
                seen.plan().away().stream()
                        .map(one -> new AwayLine(
                                one.id(),
                                "%s: %s to %s"
                                        .formatted(
                                                people.getOrDefault(one.person(), one.person()),
                                                SchoolTime.shortWords(one.first()),
                                                SchoolTime.shortWords(one.last()))))
                        .toList());
        model.addAttribute(
                "releases",
                years.releases(seen.year()).stream()
                        .map(one -> new ReleaseLine(
                                schools.getOrDefault(one.school(), one.school()),
                                one.note().orElse("")))
                        .toList());
    }

    private static List<ReviewLine> reviews(
            PlanningDay.Seen seen, Map<String, String> schools, Map<String, String> people) {
        return seen.plan().visited().stream()
                .flatMap(host -> seen.plan().day(host, AppointmentKind.VISIT).stream())
                .sorted(Comparator.comparing(DayOfPlan::first).thenComparing(DayOfPlan::host))
                .map(visit -> review(seen, visit, schools, people))
                .toList();
    }

    private static ReviewLine review(
            PlanningDay.Seen seen, DayOfPlan visit, Map<String, String> schools, Map<String, String> people) {
        String host = visit.host();
        List<DayLine> days = Stream.of(AppointmentKind.values())
                .flatMap(kind -> seen.plan().day(host, kind).stream())
                .map(day -> new DayLine(
                        day.appointment(), YearWords.of(day.appointment()), day.first(), words(day), day.pinned()))
                .toList();
        return new ReviewLine(
                host,
                schools.getOrDefault(host, host),
                seen.plan().host(host).flatMap(HostOfPlan::review).orElse(""),
                words(visit),
                days.stream().allMatch(DayLine::pinned),
                days,
                seen.plan().seats().stream()
                        .filter(seat -> seat.seat().host().equals(host))
                        .sorted(Comparator.comparing(
                                        (SeatOfPlan seat) -> seat.seat().duty())
                                .thenComparing(seat -> seat.seat().number()))
                        .map(seat -> new SeatLine(
                                host,
                                seat.seat().duty().name(),
                                DutyWords.of(seat.seat().duty()),
                                seat.seat().number(),
                                seat.person()
                                        .map(one -> people.getOrDefault(one, one))
                                        .orElse("nobody yet"),
                                seat.pinned()))
                        .toList(),
                seen.explanation()
                        .map(one -> one.brokenAt(host).stream()
                                .map(Breach::words)
                                .distinct()
                                .toList())
                        .orElse(List.of()));
    }

    private static String words(DayOfPlan day) {
        return day.first().equals(day.last())
                ? SchoolTime.shortWords(day.first())
                : SchoolTime.shortWords(day.first()) + " to " + SchoolTime.shortWords(day.last());
    }

    private static List<LoadLine> loads(Optional<List<LoadRow>> rows) {
        return rows.orElse(List.of()).stream()
                .sorted(Comparator.comparing(LoadRow::days).reversed().thenComparing(LoadRow::name))
                .limit(MOST_ROWS)
                .map(row -> new LoadLine(
                        row.name(),
                        row.days().stripTrailingZeros().toPlainString(),
                        row.duties(),
                        row.standIns(),
                        row.coverDays().stripTrailingZeros().toPlainString(),
                        row.cost().map(cost -> "£" + cost.toPlainString()).orElse("")))
                .toList();
    }

    /** How a search goes, for people. */
    static String progress(Search search) {
        return switch (search.state()) {
            case WAITING -> "The planner is about to begin.";
            case RUNNING ->
                search.best()
                        .map(best -> "The planner is at work. "
                                + quality(best, search.atLeast().orElse(0L)))
                        .orElse("The planner is at work and has no plan yet.");
            case DONE -> "The planner is done.";
            case FAILED -> search.fault().orElse("");
        };
    }

    private static String quality(Standing best, long atLeast) {
        if (best.broken() > 0) {
            return "The best plan so far breaks rules that must hold.";
        }
        if (best.missing() > 0) {
            return "The best plan so far breaks no rule that must hold, but places are empty.";
        }
        long better = inHundred(best.points() - atLeast, best.points());
        return "The best plan so far breaks no rule that must hold, and every place is filled. %s"
                .formatted(
                        better == 0
                                ? "No plan could be better."
                                : "No plan could be more than %d %% better.".formatted(better));
    }

    /** How many hundredths some points are of others, rounded up. */
    private static long inHundred(long some, long of) {
        return some <= 0 || of <= 0 ? 0 : (some * 100 + of - 1) / of;
    }

    /** Who could sit on a seat. */
    void addSeat(PlanningDay.Seen seen, SeatToFill seat, List<Alternative> alternatives, Model model) {
        model.addAttribute("year", seen.year().year().start());
        model.addAttribute("yearName", seen.year().year().toString());
        model.addAttribute("version", seen.year().version());
        model.addAttribute("planned", seen.year().isPlanned() && !seen.isUnderWay());
        model.addAttribute("host", seat.host());
        model.addAttribute("school", YearWords.schools(seen.problem()).getOrDefault(seat.host(), seat.host()));
        model.addAttribute("duty", seat.duty().name());
        model.addAttribute("dutyWords", DutyWords.of(seat.duty()));
        model.addAttribute("number", seat.number());
        model.addAttribute(
                "visit",
                seen.plan()
                        .day(seat.host(), AppointmentKind.VISIT)
                        .map(YearView::words)
                        .orElse(""));
        long standing = seen.explanation().map(one -> one.standing().points()).orElse(0L);
        model.addAttribute(
                "alternatives",
                alternatives.stream()
                        .map(one -> new AlternativeLine(
                                one.person(),
                                one.name(),
                                one.sitsThere(),
                                price(one, standing),
                                firstSentence(one),
                                one.breaches().stream()
                                        .map(Breach::words)
                                        .distinct()
                                        .toList()))
                        .toList());
    }

    /** What they would break is listed by itself. */
    private static String firstSentence(Alternative one) {
        return one.breaches().isEmpty()
                ? one.words()
                : one.words()
                        .substring(0, one.words().indexOf(one.breaches().get(0).words()) - 1);
    }

    /** Somebody who could sit on a seat. */
    record AlternativeLine(
            String person, String name, boolean sitsThere, String price, String words, List<String> breaks) {}

    /** @param whole what the plan costs as it is, in points */
    private static String price(Alternative one, long whole) {
        Standing price = one.price();
        if (one.sitsThere()) {
            return "in the plan";
        }
        if (price.broken() > 0) {
            return "breaks a rule that must hold";
        }
        if (price.missing() < 0) {
            return "fills an empty place";
        }
        return price.points() > 0
                ? "the year gets %d %% worse".formatted(inHundred(price.points(), whole))
                : price.points() < 0
                        ? "the year gets %d %% better".formatted(inHundred(-price.points(), whole))
                        : "no better and no worse";
    }
}
