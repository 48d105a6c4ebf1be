package org.criticalfriend.partnership.sheets;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.Blackout;
import org.criticalfriend.calendar.CalendarDay;
import org.criticalfriend.calendar.Country;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.calendar.Term;
import org.criticalfriend.calendar.Whose;
import org.criticalfriend.partnership.AgeRange;
import org.criticalfriend.partnership.MemberSchool;
import org.criticalfriend.partnership.Membership;
import org.criticalfriend.partnership.MembershipStatus;
import org.criticalfriend.partnership.Memberships;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.PartnershipSettings;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.PersonEntry;
import org.criticalfriend.partnership.Phase;
import org.criticalfriend.partnership.PlanningFacts;
import org.criticalfriend.partnership.PlanningRecords;
import org.criticalfriend.partnership.Profile;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.Schools;
import org.criticalfriend.partnership.Training;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reads the register of a partnership as sheets; the number of statements does not depend on how much it is. */
@Component
class Contents {

    private static final Set<Role> OF_THE_INSTALLATION = Set.of(Role.ADMIN, Role.OWNER);

    private final Partnerships partnerships;
    private final Schools schools;
    private final People people;
    private final Roles roles;
    private final Memberships places;
    private final SchoolCalendars calendars;
    private final PlanningRecords planning;

    Contents(
            Partnerships partnerships,
            Schools schools,
            People people,
            Roles roles,
            Memberships places,
            SchoolCalendars calendars,
            PlanningRecords planning) {
        this.places = places;
        this.partnerships = partnerships;
        this.schools = schools;
        this.people = people;
        this.roles = roles;
        this.calendars = calendars;
        this.planning = planning;
    }

    /**
     * The register as it stands.
     *
     * @param given what is to be compared with it: what it names is read too, as far as the person may know it
     * @param person id of whoever asks
     * @param everything whether they may change whatever there is, as administrators may
     * @throws ResponseStatusException 404 if there is no such partnership
     */
    Content read(String id, Given given, String person, boolean everything) {
        Partnership partnership =
                partnerships.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<MemberSchool> members = schools.of(id);
        Map<String, School> known = members.stream()
                .map(MemberSchool::school)
                .collect(toMap(School::id, identity(), (a, b) -> a, LinkedHashMap::new));
        Map<String, Membership> memberships =
                members.stream().map(MemberSchool::membership).collect(toMap(Membership::school, identity()));
        Map<String, School> otherSchools = schools.find(without(given.typed(Sheet.SCHOOLS, "Id"), known.keySet()));
        Set<String> own = Set.copyOf(known.keySet());
        Set<String> ofOtherSchools = Set.copyOf(otherSchools.keySet());
        if (everything) {
            known.putAll(otherSchools);
        }

        Set<String> ever = people.everOf(id);
        Map<String, PersonEntry> others = people.entries(without(peopleIn(given), ever));
        Map<String, PersonEntry> entries = new HashMap<>(people.entries(ever));
        Set<String> here = people.ofPartnership(id).stream().map(Person::id).collect(toSet());
        Set<String> gone = new HashSet<>(without(ever, here));
        if (everything) {
            entries.putAll(others);
            others.values().stream()
                    .filter(entry -> entry.person().leftOn().isPresent())
                    .forEach(entry -> gone.add(entry.person().id()));
        }
        Map<String, List<RoleHeld>> held = roles.heldBy(entries.keySet());

        Set<String> kept = known.values().stream().map(School::calendar).collect(Collectors.toCollection(TreeSet::new));
        Stream.of(Sheet.TERMS, Sheet.DAYS, Sheet.BLACKOUTS, Sheet.SCHOOLS)
                .forEach(sheet -> kept.addAll(given.typed(sheet, "Calendar")));
        kept.addAll(given.typed(Sheet.CALENDARS, "Id"));
        List<SchoolCalendars.Entered> entered = calendars.find(kept);
        Set<String> calendarIds =
                entered.stream().map(SchoolCalendars.Entered::id).collect(toSet());
        SchoolCalendars.Own ownDays = calendars.ownOf(
                entered.stream().map(SchoolCalendars.Entered::country).collect(toSet()),
                calendarIds,
                known.keySet(),
                id);

        Map<String, PlanningFacts> facts = planning.factsOf(known.keySet());
        Set<String> askToGoAlong = planning.wishingToGoAlong(entries.keySet());

        Map<Sheet, Map<List<String>, Row>> rows = new EnumMap<>(Sheet.class);
        put(rows, Sheet.SETTINGS, Stream.of(settings(partnership)));
        put(rows, Sheet.CALENDARS, entered.stream().map(Contents::calendar).sorted(byKey()));
        put(
                rows,
                Sheet.SCHOOLS,
                known.values().stream()
                        .map(school -> school(
                                school,
                                memberships.get(school.id()),
                                ownDays.staffMeetings().get(school.id()),
                                facts.getOrDefault(school.id(), PlanningFacts.none(school.id())))));
        List<PersonEntry> inOrder = entries.values().stream()
                .sorted(Comparator.comparing((PersonEntry entry) ->
                                entry.person().ownSchool().orElse(""))
                        .thenComparing(entry -> entry.person().id()))
                .toList();
        put(rows, Sheet.PEOPLE, inOrder.stream().map(entry -> person(entry, askToGoAlong)));
        put(
                rows,
                Sheet.ROLES,
                inOrder.stream().flatMap(entry -> held
                        .getOrDefault(entry.person().id(), List.of())
                        .stream()
                        .filter(role -> role.partnership().map(id::equals).orElseGet(() -> role.school()
                                .filter(known::containsKey)
                                .isPresent()))
                        .map(role -> role(role, entry.person().name()))));
        put(rows, Sheet.TRAINING, inOrder.stream().flatMap(entry -> entry.profile().trainings().stream()
                .sorted(Comparator.comparing(Training::duty))
                .map(training -> training(entry.person(), training))));
        put(rows, Sheet.WORKING_DAYS, inOrder.stream().map(Contents::workingDays));
        put(rows, Sheet.TERMS, terms(ownDays).sorted(byKey()));
        put(rows, Sheet.DAYS, days(ownDays).sorted(byKey()));
        put(rows, Sheet.BLACKOUTS, blackouts(ownDays, id).sorted(byKey()));

        return new Content(
                partnership,
                rows,
                known,
                memberships,
                facts,
                entries,
                gone,
                Optional.of(person).filter(one -> !everything),
                everything
                        ? new Content.Elsewhere(Set.of(), Set.of(), Set.of())
                        : new Content.Elsewhere(
                                peopleElsewhere(entries.values(), held, own, id),
                                places.membersElsewhere(
                                        memberships.values().stream()
                                                .filter(place -> place.status() == MembershipStatus.LEFT)
                                                .map(Membership::school)
                                                .toList(),
                                        id),
                                calendarsElsewhere(calendarIds, memberships)),
                everything
                        ? new Content.Elsewhere(Set.of(), Set.of(), Set.of())
                        : new Content.Elsewhere(Set.copyOf(others.keySet()), ofOtherSchools, Set.of()));
    }

    private static Set<String> peopleIn(Given given) {
        Set<String> named = new HashSet<>(given.typed(Sheet.PEOPLE, "Id"));
        Stream.of(Sheet.ROLES, Sheet.TRAINING, Sheet.WORKING_DAYS)
                .forEach(sheet -> named.addAll(given.typed(sheet, "Person")));
        named.addAll(given.typed(Sheet.TRAINING, "Trained by"));
        named.addAll(given.typed(Sheet.SCHOOLS, "Approver"));
        return named;
    }

    private static Set<String> without(Set<String> all, Set<String> these) {
        return all.stream().filter(one -> !these.contains(one)).collect(toSet());
    }

    /** Those of another school, with a role in another partnership, or with one of the installation. */
    private static Set<String> peopleElsewhere(
            Iterable<PersonEntry> entries, Map<String, List<RoleHeld>> held, Set<String> own, String partnership) {
        Set<String> elsewhere = new HashSet<>();
        for (PersonEntry entry : entries) {
            Person person = entry.person();
            boolean ofOtherSchool =
                    person.ownSchool().filter(school -> !own.contains(school)).isPresent();
            boolean withOtherRole = held.getOrDefault(person.id(), List.of()).stream()
                    .anyMatch(role -> OF_THE_INSTALLATION.contains(role.role())
                            || role.partnership()
                                    .filter(one -> !one.equals(partnership))
                                    .isPresent());
            if (ofOtherSchool || withOtherRole) {
                elsewhere.add(person.id());
            }
        }
        return elsewhere;
    }

    /** Those that are kept by a school outside the partnership. */
    private Set<String> calendarsElsewhere(Set<String> ids, Map<String, Membership> memberships) {
        return calendars.keepersOf(ids).entrySet().stream()
                .filter(calendar -> calendar.getValue().stream()
                        .anyMatch(school -> !memberships.containsKey(school)
                                || memberships.get(school).status() == MembershipStatus.LEFT))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    private static void put(Map<Sheet, Map<List<String>, Row>> rows, Sheet sheet, Stream<Row> some) {
        Map<List<String>, Row> byKey = new LinkedHashMap<>();
        some.forEach(row -> byKey.put(row.key(), row));
        rows.put(sheet, byKey);
    }

    private static Comparator<Row> byKey() {
        return Comparator.comparing(row -> String.join("\n", row.key()));
    }

    private static Row settings(Partnership partnership) {
        PartnershipSettings settings = partnership.settings();
        return new Cells(Sheet.SETTINGS)
                .put("Id", partnership.id())
                .put("Name", partnership.name())
                .put("Kind", Words.of(partnership.kind()))
                .put("Who leads", Words.of(settings.ledBy()))
                .put("Who may read a report", Words.of(settings.publication()))
                .put("Self-review", yes(settings.selfReviewRequired()))
                .put("Head at the workshop", Words.of(settings.headAtWorkshop()))
                .put("Team size", settings.team().size().orElse(null))
                .put("Other schools at least", settings.team().otherSchoolsAtLeast())
                .put("Follow-up counted in", Words.of(settings.followUpWeeks()))
                .put(
                        "Visit days",
                        settings.preferredVisitDays().stream().map(Words::of).collect(Collectors.joining(", ")))
                .put("Reviewer days per school", settings.caps().reviewerDaysPerSchool())
                .put("Workshops per school", settings.caps().workshopsPerSchool())
                .put("Days per person", settings.caps().daysPerPerson().orElse(null))
                .put("Questions", String.join("\n", settings.templates().questions()))
                .put(
                        "Forms",
                        settings.templates().forms().entrySet().stream()
                                .map(form -> form.getKey() + ": " + form.getValue())
                                .sorted()
                                .collect(Collectors.joining("\n")))
                .row();
    }

    private static Row calendar(SchoolCalendars.Entered calendar) {
        return new Cells(Sheet.CALENDARS)
                .put("Id", calendar.id())
                .put("Name", calendar.name())
                .put("Country", Words.of(calendar.country()))
                .row();
    }

    /** @param membership null for a school of another partnership */
    private static Row school(School school, Membership membership, DayOfWeek staffMeeting, PlanningFacts facts) {
        return new Cells(Sheet.SCHOOLS)
                .put("Id", school.id())
                .put("Name", school.name())
                .put("Status", membership == null ? null : Words.of(membership.status()))
                .put("Cycles done", membership == null ? 0 : membership.cyclesDone())
                .put("Phase", Words.of(school.phase()))
                .put("Youngest age", school.ages().map(AgeRange::from).orElse(null))
                .put("Oldest age", school.ages().map(AgeRange::to).orElse(null))
                .put("Trust", school.trust().orElse(null))
                .put("Forms of entry", school.formsOfEntry().orElse(null))
                .put("Pupils", school.roll())
                .put("Calendar", school.calendar())
                .put("Address", school.address())
                .put("Phone", school.phone())
                .put("Note", school.note().orElse(null))
                .put("Affiliations", Kind.joined(List.copyOf(school.affiliations())))
                .put(
                        "Subject leaders",
                        Kind.joined(school.subjectLeaders().entrySet().stream()
                                .map(leader -> leader.getKey() + ": " + leader.getValue())
                                .toList()))
                .put("Disadvantage band", school.disadvantageBand().orElse(null))
                .put(
                        "Most people out a day",
                        school.limits().mostPeopleOutADay().orElse(null))
                .put("Most days out a year", school.limits().mostDaysOutAYear().orElse(null))
                .put("Hosts externals", yes(school.limits().hostsExternals()))
                .put("Approver", school.limits().approver().orElse(null))
                .put("Staff meeting", staffMeeting == null ? null : Words.of(staffMeeting))
                .put("Wanted subject", facts.wantedSubject().orElse(null))
                .put("Day rate", facts.dayRate().orElse(null))
                .row();
    }

    private static Row person(PersonEntry entry, Set<String> askToGoAlong) {
        Person person = entry.person();
        Profile profile = entry.profile();
        return new Cells(Sheet.PEOPLE)
                .put("Id", person.id())
                .put("Given name", person.given())
                .put("Family name", person.family())
                .put("Mail address", person.email())
                .put("Phone", person.phone().orElse(null))
                .put("Post", person.post())
                .put("School", person.ownSchool().orElse(null))
                .put("Phase", profile.phase().map(Words::of).orElse(null))
                .put("Leads", profile.leadershipArea().orElse(null))
                .put("Subjects", Kind.joined(List.copyOf(profile.subjects())))
                .put("Asks to go along", askToGoAlong.contains(person.id()) ? "Yes" : null)
                .put("Left on", person.leftOn().orElse(null))
                .row();
    }

    private static Row role(RoleHeld role, String name) {
        return new Cells(Sheet.ROLES)
                .put("Person", role.person())
                .put("Name", name)
                .put("Role", Words.of(role.role()))
                .put("At", role.school().orElse(null))
                .row();
    }

    private static Row training(Person person, Training training) {
        return new Cells(Sheet.TRAINING)
                .put("Person", person.id())
                .put("Name", person.name())
                .put("Trained as", Words.of(training.duty()))
                .put("Trained on", training.trainedOn().orElse(null))
                .put("Trained by", training.by().orElse(null))
                .put("Counts until", training.until().orElse(null))
                .row();
    }

    private static Row workingDays(PersonEntry entry) {
        Cells cells = new Cells(Sheet.WORKING_DAYS)
                .put("Person", entry.person().id())
                .put("Name", entry.person().name());
        entry.profile().workingDays().forEach(day -> cells.put(Words.of(day), "Yes"));
        return cells.row();
    }

    private static Stream<Row> terms(SchoolCalendars.Own own) {
        List<Row> rows = new ArrayList<>();
        own.terms()
                .forEach((whose, years) -> years.forEach((year, terms) -> {
                    if (terms.size() <= Sheet.MOST_TERMS) {
                        rows.add(terms(whose, year, terms));
                    }
                }));
        return rows.stream();
    }

    private static Row terms(Whose whose, SchoolYear year, List<Term> terms) {
        Cells cells = owner(Sheet.TERMS, whose).put("School year", year);
        List<Term> inOrder =
                terms.stream().sorted(Comparator.comparing(Term::firstDay)).toList();
        for (int at = 0; at < inOrder.size(); at++) {
            cells.put(Sheet.firstDayOfTerm(at + 1), inOrder.get(at).firstDay());
            cells.put(Sheet.lastDayOfTerm(at + 1), inOrder.get(at).lastDay());
        }
        return cells.row();
    }

    private static Stream<Row> days(SchoolCalendars.Own own) {
        return own.days().entrySet().stream()
                .flatMap(owner -> owner.getValue().stream().map(day -> day(owner.getKey(), day)));
    }

    private static Row day(Whose whose, CalendarDay day) {
        return owner(Sheet.DAYS, whose)
                .put("Day", day.day())
                .put("What", Words.of(day.kind()))
                .put("Why", day.name())
                .row();
    }

    private static Stream<Row> blackouts(SchoolCalendars.Own own, String partnership) {
        return own.blackouts().entrySet().stream().flatMap(owner -> owner.getValue().stream()
                .map(blackout ->
                        blackout(owner.getKey(), owner.getKey().equals(Whose.partnership(partnership)), blackout)));
    }

    private static Row blackout(Whose whose, boolean ofPartnership, Blackout blackout) {
        return (ofPartnership ? new Cells(Sheet.BLACKOUTS) : owner(Sheet.BLACKOUTS, whose))
                .put("First day", blackout.firstDay())
                .put("Last day", blackout.lastDay())
                .put("Why", blackout.name())
                .put(
                        "Phase",
                        blackout.phase()
                                .map(phase -> Words.of(Phase.valueOf(phase)))
                                .orElse(null))
                .row();
    }

    private static Cells owner(Sheet sheet, Whose whose) {
        Cells cells = new Cells(sheet);
        return switch (whose.kind()) {
            case COUNTRY -> cells.put("Country", Words.of(Country.valueOf(whose.id())));
            case SCHOOL -> cells.put("School", whose.id());
            default -> cells.put("Calendar", whose.id());
        };
    }

    private static String yes(boolean yes) {
        return yes ? "Yes" : "No";
    }

    /** Puts a row together; what is kept is written in the one way of each column. */
    private static final class Cells {

        private final Sheet sheet;
        private final Map<String, String> cells = new LinkedHashMap<>();

        Cells(Sheet sheet) {
            this.sheet = sheet;
        }

        /** @param value null: nothing */
        Cells put(String title, Object value) {
            if (value != null) {
                String text = String.valueOf(value);
                Column column = sheet.column(title).orElseThrow(() -> new IllegalArgumentException(title));
                cells.put(title, value instanceof BigDecimal ? column.kind().read(text) : text.strip());
            }
            return this;
        }

        Row row() {
            return new Row(sheet, cells);
        }
    }
}
