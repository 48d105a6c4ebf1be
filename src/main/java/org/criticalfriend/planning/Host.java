package org.criticalfriend.planning;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A school to be visited, with its days ready for the planner. */
final class Host {

    private final SchoolToPlan school;
    private final HostToPlan plan;
    private final YearFacts facts;
    private final Map<LocalDate, Option> options = new HashMap<>();
    private final List<LocalDate> allowed;

    /** @param visits which visits are possible, of {@code plan} or narrowed by what is settled */
    Host(SchoolToPlan school, HostToPlan plan, List<PossibleVisit> visits, YearFacts facts) {
        this.facts = facts;
        this.school = school;
        this.plan = plan;
        visits.forEach(visit -> options.put(visit.first(), new Option(visit)));
        this.allowed = visits.stream()
                .filter(PossibleVisit::isAllowed)
                .map(PossibleVisit::first)
                .toList();
    }

    String id() {
        return school.id();
    }

    String name() {
        return school.name();
    }

    SchoolToPlan school() {
        return school;
    }

    HostToPlan plan() {
        return plan;
    }

    YearFacts facts() {
        return facts;
    }

    /** How many reviewers there are, the lead among them. */
    int reviewers() {
        return 1 + plan.peers();
    }

    boolean prefers(LocalDate visit) {
        return facts.wishes().preferredVisitDays().isEmpty()
                || facts.wishes().preferredVisitDays().contains(visit.getDayOfWeek());
    }

    /** Whether somebody of another phase could be on its team. */
    boolean hasOthersOfAnotherPhase() {
        return facts.phases().stream().anyMatch(phase -> phase != school.phase());
    }

    /** Whether a person comes from a trust that this school does not take visitors from. */
    boolean turnsAway(Colleague visitor) {
        return !school.limits().hostsExternals()
                && visitor.school()
                        .filter(from -> from.trust().isEmpty() || !from.trust().equals(school.trust()))
                        .isPresent();
    }

    /** Groups in which both this school and that of a visitor work (P3). */
    List<String> affiliationsWith(Colleague visitor) {
        return visitor.school().stream()
                .flatMap(from -> from.affiliations().stream())
                .filter(school.affiliations()::contains)
                .sorted()
                .toList();
    }

    boolean workedLastYearWith(Colleague one, Colleague other) {
        return !facts.lastYear().isEmpty()
                && !one.isCentral()
                && !other.isCentral()
                && java.util.stream.Stream.of(id(), one.schoolId(), other.schoolId())
                                .distinct()
                                .count()
                        == 3
                && facts.lastYear().contains(Triad.of(id(), one.schoolId(), other.schoolId()));
    }

    Option option(LocalDate visit) {
        return options.get(visit);
    }

    Optional<Option> find(LocalDate visit) {
        return Optional.ofNullable(options.get(visit));
    }

    /** First days of the visits against which nothing stands, in order. */
    List<LocalDate> allowed() {
        return allowed;
    }

    @Override
    public String toString() {
        return id();
    }
}
