package org.criticalfriend.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.partnership.Duty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The days that people give to reviews, each once, across all partnerships. Days gone by stay as they were: claims are made, moved
 * and given back from today on, in school time.
 */
@Service
public class DayClaims {

    private final DutyRecord record;
    private final Names names;
    private final Clock clock;

    DayClaims(DutyRecord record, Names names, Clock clock) {
        this.record = record;
        this.names = names;
        this.clock = clock;
    }

    /** Days that a person has given, first and last included, by day. */
    public List<DayClaim> claimsOf(String person, LocalDate first, LocalDate last) {
        return record.claimsOf(person, first, last);
    }

    /** The days that some people have given, first and last included, by person; who gave none is not in it. One statement. */
    public Map<String, Map<LocalDate, AppointmentKind>> given(
            Collection<String> people, LocalDate first, LocalDate last) {
        return record.claimsOf(people, first, last).stream()
                .collect(Collectors.groupingBy(
                        DayClaim::person, Collectors.toMap(DayClaim::heldOn, DayClaim::appointment)));
    }

    /** Those people who have given none of the days. */
    public Set<String> freePeople(Collection<String> people, Collection<LocalDate> days) {
        Set<String> free = new HashSet<>(people);
        record.claimsOn(free, days).forEach(claim -> free.remove(claim.person()));
        return free;
    }

    /**
     * Moves a review to other days: see {@link #moveDays(Map)}.
     *
     * @throws AlreadyTaken naming everybody who holds another duty on a new day; nothing has moved then
     */
    @Transactional(noRollbackFor = DutyRefused.class)
    public void moveDays(UUID review, Map<AppointmentKind, Set<LocalDate>> days) {
        moveDays(Map.of(review, days));
    }

    /**
     * Moves reviews to other days, all or nothing: everybody who is on them or asked for them gives the new days instead of the old.
     * Two reviews may exchange days. The rows of the reviews are held from here on, if the caller does not hold them anyway. The number of statements does not depend on how many
     * reviews, people or days there are.
     *
     * @param days by review, all days of its appointments from now on; none gives all back, as a pause does
     * @throws AlreadyTaken naming everybody who holds another duty on a new day, or would be in two of these reviews on one day;
     *     nothing has moved then
     */
    @Transactional(noRollbackFor = DutyRefused.class)
    public void moveDays(Map<UUID, Map<AppointmentKind, Set<LocalDate>>> days) {
        if (days.isEmpty()) {
            return;
        }
        record.holdReviews(days.keySet());
        List<Place> places = record.holdPlaces(days.keySet());
        List<DayClaim> claims = wanted(places, days, days.keySet());
        record.deleteClaimsOfReviews(days.keySet(), today());
        record.addClaims(claims);
    }

    /** The claims that a person's first days on a review make. @throws AlreadyTaken if they hold another duty on one of them */
    List<DayClaim> wanted(Collection<Place> places, UUID review, Map<AppointmentKind, Set<LocalDate>> days) {
        return wanted(places, Map.of(review, days), Set.of());
    }

    /**
     * The claims that are missing.
     *
     * @param moving reviews whose claims are about to go
     */
    private List<DayClaim> wanted(
            Collection<Place> places, Map<UUID, Map<AppointmentKind, Set<LocalDate>>> days, Set<UUID> moving) {
        Map<Clash, DayClaim> wanted = new HashMap<>();
        Set<Clash> clashes = new HashSet<>();
        places.stream()
                .sorted(Place.WEIGHTIEST_FIRST)
                .flatMap(place -> claims(place, days.get(place.review())).stream())
                .forEach(claim -> {
                    DayClaim other = wanted.putIfAbsent(key(claim), claim);
                    if (other != null && !other.review().equals(claim.review())) {
                        clashes.add(key(claim));
                    }
                });
        standing(wanted.values(), moving).forEach(claim -> {
            DayClaim meant = wanted.get(key(claim));
            if (meant != null && meant.review().equals(claim.review())) {
                wanted.remove(key(claim));
            } else if (meant != null) {
                clashes.add(key(claim));
            }
        });
        if (!clashes.isEmpty()) {
            throw new AlreadyTaken(
                    clashes, names.of(clashes.stream().map(Clash::person).toList()));
        }
        return wanted.values().stream()
                // Everybody claims in the same order, so that nobody waits in a circle.
                .sorted(Comparator.comparing(DayClaim::person).thenComparing(DayClaim::heldOn))
                .toList();
    }

    /** What the same people have given on the same days, to other reviews than those that move. */
    private List<DayClaim> standing(Collection<DayClaim> wanted, Set<UUID> moving) {
        return record
                .claimsOn(
                        wanted.stream().map(DayClaim::person).collect(Collectors.toSet()),
                        wanted.stream().map(DayClaim::heldOn).collect(Collectors.toSet()))
                .stream()
                .filter(claim -> !moving.contains(claim.review()))
                .toList();
    }

    private List<DayClaim> claims(Place place, Map<AppointmentKind, Set<LocalDate>> days) {
        return ahead(place.duty(), days)
                .map(entry -> new DayClaim(
                        DutyRecord.newId(),
                        place.occupancy(),
                        place.person(),
                        entry.getValue(),
                        place.review(),
                        entry.getKey()))
                .toList();
    }

    /** The days that a duty takes from now on. */
    Set<LocalDate> daysOf(Duty duty, Map<AppointmentKind, Set<LocalDate>> days) {
        return ahead(duty, days).map(Map.Entry::getValue).collect(Collectors.toSet());
    }

    private Stream<Map.Entry<AppointmentKind, LocalDate>> ahead(Duty duty, Map<AppointmentKind, Set<LocalDate>> days) {
        LocalDate today = today();
        return days.entrySet().stream()
                .filter(entry -> entry.getKey().isAttendedBy(duty))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream()
                        .filter(day -> !day.isBefore(today))
                        .map(day -> Map.entry(entry.getKey(), day)));
    }

    /** A person and a day: of which there is one claim. */
    private static Clash key(DayClaim claim) {
        return new Clash(claim.person(), claim.heldOn());
    }

    /**
     * Gives back the days of occupancies that have ended. A day on which the same person is still needed in another place of the same
     * review, as when the reserve reviewer has moved up, goes over to that place. Whoever filled their seat keeps the days gone by;
     * who was only asked gave none.
     *
     * @param ended as they were while they lasted
     */
    void giveBack(Collection<Occupant> ended) {
        passOn(ended.stream().map(Occupant::id).toList());
        record.deleteClaimsOfOccupancies(
                ended.stream().filter(Occupant::fills).map(Occupant::id).toList(), today());
        record.deleteClaimsOfOccupancies(
                ended.stream().filter(one -> !one.fills()).map(Occupant::id).toList(), LocalDate.EPOCH);
    }

    private void passOn(Collection<UUID> ended) {
        List<DayClaim> ahead = record.claimsOfOccupancies(ended, today());
        if (ahead.isEmpty()) {
            return;
        }
        List<Place> places = record.places(ahead.stream().map(DayClaim::review).collect(Collectors.toSet())).stream()
                .sorted(Place.WEIGHTIEST_FIRST)
                .toList();
        Map<UUID, UUID> heirs = new HashMap<>();
        ahead.forEach(claim -> heir(claim, places).ifPresent(place -> heirs.put(claim.id(), place.occupancy())));
        record.passClaimsOn(heirs);
    }

    private static Optional<Place> heir(DayClaim claim, List<Place> places) {
        return places.stream()
                .filter(place -> place.review().equals(claim.review())
                        && place.person().equals(claim.person())
                        && claim.appointment().isAttendedBy(place.duty()))
                .findFirst();
    }

    private LocalDate today() {
        return SchoolTime.today(clock);
    }
}
