package org.criticalfriend.sample;

import java.util.List;
import java.util.Optional;
import org.criticalfriend.access.SignIns;
import org.criticalfriend.partnership.DbsConfirmation;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Profile;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.partnership.Schools;
import org.criticalfriend.partnership.VisitingRecords;
import org.criticalfriend.sample.SampleFiles.DbsRow;
import org.criticalfriend.sample.SampleFiles.PartnershipRow;
import org.criticalfriend.sample.SampleFiles.PersonRow;
import org.criticalfriend.sample.SampleFiles.SchoolRow;
import org.springframework.stereotype.Component;

/** Enters the people of a sample: who they are, their roles and sign-ins, what they are trained for, and what schools name them for. */
@Component
class SamplePeople {

    private final People people;
    private final Roles roles;
    private final Schools schools;
    private final Register register;
    private final VisitingRecords visiting;
    private final SignIns signIns;

    SamplePeople(
            People people, Roles roles, Schools schools, Register register, VisitingRecords visiting, SignIns signIns) {
        this.people = people;
        this.roles = roles;
        this.schools = schools;
        this.register = register;
        this.visiting = visiting;
        this.signIns = signIns;
    }

    /**
     * Enters everybody; their schools are there already. People train each other and lead subjects of their schools, so that comes
     * when everybody is there.
     *
     * @param weeks by which the days of the file are moved
     */
    void enter(List<PersonRow> rows, SampleFiles.Schools file, int weeks) {
        String hash = signIns.hash(SampleLoader.PASSWORD);
        for (PersonRow row : rows) {
            inRow(row, () -> enter(row, file.partnership(), hash));
        }
        for (PersonRow row : rows) {
            inRow(row, () -> people.entry(row.id())
                    .map(entry -> entry.with(row.profile(weeks)))
                    .ifPresent(people::change));
        }
        roles.appoint(RoleHeld.in(
                file.partnership().id(),
                Role.PARTNERSHIP_LEAD,
                file.partnership().lead()));
        roles.appoint(RoleHeld.in(
                file.partnership().id(),
                Role.DEPUTY_PARTNERSHIP_LEAD,
                file.partnership().deputyLead()));
        for (SchoolRow row : file.schools()) {
            SampleFiles.inRow("schools.yaml", row.id(), () -> schools.find(row.id())
                    .map(row::withPeople)
                    .ifPresent(schools::change));
            if (row.visitors() != null) {
                SampleFiles.inRow("schools.yaml", row.id(), () -> enterForVisitors(row, weeks));
            }
        }
    }

    /** The office says it for the school. */
    private void enterForVisitors(SchoolRow row, int weeks) {
        visiting.enter(row.visitors().facts(row.id()));
        DbsRow confirmed = row.visitors().dbsConfirmed();
        String office = register.officeOf(row.id()).get(0).id();
        confirmed
                .people()
                .forEach(person -> visiting.say(
                        new DbsConfirmation(person, 0, true, confirmed.on().plusWeeks(weeks), office)));
    }

    private void enter(PersonRow row, PartnershipRow partnership, String hash) {
        people.add(row.person(), Profile.DEFAULT);
        row.roles().forEach(role -> roles.appoint(new RoleHeld(row.id(), role, place(role, row, partnership))));
        signIns.add(row.id(), row.id(), hash, true, false);
        Optional.ofNullable(row.signIns())
                .orElse(List.of())
                .forEach(name -> signIns.add(name, row.id(), hash, true, false));
    }

    private static Optional<String> place(Role role, PersonRow row, PartnershipRow partnership) {
        return switch (role.heldAt()) {
            case SCHOOL -> Optional.ofNullable(row.school());
            case PARTNERSHIP -> Optional.of(partnership.id());
            case INSTALLATION -> Optional.empty();
        };
    }

    private static void inRow(PersonRow row, Runnable work) {
        SampleFiles.inRow("people.yaml", row.id(), work);
    }
}
