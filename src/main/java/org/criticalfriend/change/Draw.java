package org.criticalfriend.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DutyWords;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.StandIns;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.planning.Alternative;
import org.criticalfriend.planning.PossibleVisit;
import org.criticalfriend.review.Forecast;
import org.criticalfriend.review.Forecast.Days;

/** Draws the ways out of one change, each with its effects. Pure: everything was read before. */
final class Draw {

    /** So many new days that suit everybody are shown. */
    static final int ENOUGH_DAYS = 5;

    private static final int DAYS_FOR_MOST = 3;
    private static final int SWAPS = 3;
    private static final int PEOPLE = 5;
    private static final int MEETING_DAYS = 6;

    /** So far from its day a meeting is moved at most, in school days of the host. */
    private static final int MEETING_MOVES = 40;

    static final String NOTHING_MORE = "No change.";
    private static final String DATES_STAY = "No date changes.";

    /** Short, for two of them in a row of a table; the year stands in its title. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);

    private final Situation now;
    private final Days asItIs;

    Draw(Situation situation) {
        this.now = situation;
        this.asItIs = situation.forecast().now();
    }

    private boolean kindIs(ChangeKind first, ChangeKind... more) {
        return EnumSet.of(first, more).contains(now.change().kind());
    }

    /** The review waits and can go on with the day it had; after its visit, whoever is on the team. */
    List<Option> again() {
        boolean visited = now.review().visited();
        return now.forecast().again().stream()
                .map(days -> new Again(days, cannotCome(days)))
                .filter(again -> visited || again.cannot().isEmpty())
                .map(again -> option(
                        Way.AGAIN,
                        "",
                        visited
                                ? "Go on with the meetings that are to come"
                                : "Go on with the day it had, %s"
                                        .formatted(SchoolTime.words(now.review().visitFirst())),
                        moves(now.forecast(), asItIs, again.days()),
                        again.cannot().isEmpty()
                                ? List.of("Everybody on the team is still free.")
                                : who(again.cannot()),
                        again.cannot().keySet(),
                        again.days()))
                .toList();
    }

    private record Again(Days days, Map<String, String> cannot) {}

    /** Another day for the visit: first those on which everybody can come, the nearest first. */
    List<Option> days(List<PossibleVisit> possible) {
        LocalDate wished = now.change().wishedDay().orElse(now.review().visitFirst());
        List<Moved> all = possible.stream()
                .map(PossibleVisit::first)
                .distinct()
                .filter(day -> day.isAfter(now.today()) && !isBroughtForward(day, wished))
                .filter(day ->
                        !day.equals(now.review().visitFirst()) || now.review().hasNoDate() && again().isEmpty())
                .flatMap(day -> moved(day).stream())
                .sorted(Comparator.comparing((Moved moved) -> moved.cannot().size())
                        .thenComparing(
                                moved -> Math.abs(moved.day().toEpochDay() - wished.toEpochDay()) + drawbacks(moved))
                        .thenComparing(Moved::day))
                .toList();
        return Stream.concat(
                        all.stream().filter(moved -> moved.cannot().isEmpty()).limit(ENOUGH_DAYS),
                        all.stream().filter(moved -> !moved.cannot().isEmpty()).limit(DAYS_FOR_MOST))
                .map(moved -> option(
                        Way.DAY,
                        moved.day().toString(),
                        "New day: %s".formatted(SchoolTime.words(moved.day())),
                        moves(now.forecast(), asItIs, moved.days()),
                        who(moved.cannot()),
                        moved.cannot().keySet(),
                        moved.days()))
                .toList();
    }

    /** A visit that is put off comes later, unless an earlier day is wished; so it does where Ofsted is expected on the next days. */
    private boolean isBroughtForward(LocalDate day, LocalDate wished) {
        LocalDate planned = now.review().visitFirst();
        return kindIs(ChangeKind.OFSTED, ChangeKind.POSTPONE)
                && day.isBefore(wished.isBefore(planned) ? wished : planned);
    }

    /** What speaks against a day, in days by which another one may be further away. */
    private long drawbacks(Moved moved) {
        return 7L * moved.days().squeezed().size()
                + (now.problem()
                                .wishes()
                                .preferredVisitDays()
                                .contains(moved.day().getDayOfWeek())
                        ? 0
                        : 2);
    }

    /** A visit on another day, and why who cannot come. */
    private record Moved(LocalDate day, Days days, Map<String, String> cannot) {}

    private Optional<Moved> moved(LocalDate day) {
        return now.forecast()
                .visited(day)
                .map(days -> new Moved(day, days, cannotCome(days)))
                // Whoever is just being asked to come cannot be asked for another day in the same breath.
                .filter(moved -> now.team().members().stream()
                        .noneMatch(member -> !member.fills() && moved.cannot().containsKey(member.person())));
    }

    /** Why people of the team cannot come, by person. */
    private Map<String, String> cannotCome(Days days) {
        return cannotCome(days.toKeepFree());
    }

    /** What else somebody gives stays as it is, and may have troubles of its own, such as a visit on a day that is closed now. */
    private static Map<AppointmentKind, Set<LocalDate>> only(AppointmentKind meeting, Days days) {
        return Map.of(meeting, days.toKeepFree().getOrDefault(meeting, Set.of()));
    }

    private Map<String, String> cannotCome(Map<AppointmentKind, Set<LocalDate>> toKeepFree) {
        Map<String, String> cannot = new TreeMap<>();
        for (String person : now.team().people()) {
            now.whyNot(person, now.team().daysOf(person, toKeepFree), now.ownDays(person))
                    .ifPresent(why -> cannot.put(person, why));
        }
        return cannot;
    }

    private List<String> who(Map<String, String> cannot) {
        if (cannot.isEmpty()) {
            return List.of("Everybody on the team is free.");
        }
        return cannot.entrySet().stream()
                .map(one -> "%s (%s) %s. %s"
                        .formatted(
                                now.name(one.getKey()),
                                duties(one.getKey()),
                                one.getValue(),
                                whoComesInstead(one.getKey())))
                .toList();
    }

    private String whoComesInstead(String person) {
        if (now.team().onlyStandsBy(person)) {
            return "Another stand-in is looked for.";
        }
        return dutiesOf(person).equals(Set.of(Duty.ASSOCIATE))
                ? "Nobody is asked to come instead."
                : "Somebody is asked to come instead, the stand-in first.";
    }

    private Set<Duty> dutiesOf(String person) {
        return now.team().members().stream()
                .filter(member -> member.person().equals(person))
                .map(Team.Member::duty)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Duty.class)));
    }

    private String duties(String person) {
        return dutiesOf(person).stream().map(DutyWords::of).collect(Collectors.joining(", "));
    }

    /** Two reviews exchange their days, if everybody on both can. */
    List<Option> swaps(Collection<Forecast> ahead, Map<UUID, Team> teams) {
        SortedSet<LocalDate> mine = now.forecast().allVisitDays();
        return ahead.stream()
                .filter(other -> mine.first().isAfter(now.today()))
                .filter(other -> now.mayBeVisited(other.host(), mine)
                        && now.mayBeVisited(now.review().host(), other.allVisitDays()))
                .filter(other -> other.visitDays() == now.forecast().visitDays())
                .filter(other -> !other.now()
                        .first()
                        .get(AppointmentKind.VISIT)
                        .equals(now.review().visitFirst()))
                .flatMap(other -> swap(other, teams.get(other.review())).stream())
                .sorted(Comparator.comparingLong((Swap swap) -> Math.abs(
                                swap.mine().first().get(AppointmentKind.VISIT).toEpochDay()
                                        - now.review().visitFirst().toEpochDay()))
                        .thenComparing(swap -> swap.other().reference()))
                .limit(SWAPS)
                .map(this::option)
                .toList();
    }

    private record Swap(Forecast other, Team team, Days mine, Days theirs, Set<String> people) {}

    private Optional<Swap> swap(Forecast other, Team team) {
        Optional<Days> mine = now.forecast().visited(other.now().first().get(AppointmentKind.VISIT));
        Optional<Days> theirs = other.visited(now.review().visitFirst());
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Optional.empty();
        }
        Set<String> people = new TreeSet<>(now.team().people());
        people.addAll(team.people());
        for (String person : people) {
            Set<LocalDate> here = now.team().daysOf(person, mine.get().toKeepFree());
            Set<LocalDate> there = team.daysOf(person, theirs.get().toKeepFree());
            Set<LocalDate> free = new HashSet<>(now.ownDays(person));
            free.addAll(team.daysOf(person, other.now().toKeepFree()));
            Set<LocalDate> both = new HashSet<>(here);
            both.retainAll(there);
            Set<LocalDate> wanted = new HashSet<>(here);
            wanted.addAll(there);
            if (!both.isEmpty() || now.whyNot(person, wanted, free).isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Swap(other, team, mine.get(), theirs.get(), people));
    }

    private Option option(Swap swap) {
        List<String> dates = new ArrayList<>(moves(now.forecast(), asItIs, swap.mine()));
        String school = now.schoolName(swap.other().host());
        moves(swap.other(), swap.other().now(), swap.theirs()).stream()
                .map(move -> "%s: %s".formatted(school, move))
                .forEach(dates::add);
        List<String> squeezed = new ArrayList<>(swap.mine().squeezed());
        swap.theirs().squeezed().stream()
                .map(words -> "%s: %s".formatted(school, words))
                .forEach(squeezed::add);
        return new Option(
                Way.SWAP,
                swap.other().reference(),
                "Exchange days with %s".formatted(school),
                dates,
                List.of("Both teams are free: %d people have new days."
                        .formatted(swap.people().size())),
                now.otherDutiesOfStandIns(Options.all(swap.mine().toKeepFree())),
                squeezed,
                NOTHING_MORE,
                NOTHING_MORE,
                Set.of(),
                madeFrom(swap.people(), swap.other()) + state(swap.team()));
    }

    /** Another day for one meeting on which everybody who attends it can, the nearest first. */
    List<Option> meetings() {
        AppointmentKind meeting = now.change().meeting();
        LocalDate wished = now.change()
                .wishedDay()
                .or(() -> Optional.ofNullable(asItIs.first().get(meeting)))
                .orElse(now.today());
        return Stream.concat(now.change().wishedDay().stream(), now.forecast().around(meeting, MEETING_MOVES).stream())
                .distinct()
                .filter(day -> !day.equals(asItIs.first().get(meeting)))
                .flatMap(day -> now
                        .forecast()
                        .held(meeting, day)
                        .filter(days -> cannotCome(only(meeting, days)).isEmpty())
                        .map(days -> Map.entry(day, days))
                        .stream())
                .sorted(Comparator.comparingLong((Map.Entry<LocalDate, Days> one) ->
                                Math.abs(one.getKey().toEpochDay() - wished.toEpochDay()))
                        .thenComparing(Map.Entry::getKey))
                .limit(MEETING_DAYS)
                .map(one -> option(
                        Way.MEETING,
                        one.getKey().toString(),
                        "%s on %s".formatted(meeting.words(), SchoolTime.words(one.getKey())),
                        moves(now.forecast(), asItIs, one.getValue()),
                        List.of("Everybody who comes is free."),
                        Set.of(),
                        one.getValue()))
                .toList();
    }

    /**
     * Who could take the seat: the deputy lead or the stand-in who holds the date, then whoever the planner finds.
     *
     * @param others the other reviews of the year, so that work stays fair, and nobody is proposed for two seats
     */
    List<Option> people(Replanning planner, List<Replanning.Running> others) {
        return seat().map(seat -> people(seat, planner, others)).orElse(List.of());
    }

    private List<Option> people(Seat seat, Replanning planner, List<Replanning.Running> others) {
        Optional<Option> onTheTeam = seat.duty() == Duty.LEAD_REVIEWER
                ? deputyLeads(seat)
                : standInFor(seat).map(standIn -> promotion(seat, standIn));
        return Stream.concat(onTheTeam.stream(), planned(seat, planner, others)).toList();
    }

    /** An associate goes along to learn: the planner finds nobody in their place. */
    private Stream<Option> planned(Seat seat, Replanning planner, List<Replanning.Running> others) {
        if (seat.duty() == Duty.ASSOCIATE || !now.isMember(now.review().host())) {
            return Stream.empty();
        }
        Replanning.Running asked = new Replanning.Running(now.forecast(), now.team(), Set.of(seat.id()));
        Optional<String> together = Optional.ofNullable(planner.best(
                        now.problem(),
                        Stream.concat(Stream.of(asked), others.stream().filter(one -> !one.blank()
                                        .isEmpty()))
                                .toList())
                .get(seat.id()));
        List<Replanning.Running> all =
                Stream.concat(Stream.of(asked), others.stream()).toList();
        return planner.alternatives(now.problem(), all, seat.id()).stream()
                .filter(one -> !now.team().people().contains(one.person()))
                .filter(one -> !now.saidNo().contains(one.person()))
                .filter(one -> now.isOwnSchoolOpen(one.person(), daysOf(seat)))
                .sorted(Comparator.comparing((Alternative one) ->
                        together.filter(one.person()::equals).isEmpty()))
                .limit(PEOPLE)
                .map(one -> person(seat, one));
    }

    /** The seat that the change is about; empty if the review goes ahead without it by now. */
    private Optional<Seat> seat() {
        return now.change().seat().flatMap(seat -> now.team().seats().stream()
                .filter(one -> one.id().equals(seat))
                .findFirst());
    }

    private Option promotion(Seat seat, Team.Member standIn) {
        String name = now.name(standIn.person());
        Set<LocalDate> days = daysOf(seat);
        return new Option(
                Way.PROMOTE,
                standIn.person(),
                "The stand-in comes: %s".formatted(name),
                List.of(DATES_STAY),
                List.of(
                        gives(seat),
                        "%s, who holds the date as %s, has the seat at once. Another stand-in is looked for."
                                .formatted(name, DutyWords.of(standIn.duty()))),
                now.otherDuties(standIn.person(), days).stream().toList(),
                asItIs.squeezed(),
                "%s gives the days in full instead of standing by.".formatted(name),
                now.cover(standIn.person(), seat.duty(), days.size()),
                Set.of(),
                madeFrom(now.team().people()));
    }

    /** For a lost lead the team has a deputy, and it is the deputy's seat that is free then. */
    private Optional<Option> deputyLeads(Seat seat) {
        return now.team().on(seat.id()).flatMap(lead -> deputy(seat)).map(deputy -> {
            String name = now.name(deputy.person());
            Optional<Team.Member> standIn = standInFor(deputy.seat());
            return new Option(
                    Way.PROMOTE,
                    deputy.person(),
                    "%s of the team leads".formatted(name),
                    List.of(DATES_STAY),
                    List.of(gives(seat), seatOfDeputy(name, standIn)),
                    standIn.flatMap(one -> now.otherDuties(one.person(), daysOf(deputy.seat()))).stream()
                            .toList(),
                    asItIs.squeezed(),
                    standIn.map(one -> "%s gives the days in full instead of standing by, if they say yes."
                                    .formatted(now.name(one.person())))
                            .orElse(NOTHING_MORE),
                    standIn.map(one -> now.cover(
                                    one.person(),
                                    deputy.duty(),
                                    daysOf(deputy.seat()).size()))
                            .orElse(NOTHING_MORE),
                    Set.of(),
                    madeFrom(now.team().people()));
        });
    }

    private String seatOfDeputy(String name, Optional<Team.Member> standIn) {
        if (now.review().visited()) {
            return "The visit is over, so nobody comes in place of %s.".formatted(name);
        }
        return standIn.map(one -> "%s, who holds the date as %s, is asked to come in place of %s."
                        .formatted(now.name(one.person()), DutyWords.of(one.duty()), name))
                .orElseGet(() -> "Somebody is asked to come in place of %s.".formatted(name));
    }

    /** Whom the search for a lost lead would find first on the team, if they can. */
    private Optional<Team.Member> deputy(Seat lead) {
        Set<LocalDate> days = daysOf(lead);
        return now.team().with(Set.of(Duty.PEER_REVIEWER)).stream()
                .sorted(Comparator.comparing((Team.Member peer) ->
                        now.deputyLead().filter(peer.person()::equals).isEmpty()))
                .filter(peer -> now.isTrained(peer.person(), Duty.LEAD_REVIEWER))
                .filter(peer -> !now.hasOtherDuty(peer.person(), days, now.ownDays(peer.person())))
                .findFirst()
                .filter(peer -> now.whyNot(peer.person(), days, now.ownDays(peer.person()))
                        .isEmpty());
    }

    /** The days ahead that whoever sits there gives. */
    private Set<LocalDate> daysOf(Seat seat) {
        return now.ahead(Team.daysOf(seat.duty(), asItIs.toKeepFree()));
    }

    /** The stand-in who holds the date for a seat, if they can come and are not asked for it already. */
    private Optional<Team.Member> standInFor(Seat seat) {
        Set<LocalDate> days = daysOf(seat);
        return now.team().standIns().stream()
                .filter(standIn -> StandIns.standInFor(standIn.duty())
                        .filter(seat.duty()::equals)
                        .isPresent())
                .filter(standIn -> now.team().members().stream()
                        .noneMatch(member ->
                                member.seat().equals(seat) && member.person().equals(standIn.person())))
                .filter(standIn -> now.whyNot(standIn.person(), days, now.ownDays(standIn.person()))
                        .isEmpty())
                .findFirst();
    }

    private String gives(Seat seat) {
        return now.team()
                .on(seat.id())
                .map(member -> "%s is not %s any more.".formatted(now.name(member.person()), DutyWords.of(seat.duty())))
                .orElse("Nobody is %s at present.".formatted(DutyWords.of(seat.duty())));
    }

    private Option person(Seat seat, Alternative one) {
        Set<LocalDate> days = daysOf(seat);
        return new Option(
                Way.PERSON,
                one.person(),
                "%s as %s".formatted(one.name(), DutyWords.of(seat.duty())),
                List.of(DATES_STAY),
                List.of(
                        gives(seat),
                        "Please ring %s first: with your choice the seat is theirs.".formatted(one.name())),
                now.otherDutiesOfStandIns(days),
                asItIs.squeezed(),
                one.words(),
                now.cover(one.person(), seat.duty(), days.size()),
                Set.of(),
                madeFrom(Stream.concat(now.team().people().stream(), Stream.of(one.person()))
                        .collect(Collectors.toCollection(TreeSet::new))));
    }

    /** People meet by a link, on the day there is. */
    List<Option> afar() {
        AppointmentKind meeting = now.change().meeting();
        boolean closed = now.review().hasNoDate() || now.change().kind() == ChangeKind.OFSTED;
        boolean attended = seat().map(Seat::duty).stream().allMatch(meeting::isAttendedBy);
        if (closed
                || !attended
                || !asItIs.first().containsKey(meeting)
                || asItIs.first().get(meeting).isBefore(now.today())
                || !now.forecast().isPupilDay(asItIs.first().get(meeting))) {
            return List.of();
        }
        return List.of(new Option(
                Way.AFAR,
                meeting.name(),
                "Meet from afar: the %s by a link".formatted(meeting.words().toLowerCase(Locale.UK)),
                List.of(DATES_STAY),
                List.of("Nobody travels. Everybody who comes gets the link."),
                List.of(),
                asItIs.squeezed(),
                NOTHING_MORE,
                NOTHING_MORE,
                Set.of(),
                madeFrom(now.team().people())));
    }

    /** The review goes ahead without the seat: never without a lead, and never without a Champion. */
    List<Option> smaller() {
        return seat().map(this::without).orElse(List.of());
    }

    private List<Option> without(Seat seat) {
        boolean last = seat.duty() == Duty.LEAD_REVIEWER
                || seat.duty() == Duty.IMPROVEMENT_CHAMPION
                        && now.team().with(Set.of(seat.duty())).stream()
                                .allMatch(member -> member.seat().equals(seat));
        if (last) {
            return List.of();
        }
        List<String> people = new ArrayList<>(List.of(gives(seat)));
        tooFewSchools(seat).ifPresent(people::add);
        return List.of(new Option(
                Way.SMALLER,
                "",
                "Go ahead without a %s".formatted(DutyWords.of(seat.duty())),
                List.of(DATES_STAY),
                people,
                List.of(),
                asItIs.squeezed(),
                NOTHING_MORE,
                "No cover for this seat.",
                Set.of(),
                madeFrom(now.team().people())));
    }

    /** From how many schools the rest of the team comes (P16). */
    private Optional<String> tooFewSchools(Seat without) {
        long schools = now.team().with(Set.of(Duty.LEAD_REVIEWER, Duty.PEER_REVIEWER)).stream()
                .filter(member -> !member.seat().equals(without))
                .flatMap(member -> now.schoolOf(member.person()).stream())
                .distinct()
                .count();
        int wanted = now.problem().wishes().otherSchoolsAtLeast();
        return schools >= wanted
                ? Optional.empty()
                : Optional.of("The team then comes from %d other %s; the partnership wants %d."
                        .formatted(schools, schools == 1 ? "school" : "schools", wanted));
    }

    /** The last way out, as long as nothing was fed back. */
    List<Option> cancel() {
        if (now.review().visited()
                || kindIs(ChangeKind.MOVE_APPOINTMENT, ChangeKind.GO_VIRTUAL)
                || now.change().meeting() != AppointmentKind.VISIT) {
            return List.of();
        }
        return List.of(new Option(
                Way.CANCEL,
                "",
                "Cancel the review",
                List.of("All its dates are free."),
                List.of("%d people are released and told."
                        .formatted(now.team().people().size())),
                List.of(),
                List.of(),
                NOTHING_MORE,
                "No cover any more.",
                Set.of(),
                madeFrom(now.team().people())));
    }

    /** Nothing changes; a review that has no day needs one. */
    List<Option> keep() {
        return now.review().hasNoDate()
                ? List.of()
                : List.of(new Option(
                        Way.KEEP,
                        "",
                        "Leave everything as it is",
                        List.of(DATES_STAY),
                        List.of("Whoever asked is told that it stays."),
                        List.of(),
                        asItIs.squeezed(),
                        NOTHING_MORE,
                        NOTHING_MORE,
                        Set.of(),
                        ""));
    }

    private Option option(
            Way way,
            String what,
            String title,
            List<String> dates,
            List<String> people,
            Set<String> leaving,
            Days days) {
        return new Option(
                way,
                what,
                title,
                dates,
                people,
                now.otherDutiesOfStandIns(Options.all(days.toKeepFree())),
                days.squeezed(),
                fairness(leaving),
                price(leaving, days),
                new TreeSet<>(leaving),
                madeFrom(now.team().people()));
    }

    /** Those in whose place somebody comes, who then gives the days in full. */
    private Stream<Team.Member> replaced(Set<String> leaving) {
        return now.team().members().stream()
                .filter(Team.Member::fills)
                .filter(member -> leaving.contains(member.person()))
                .filter(member -> member.duty() != Duty.ASSOCIATE && !StandIns.include(member.duty()));
    }

    private String fairness(Set<String> leaving) {
        String words = replaced(leaving)
                .map(member ->
                        "Whoever comes in place of %s gives the days in full.".formatted(now.name(member.person())))
                .distinct()
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? NOTHING_MORE : words;
    }

    private String price(Set<String> leaving, Days days) {
        String words = replaced(leaving)
                .map(member -> "Cover moves to the school of whoever comes in place of %s, %s."
                        .formatted(
                                now.name(member.person()),
                                Situation.days(
                                        BigDecimal.valueOf(now.ahead(Team.daysOf(member.duty(), days.toKeepFree()))
                                                .size()))))
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? NOTHING_MORE : words;
    }

    /** What moves, and whether a follow-up meeting moves across a holiday. */
    private static List<String> moves(Forecast of, Days before, Days after) {
        List<String> moves = new ArrayList<>();
        for (AppointmentKind kind : AppointmentKind.values()) {
            LocalDate from = before.first().get(kind);
            LocalDate to = after.first().get(kind);
            if (to != null && !to.equals(from)) {
                moves.add("%s: %s%s%s"
                        .formatted(
                                kind.words(),
                                from == null ? "" : DAY.format(from) + " → ",
                                DAY.format(to),
                                from != null && kind == AppointmentKind.FOLLOW_UP && of.crossesHoliday(from, to)
                                        ? ", across a holiday"
                                        : ""));
            }
        }
        return moves.isEmpty() ? List.of(DATES_STAY) : moves;
    }

    /** Everything that an option was made from: if any of it changes before it is chosen, it is another option. */
    private String madeFrom(Set<String> people, Forecast... others) {
        Map<String, Object> from = new HashMap<>();
        Stream.concat(Stream.of(now.forecast()), Stream.of(others))
                .forEach(one -> from.put(one.reference(), one.version()));
        Map<String, Object> given = new TreeMap<>();
        people.forEach(person -> given.put(person, new TreeMap<>(now.given().getOrDefault(person, Map.of()))));
        return "%s %s %s %s".formatted(new TreeMap<>(from), now.today(), given, state(now.team()));
    }

    /** Who is on a team, and what they have answered. */
    private static String state(Team team) {
        return team.members().stream()
                .map(member -> member.occupant().id() + "." + member.occupant().state())
                .sorted()
                .toList()
                .toString();
    }
}
