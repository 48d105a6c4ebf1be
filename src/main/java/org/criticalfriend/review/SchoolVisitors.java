package org.criticalfriend.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.access.Audit;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.partnership.DbsConfirmation;
import org.criticalfriend.partnership.EntryRefused;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.VisitingFacts;
import org.criticalfriend.partnership.VisitingRecords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/**
 * What the head or the office of a school says once for all visits: how its visitors come in, and whether the DBS checks of its own
 * people, who visit others, are in order.
 */
@Service
class SchoolVisitors {

    private final Register register;
    private final People people;
    private final VisitingRecords records;
    private final Audit audit;
    private final Clock clock;

    SchoolVisitors(Register register, People people, VisitingRecords records, Audit audit, Clock clock) {
        this.register = register;
        this.people = people;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Somebody who works at the school.
     *
     * @param said what stands of their DBS check, in words
     * @param confirmed whether it is confirmed
     * @param version to send back with a change
     */
    record Colleague(String id, String name, String post, String said, boolean confirmed, int version) {}

    /**
     * The school, if this person is its head or works in its office.
     *
     * @throws ResponseStatusException 404 if not, or there is no such school
     */
    School spokenForBy(String person, String school) {
        return Standings.demand(register.schoolsSpokenForBy(person).stream()
                .filter(one -> one.id().equals(school))
                .findFirst());
    }

    /** What visitors of the school need to know. */
    VisitingFacts factsOf(School school) {
        return records.factsOf(school.id());
    }

    /** Everybody whose own school it is, by family name; that the list was read is noted. */
    List<Colleague> colleagues(School school, String reader) {
        List<Person> own = own(school.id());
        Map<String, DbsConfirmation> said =
                records.dbsOf(own.stream().map(Person::id).toList());
        audit.readOnPage(reader, "DbsConfirmations");
        return own.stream()
                .sorted(Comparator.comparing(Person::family).thenComparing(Person::given))
                .map(person -> colleague(person, Optional.ofNullable(said.get(person.id()))))
                .toList();
    }

    private List<Person> own(String school) {
        return people.ofSchool(school).stream()
                .filter(person -> person.ownSchool().filter(school::equals).isPresent())
                .toList();
    }

    private static Colleague colleague(Person person, Optional<DbsConfirmation> said) {
        return new Colleague(
                person.id(),
                person.name(),
                person.post(),
                VisitSheets.inWords(said),
                said.map(DbsConfirmation::confirmed).orElse(false),
                said.map(DbsConfirmation::version).orElse(0));
    }

    /**
     * Enters what visitors of a school need to know.
     *
     * @throws ResponseStatusException 404 if the person does not speak for the school
     * @throws EntryRefused if a text is too long
     * @throws org.criticalfriend.partnership.ChangedMeanwhile if somebody else changed it since it was read
     */
    @Transactional
    public void enter(String person, VisitingFacts facts) {
        spokenForBy(person, facts.school());
        records.enter(facts);
        audit.changedOnPage(person, "VisitingFacts");
    }

    /**
     * Says for the employer whether a colleague's DBS check is in order.
     *
     * @param day of the confirmation; not in the future
     * @throws ResponseStatusException 404 if the person does not speak for the school, or the colleague is not of it
     * @throws EntryRefused if the day is still to come
     * @throws org.criticalfriend.partnership.ChangedMeanwhile if somebody else of the school said something since
     */
    @Transactional
    public void say(String person, String school, String colleague, boolean confirmed, LocalDate day, int version) {
        spokenForBy(person, school);
        Standings.demand(own(school).stream().anyMatch(one -> one.id().equals(colleague)));
        if (day.isAfter(SchoolTime.today(clock))) {
            throw new EntryRefused(
                    "Day of the confirmation: this day is still to come. Please give today or an earlier day.");
        }
        records.say(new DbsConfirmation(colleague, version, confirmed, day, person));
        audit.changedOnPage(person, "DbsConfirmation");
    }
}
