package org.criticalfriend.buffering;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.duty.DayClaims;
import org.criticalfriend.duty.DutyWords;
import org.criticalfriend.duty.Load;
import org.criticalfriend.duty.Loads;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.partnership.Absence;
import org.criticalfriend.partnership.Absences;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Phase;
import org.criticalfriend.partnership.Profile;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.Schools;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.springframework.stereotype.Component;

/**
 * Who could stand in for a duty on a review, best first, with reasons that people can read. The number of statements does not depend on
 * how many candidates there are.
 */
@Component
class Candidates {

    /** Whose schools a stand-in is not from (rule 5 of the product). */
    private static final Set<Duty> TEAM = EnumSet.of(Duty.LEAD_REVIEWER, Duty.PEER_REVIEWER, Duty.IMPROVEMENT_CHAMPION);

    private static final Set<Duty> STAND_INS = EnumSet.of(Duty.RESERVE_REVIEWER, Duty.SPARE_IMPROVEMENT_CHAMPION);

    private static final Set<Role> WHO_TAKE_PART =
            EnumSet.of(Role.HEAD, Role.SENIOR_TEAM, Role.TEACHER, Role.CENTRAL_TEAM);

    private final Register register;
    private final People people;
    private final Roles roles;
    private final Schools schools;
    private final SchoolCalendars calendars;
    private final Seats seats;
    private final DayClaims claims;
    private final Loads loads;
    private final RunningReviews running;
    private final BufferingRecord record;
    private final Absences absences;
    private final Clock clock;

    Candidates(
            Register register,
            People people,
            Roles roles,
            Schools schools,
            SchoolCalendars calendars,
            Seats seats,
            DayClaims claims,
            Loads loads,
            RunningReviews running,
            BufferingRecord record,
            Absences absences,
            Clock clock) {
        this.register = register;
        this.people = people;
        this.roles = roles;
        this.schools = schools;
        this.calendars = calendars;
        this.seats = seats;
        this.claims = claims;
        this.loads = loads;
        this.running = running;
        this.record = record;
        this.absences = absences;
        this.clock = clock;
    }

    /**
     * Somebody who is trained for the duty.
     *
     * @param school name of their school; empty for central people
     * @param against why they cannot be asked; empty if they can
     * @param reasons what speaks for them and what does not, in words, the weightiest first
     * @param wish of whoever is in charge
     */
    record Ranked(Person person, String school, List<String> against, List<String> reasons, Optional<Wish> wish) {

        /** Whether they can be asked. */
        public boolean isPossible() {
            return against.isEmpty();
        }

        /** Name and school. */
        public String inWords() {
            return school.isEmpty() ? person.name() : "%s, %s".formatted(person.name(), school);
        }
    }

    /**
     * For whom somebody is looked for.
     *
     * @param duty of the seat
     * @param leftBy id of the person to replace; empty if the question is general
     * @param asked what has become of earlier requests for this seat that still count, by person
     */
    record Search(Duty duty, Optional<String> leftBy, Map<String, Request.Outcome> asked) {}

    /** Everybody who is trained for the duty and not of the host school: first those who can be asked, the best first. */
    List<Ranked> ranked(RunningReview review, Search search) {
        Set<LocalDate> days = days(review, search.duty());
        List<Person> trained = register.trainedFor(
                search.duty(),
                review.partnership(),
                days.stream().min(Comparator.naturalOrder()).orElseGet(() -> SchoolTime.today(clock)));
        Known known = known(review, search, days, trained);
        return trained.stream()
                .filter(person ->
                        known.takesPart(person) && !known.schoolsOf(person).contains(review.host()))
                .map(person -> known.rank(person))
                .sorted(Scored.BEST_FIRST)
                .map(Scored::ranked)
                .toList();
    }

    /** The days ahead that this duty takes. */
    private Set<LocalDate> days(RunningReview review, Duty duty) {
        LocalDate today = SchoolTime.today(clock);
        return running.daysToKeepFree(review.id()).entrySet().stream()
                .filter(kind -> kind.getKey().isAttendedBy(duty))
                .flatMap(kind -> kind.getValue().stream())
                .filter(day -> !day.isBefore(today))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Known known(RunningReview review, Search search, Set<LocalDate> days, List<Person> trained) {
        List<String> ids = trained.stream().map(Person::id).toList();
        Map<UUID, Duty> dutyOf =
                seats.of(review.id(), List.of(Duty.values())).stream().collect(Collectors.toMap(Seat::id, Seat::duty));
        List<Occupant> places = seats.occupants(review.id());
        Set<String> onReview = places.stream().map(Occupant::person).collect(Collectors.toSet());
        Map<String, Profile> profiles =
                people
                        .entries(Stream.concat(ids.stream(), search.leftBy().stream())
                                .toList())
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().profile()));
        Map<String, List<RoleHeld>> held = roles.heldBy(
                Stream.concat(ids.stream(), onReview.stream()).distinct().toList());
        Map<String, Person> onReviewById = people.find(onReview);
        Map<String, School> schoolById = schools.find(Stream.concat(
                        Stream.of(review.host()),
                        trained.stream().map(Person::ownSchool).flatMap(Optional::stream))
                .collect(Collectors.toSet()));
        SchoolYear year = SchoolYear.of(review.visitFirst());
        Map<String, Integer> out = new HashMap<>();
        record.peopleOut(days).forEach(one -> out.merge(one.school(), one.people(), Math::max));
        return new Known(
                review,
                search,
                days,
                record.wishes(review.id()),
                profiles,
                held,
                schoolById,
                calendars.ofAll(schoolById.keySet()),
                schoolsOf(places, dutyOf, onReviewById, held, TEAM),
                schoolsOf(places, dutyOf, onReviewById, held, STAND_INS),
                places.stream()
                        .collect(Collectors.groupingBy(
                                Occupant::person,
                                Collectors.mapping(place -> dutyOf.get(place.seat()), Collectors.toSet()))),
                claims.freePeople(ids, days),
                absences.ahead(ids).stream().collect(Collectors.groupingBy(Absence::person)),
                loads.perPerson(year.firstDay(), year.lastDay()),
                record.schoolsReviewedBy(review.host(), year.firstDay(), year.lastDay()),
                record.schoolsVisitedOn(days),
                out,
                wanted(review, search, profiles));
    }

    private static Set<String> schoolsOf(
            List<Occupant> places,
            Map<UUID, Duty> dutyOf,
            Map<String, Person> people,
            Map<String, List<RoleHeld>> held,
            Set<Duty> duties) {
        return places.stream()
                .filter(place -> duties.contains(dutyOf.get(place.seat())))
                .map(place -> people.get(place.person()))
                .flatMap(person -> schoolsOf(person, held).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> schoolsOf(Person person, Map<String, List<RoleHeld>> held) {
        return Stream.concat(
                        person.ownSchool().stream(),
                        held.getOrDefault(person.id(), List.of()).stream()
                                .map(RoleHeld::school)
                                .flatMap(Optional::stream))
                .collect(Collectors.toSet());
    }

    /** Subjects that the review is about; if it names none, those of whoever has to be replaced. */
    private Set<String> wanted(RunningReview review, Search search, Map<String, Profile> profiles) {
        Set<String> all = profiles.values().stream()
                .flatMap(profile -> profile.subjects().stream())
                .collect(Collectors.toSet());
        Set<String> named = running.subjectsNamedIn(review.reference(), all);
        return named.isEmpty()
                ? search.leftBy().map(profiles::get).map(Profile::subjects).orElse(Set.of())
                : named;
    }

    /** A candidate with what decides the order. */
    private record Scored(Ranked ranked, boolean swap, boolean likeStandIn, boolean subject, boolean phase, Load load) {

        static final Comparator<Scored> BEST_FIRST = Comparator.comparing((Scored one) -> !one.ranked.isPossible())
                .thenComparing(one -> !one.ranked.wish().equals(Optional.of(Wish.PREFERRED)))
                .thenComparing(Scored::swap)
                .thenComparing(Scored::likeStandIn)
                .thenComparing(one -> !one.subject)
                .thenComparing(one -> !one.phase)
                .thenComparing(one -> one.load.weighted())
                .thenComparing(one -> one.ranked.person().family())
                .thenComparing(one -> one.ranked.person().id());
    }

    /** All that was read, to look at each candidate without reading more. */
    private record Known(
            RunningReview review,
            Search search,
            Set<LocalDate> days,
            Map<String, Wish> wishes,
            Map<String, Profile> profiles,
            Map<String, List<RoleHeld>> held,
            Map<String, School> schools,
            Map<String, SchoolCalendar> calendars,
            Set<String> schoolsOfTeam,
            Set<String> schoolsOfStandIns,
            Map<String, Set<Duty>> places,
            Set<String> free,
            Map<String, List<Absence>> away,
            Map<String, Load> loads,
            Set<String> reviewedByHost,
            Set<String> visited,
            Map<String, Integer> out,
            Set<String> wanted) {

        boolean takesPart(Person person) {
            return held.getOrDefault(person.id(), List.of()).stream()
                    .map(RoleHeld::role)
                    .anyMatch(WHO_TAKE_PART::contains);
        }

        Set<String> schoolsOf(Person person) {
            return Candidates.schoolsOf(person, held);
        }

        Scored rank(Person person) {
            Optional<Wish> wish = Optional.ofNullable(wishes.get(person.id()));
            boolean swap = !Collections.disjoint(schoolsOf(person), reviewedByHost);
            boolean likeStandIn = !Collections.disjoint(schoolsOf(person), schoolsOfStandIns) && !isStandIn(person);
            Set<String> subjects = new TreeSet<>(profile(person).subjects());
            subjects.retainAll(wanted);
            boolean phase = phase(person).equals(hostPhase());
            Load load = loads.getOrDefault(person.id(), Load.NONE);
            List<String> reasons = new ArrayList<>();
            wish.filter(Wish.PREFERRED::equals).ifPresent(one -> reasons.add("You would rather have them."));
            reasons.add(
                    swap
                            ? "A direct swap: %s is on the team that reviews their school this year."
                                    .formatted("somebody of the host")
                            : "No direct swap with the host this year.");
            if (likeStandIn) {
                reasons.add("A stand-in of this review is of the same school.");
            }
            if (!subjects.isEmpty()) {
                reasons.add("Knows %s, which is wanted.".formatted(String.join(", ", subjects)));
            }
            reasons.add(phase ? "Knows the host's phase." : "Of another phase than the host.");
            reasons.add("%s this school year so far.".formatted(inWords(load)));
            return new Scored(
                    new Ranked(person, schoolName(person), against(person, wish), reasons, wish),
                    swap,
                    likeStandIn,
                    !subjects.isEmpty(),
                    phase,
                    load);
        }

        private boolean isStandIn(Person person) {
            return places.getOrDefault(person.id(), Set.of()).stream().anyMatch(STAND_INS::contains);
        }

        private static String inWords(Load load) {
            String days = load.weighted().stripTrailingZeros().toPlainString();
            return days.equals("1") ? "1 day out" : days + " days out";
        }

        /** What makes it impossible, the plainest first. */
        private List<String> against(Person person, Optional<Wish> wish) {
            List<String> against = new ArrayList<>();
            if (search.leftBy().filter(person.id()::equals).isPresent()) {
                against.add("Cannot come.");
            }
            Optional.ofNullable(search.asked().get(person.id()))
                    .ifPresent(outcome -> against.add("Has been asked: %s.".formatted(outcome.words())));
            wish.filter(Wish.EXCLUDED::equals).ifPresent(one -> against.add("You have left them out for this review."));
            Set<Duty> own = new HashSet<>(places.getOrDefault(person.id(), Set.of()));
            own.removeAll(Vacancies.standInsFor(search.duty()));
            if (!own.isEmpty()) {
                against.add("Is on this review already, as %s."
                        .formatted(own.stream().map(DutyWords::of).sorted().collect(Collectors.joining(", "))));
            } else if (!Collections.disjoint(schoolsOf(person), schoolsOfTeam)) {
                against.add("Their school is on the team already.");
            }
            if (own.isEmpty() && !isStandIn(person) && !free.contains(person.id())) {
                against.add("Holds another duty %s.".formatted(inWords(days)));
            }
            offDay(person).ifPresent(against::add);
            return against;
        }

        private Optional<String> offDay(Person person) {
            for (LocalDate day : days) {
                if (away.getOrDefault(person.id(), List.of()).stream().anyMatch(absence -> absence.covers(day))) {
                    return Optional.of("Is away on %s.".formatted(SchoolTime.words(day)));
                }
                if (!profile(person).workingDays().contains(day.getDayOfWeek())) {
                    return Optional.of("Does not work on %s.".formatted(SchoolTime.words(day)));
                }
                if (person.ownSchool()
                        .map(calendars::get)
                        .filter(own -> isClosed(own, day))
                        .isPresent()) {
                    return Optional.of("Their school has no lessons on %s.".formatted(SchoolTime.words(day)));
                }
            }
            if (person.ownSchool().filter(visited::contains).isPresent()) {
                return Optional.of("Their own school is visited %s.".formatted(inWords(days)));
            }
            return person.ownSchool()
                    .map(schools::get)
                    .filter(own -> !isStandIn(person))
                    .filter(own -> own.limits()
                            .mostPeopleOutADay()
                            .filter(most -> out.getOrDefault(own.id(), 0) >= most)
                            .isPresent())
                    .map(own -> "Their school cannot spare anybody else %s.".formatted(inWords(days)));
        }

        /** A school whose terms nobody has entered cannot be asked. */
        private static boolean isClosed(SchoolCalendar own, LocalDate day) {
            try {
                return !own.isPupilDay(day);
            } catch (YearNotEntered e) {
                return false;
            }
        }

        private static String inWords(Collection<LocalDate> days) {
            return days.size() == 1 ? "on " + SchoolTime.words(days.iterator().next()) : "on one of the days";
        }

        private Profile profile(Person person) {
            return profiles.getOrDefault(person.id(), Profile.DEFAULT);
        }

        private Optional<Phase> phase(Person person) {
            return profile(person)
                    .phase()
                    .or(() -> person.ownSchool().map(schools::get).map(School::phase));
        }

        private Optional<Phase> hostPhase() {
            return Optional.ofNullable(schools.get(review.host())).map(School::phase);
        }

        private String schoolName(Person person) {
            return person.ownSchool().map(schools::get).map(School::name).orElse("");
        }
    }

    /** By person, for the ranking of a vacancy: who was asked since it last began anew. */
    Search searchFor(Vacancy vacancy) {
        Map<String, Request.Outcome> asked = record.requestsOf(vacancy.id()).stream()
                .filter(request -> request.turn() == vacancy.turn())
                .filter(request -> request.outcome().isPresent())
                .collect(Collectors.toMap(
                        Request::person, request -> request.outcome().orElseThrow(), (one, later) -> later));
        return new Search(seats.seat(vacancy.seat()).duty(), Optional.of(vacancy.leftBy()), asked);
    }

    /** Ranked people by their ids. */
    static Map<String, Ranked> byId(List<Ranked> ranked) {
        return ranked.stream().collect(Collectors.toMap(one -> one.person().id(), Function.identity()));
    }
}
