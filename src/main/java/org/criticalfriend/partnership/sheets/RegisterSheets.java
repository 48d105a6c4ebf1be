package org.criticalfriend.partnership.sheets;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.partnership.ChangedMeanwhile;
import org.criticalfriend.partnership.EntryRefused;
import org.criticalfriend.partnership.Memberships;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.PlanningRecords;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.RegisterTrail;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.partnership.Schools;
import org.criticalfriend.reading.UntilChanged;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/**
 * The register of a partnership as sheets, for its lead, the deputy and administrators: shows it, says what a file or a typed row would
 * change, and changes it, all or nothing. Whoever else asks is told that there is nothing here (404).
 */
@Service
class RegisterSheets {

    private final Contents contents;
    private final Register register;
    private final Partnerships partnerships;
    private final Memberships memberships;
    private final Schools schools;
    private final People people;
    private final Roles roles;
    private final SchoolCalendars calendars;
    private final PlanningRecords planning;
    private final RecordOfChanges record;
    private final RegisterTrail trail;
    private final UntilChanged untilChanged;

    RegisterSheets(
            Contents contents,
            Register register,
            Partnerships partnerships,
            Memberships memberships,
            Schools schools,
            People people,
            Roles roles,
            SchoolCalendars calendars,
            PlanningRecords planning,
            RecordOfChanges record,
            RegisterTrail trail,
            UntilChanged untilChanged) {
        this.contents = contents;
        this.register = register;
        this.partnerships = partnerships;
        this.memberships = memberships;
        this.schools = schools;
        this.people = people;
        this.roles = roles;
        this.calendars = calendars;
        this.planning = planning;
        this.record = record;
        this.trail = trail;
        this.untilChanged = untilChanged;
    }

    /**
     * Looks whether somebody may see and change the register of a partnership.
     *
     * @throws ResponseStatusException 404 if not; whether there is such a partnership is not told
     */
    void demandInCharge(String partnership, String person) {
        if (!register.partnershipsLedBy(person).contains(partnership)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** Whether somebody administers the installation, and so may enter partnerships and what is outside of one. */
    boolean administers(String person) {
        return roles.heldBy(person).contains(RoleHeld.ofInstallation(Role.ADMIN, person));
    }

    /** The register as it stands. */
    @Transactional
    public Content content(String partnership, String person) {
        demandInCharge(partnership, person);
        trail.registerRead(person);
        return contents.read(partnership, Given.NOTHING, person, administers(person));
    }

    /** What would change. Nothing is written. */
    @Transactional
    public Preview preview(String partnership, Given given, String person) {
        demandInCharge(partnership, person);
        trail.registerRead(person);
        UUID state = untilChanged.inForce();
        return Comparison.of(contents.read(partnership, given, person, administers(person)), given)
                .preview(state);
    }

    /**
     * Makes the changes that were looked at, all or none. If something has to be put right first, nothing is changed.
     *
     * @param seen the state of the register in which they were looked at
     * @return what was changed, or what has to be put right
     * @throws ChangedSince if anybody has changed the register since
     * @throws EntryRefused if a rule of the register is in the way that could not be seen before
     */
    @Transactional
    public Preview apply(String partnership, Given given, String person, UUID seen) {
        demandInCharge(partnership, person);
        if (!untilChanged.inForce().equals(seen)) {
            throw new ChangedSince();
        }
        return write(contents.read(partnership, given, person, administers(person)), given, person, seen);
    }

    /**
     * Changes, adds or removes the one row that was typed on a page, unless something has to be put right first.
     *
     * @param seen the {@linkplain Row#state() state} of the row as it was shown; empty if it is to be added
     * @return what was changed, or what has to be put right
     * @throws ChangedSince if anybody has changed the row since, or removed it, or added it
     * @throws EntryRefused if a rule of the register is in the way that could not be seen before
     */
    @Transactional
    public Preview applyRow(String partnership, Given given, List<String> key, String person, String seen) {
        demandInCharge(partnership, person);
        UUID state = untilChanged.inForce();
        Content now = contents.read(partnership, given, person, administers(person));
        Sheet sheet = given.tables().keySet().iterator().next();
        String stands =
                Optional.ofNullable(now.rows(sheet).get(key)).map(Row::state).orElse("");
        if (!stands.equals(seen)) {
            throw new ChangedSince();
        }
        return write(now, given, person, state);
    }

    private Preview write(Content now, Given given, String person, UUID state) {
        Comparison comparison = Comparison.of(now, given);
        Preview preview = comparison.preview(state);
        if (preview.isFaulty() || preview.isNothing()) {
            return preview;
        }
        try {
            write(new Work(now, comparison, preview.changes()));
        } catch (ChangedMeanwhile changed) {
            throw new ChangedSince();
        }
        record.note(now.partnership().id(), person, !given.onPage(), preview.changes());
        trail.registerChanged(person);
        if (!untilChanged.isStillInForce(state)) {
            throw new ChangedSince();
        }
        return preview;
    }

    /** In this order: each step needs those before it. */
    private void write(Work work) {
        untilChanged.changed();
        calendars.addAll(work.calendarsAdded);
        calendars.changeAll(work.calendarsChanged);
        work.settings.forEach(partnerships::change);
        if (!work.schoolsAdded.isEmpty()) {
            schools.addAll(work.schoolsAdded);
        }
        if (!work.joining.isEmpty()) {
            memberships.joinAll(work.joining);
        }
        if (!work.peopleAdded.isEmpty()) {
            people.addAll(work.peopleAdded);
        }
        if (!work.appointed.isEmpty()) {
            roles.appointAll(work.appointed);
        }
        if (!work.dismissed.isEmpty()) {
            roles.dismissAll(work.dismissed);
        }
        if (!work.peopleChanged.isEmpty()) {
            people.changeAll(work.peopleChanged);
        }
        calendars.change(work.days);
        schools.changeAll(work.schoolsChanged);
        if (!work.membershipsChanged.isEmpty()) {
            memberships.changeAll(work.membershipsChanged);
        }
        planning.enterAll(work.planningFacts);
        planning.wishToGoAlong(work.askToGoAlong);
        planning.takeWishBack(work.askNoMore);
    }

    /**
     * Enters a partnership, which is empty then. For administrators.
     *
     * @throws EntryRefused if something of it cannot be what it is, or there is one of this id
     * @throws ResponseStatusException 404 for anybody else
     */
    @Transactional
    public void enter(Partnership partnership, String person) {
        demandAdministrator(person);
        partnerships.add(partnership);
        trail.registerChanged(person);
    }

    /** Every partnership, by name. For administrators; anybody else gets a 404. */
    List<Partnership> partnerships(String person) {
        demandAdministrator(person);
        return partnerships.all();
    }

    private void demandAdministrator(String person) {
        if (!administers(person)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** The latest changes of the register, the newest first. */
    List<RecordOfChanges.Noted> changes(String partnership, String person, int skipped, int most) {
        demandInCharge(partnership, person);
        return record.latest(partnership, skipped, most);
    }

    /** The latest changes of one row, the newest first. */
    List<RecordOfChanges.Noted> changesOf(Row row, String partnership, String person, int most) {
        demandInCharge(partnership, person);
        return record.ofRow(partnership, row, most);
    }
}
