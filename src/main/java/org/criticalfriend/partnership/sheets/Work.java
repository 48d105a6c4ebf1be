package org.criticalfriend.partnership.sheets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.CalendarChange;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.partnership.Membership;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.PersonEntry;
import org.criticalfriend.partnership.PlanningFacts;
import org.criticalfriend.partnership.Profile;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.SchoolLimits;
import org.criticalfriend.partnership.Training;

/** What the services of the register and the calendars have to write so that it stands as a comparison says. */
final class Work {

    final List<SchoolCalendars.Entered> calendarsAdded = new ArrayList<>();
    final List<SchoolCalendars.Entered> calendarsChanged = new ArrayList<>();
    final List<Partnership> settings = new ArrayList<>();

    /** Without those whom they name: these are entered after the schools. */
    final List<School> schoolsAdded = new ArrayList<>();

    final List<Membership> joining = new ArrayList<>();
    final List<Membership> membershipsChanged = new ArrayList<>();
    final Map<Person, Profile> peopleAdded = new LinkedHashMap<>();
    final List<PersonEntry> peopleChanged = new ArrayList<>();

    /** Also those that were added, with those whom they name. */
    final List<School> schoolsChanged = new ArrayList<>();

    final List<PlanningFacts> planningFacts = new ArrayList<>();
    final List<String> askToGoAlong = new ArrayList<>();
    final List<String> askNoMore = new ArrayList<>();
    final List<RoleHeld> appointed = new ArrayList<>();
    final List<RoleHeld> dismissed = new ArrayList<>();
    final CalendarChange days = new CalendarChange();

    private final Content now;
    private final Comparison comparison;
    private final String partnership;

    Work(Content now, Comparison comparison, List<Change> changes) {
        this.now = now;
        this.comparison = comparison;
        this.partnership = now.partnership().id();
        Set<String> touched = new LinkedHashSet<>();
        for (Change change : changes) {
            switch (change.sheet()) {
                case SETTINGS ->
                    settings.add(
                            Records.partnership(change.row(), now.partnership().version()));
                case CALENDARS ->
                    (change.before().isEmpty() ? calendarsAdded : calendarsChanged).add(Records.calendar(change.row()));
                case SCHOOLS -> school(change);
                case PEOPLE -> {
                    touched.add(change.row().cell("Id"));
                    goingAlong(change);
                }
                case TRAINING, WORKING_DAYS ->
                    touched.add(Content.personOf(change.row()).orElseThrow());
                case ROLES ->
                    (change.after().isEmpty() ? dismissed : appointed).add(Records.role(change.row(), partnership));
                case TERMS, DAYS, BLACKOUTS -> day(change);
            }
        }
        people(touched);
    }

    private void school(Change change) {
        Row row = change.row();
        String id = row.cell("Id");
        School named = onlyWithThoseWhoAreThere(Records.school(row, 0));
        Optional<School> before = Optional.ofNullable(now.schools().get(id));
        if (before.isEmpty()) {
            School alone = named.withSubjectLeaders(Map.of()).withLimits(withoutApprover(named.limits()));
            schoolsAdded.add(alone);
            if (!alone.equals(named)) {
                schoolsChanged.add(named);
            }
        } else if (!Records.school(change.before().orElseThrow(), 0).equals(Records.school(row, 0))) {
            schoolsChanged.add(named.asOf(before.get().version()));
        }
        Optional<Membership> place = Optional.ofNullable(now.memberships().get(id));
        Membership will = Records.membership(
                row, partnership, place.map(Membership::version).orElse(0));
        if (place.isEmpty()) {
            joining.add(will);
        } else if (!place.get().equals(will)) {
            membershipsChanged.add(will);
        }
        int version = Optional.ofNullable(now.facts().get(id))
                .map(PlanningFacts::version)
                .orElse(0);
        PlanningFacts facts = Records.planningFacts(row, version);
        if (!facts.equals(change.before()
                .map(stands -> Records.planningFacts(stands, version))
                .orElseGet(() -> PlanningFacts.none(id)))) {
            planningFacts.add(facts);
        }
        String meeting =
                change.before().map(stands -> stands.cell("Staff meeting")).orElse("");
        if (!meeting.equals(row.cell("Staff meeting"))) {
            days.staffMeeting(id, row.constant("Staff meeting", java.time.DayOfWeek.class));
        }
    }

    /** Whoever leaves with the same file leads no subject and approves nothing any more. */
    private School onlyWithThoseWhoAreThere(School school) {
        Map<String, String> leaders = school.subjectLeaders().entrySet().stream()
                .filter(leader -> comparison.worksAt(leader.getValue(), school.id()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        SchoolLimits limits = school.limits();
        return school.withSubjectLeaders(leaders)
                .withLimits(
                        limits.approver()
                                        .filter(person -> !comparison.isHere(person))
                                        .isPresent()
                                ? withoutApprover(limits)
                                : limits);
    }

    private static SchoolLimits withoutApprover(SchoolLimits limits) {
        return new SchoolLimits(
                limits.mostPeopleOutADay(), limits.mostDaysOutAYear(), limits.hostsExternals(), Optional.empty());
    }

    /** Whoever leaves with the same file asks for nothing any more. */
    private void goingAlong(Change change) {
        String person = change.row().cell("Id");
        boolean asked = change.before()
                .filter(stands -> stands.isYes("Asks to go along"))
                .isPresent();
        boolean asks = change.row().isYes("Asks to go along") && comparison.isHere(person);
        if (asked != asks) {
            (asks ? askToGoAlong : askNoMore).add(person);
        }
    }

    private void people(Set<String> touched) {
        Map<String, List<Training>> trainings = comparison.then(Sheet.TRAINING).values().stream()
                .filter(row -> touched.contains(row.cell("Person")))
                .collect(Collectors.groupingBy(
                        row -> row.cell("Person"), Collectors.mapping(Records::training, Collectors.toList())));
        for (String id : touched) {
            Row row = comparison.then(Sheet.PEOPLE).get(List.of(id));
            Row works = comparison.then(Sheet.WORKING_DAYS).get(List.of(id));
            Profile profile = Records.profile(
                    row,
                    trainings.getOrDefault(id, List.of()),
                    works == null ? Profile.DEFAULT.workingDays() : Records.workingDays(works));
            PersonEntry before = now.people().get(id);
            if (before == null) {
                peopleAdded.put(Records.person(row, 0), profile);
            } else {
                peopleChanged.add(
                        before.with(Records.person(row, before.person().version()))
                                .with(profile));
            }
        }
    }

    private void day(Change change) {
        // A blackout whose last day changes is another one.
        if (change.before().isPresent() && (change.after().isEmpty() || change.sheet() == Sheet.BLACKOUTS)) {
            Records.remove(change.before().get(), partnership, days);
        }
        change.after().ifPresent(row -> Records.enter(row, partnership, days));
    }
}
