package org.criticalfriend.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.criticalfriend.calendar.Country;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.calendar.Term;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.LedBy;
import org.criticalfriend.partnership.Membership;
import org.criticalfriend.partnership.MembershipStatus;
import org.criticalfriend.partnership.Memberships;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.PartnershipKind;
import org.criticalfriend.partnership.PartnershipSettings;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Phase;
import org.criticalfriend.partnership.Profile;
import org.criticalfriend.partnership.PublicationPolicy;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.Schools;
import org.criticalfriend.partnership.Training;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.SeatsAreLookedAfter;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A year is planned and published for partnerships that have little in common. */
@ApplicationTest
class PartnershipsOfAllKindsTest {

    private static final SchoolYear YEAR = new SchoolYear(2026);
    private static final LocalDate BEFORE_THE_SUMMER = LocalDate.of(2026, 7, 3);
    private static final int SMALL = 250;

    @Autowired
    Partnerships partnerships;

    @Autowired
    Memberships memberships;

    @Autowired
    Schools schools;

    @Autowired
    People people;

    @Autowired
    Roles roles;

    @Autowired
    SchoolCalendars calendars;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    YearScenario year;

    @Autowired
    SeatsAreLookedAfter seats;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    /** Some number that no other test has. */
    private final String salt = Long.toString(System.nanoTime(), 36);

    @BeforeEach
    void itIsSummer() {
        clock.moveTo(SchoolTime.at(BEFORE_THE_SUMMER, LocalTime.of(9, 0)));
    }

    @Test
    void growingGreatSchoolsHasSchoolsFromSixtyTo1400ChildrenAndIsLedByItsCentralTeam() {
        String trust = "ggs" + salt;
        String director = trust + "director";
        transaction.executeWithoutResult(status -> {
            enter(trust, "Growing Great Schools", LedBy.CENTRAL, PublicationPolicy.HOST);
            int[] rolls = {60, 120, 210, 240, 420, 630, 950, 1400};
            IntStream.range(0, rolls.length)
                    .forEach(number -> school(
                            trust, number, rolls[number], rolls[number] < 900 ? Phase.PRIMARY : Phase.SECONDARY, true));
            Stream.of("director", "improvement", "standards")
                    .forEach(post -> central(trust, trust + post, Duty.LEAD_REVIEWER));
            roles.appoint(RoleHeld.in(trust, Role.PARTNERSHIP_LEAD, director));
        });

        String reference = year.propose(trust, YEAR, BEFORE_THE_SUMMER, director);
        assertThat(year.against(reference)).isEmpty();
        year.agree(reference);

        assertThat(year.reviews(trust)).hasSize(8);
        assertThat(seats.faults(trust)).isEmpty();
        assertThat(
                        count(
                                trust,
                                "s.duty = 'LEAD_REVIEWER' and exists (select 1 from person p where p.id = o.person and p.school is null)"))
                .as("a central person leads every review")
                .isEqualTo(8);
        assertThat(count(trust, "s.duty = 'PEER_REVIEWER'"))
                .as("2, 3, 3, 3, 3, 4, 5 and 6 reviewers, by roll")
                .isEqualTo(29);
    }

    @Test
    void focusHasFifteenPrimarySchoolsOfWhichTwoHaveNobodyTrainedYet() {
        String trust = "focus" + salt;
        String lead = schoolId(trust, 0) + "head";
        transaction.executeWithoutResult(status -> {
            enter(trust, "Focus", LedBy.PEER, PublicationPolicy.TEAM);
            IntStream.range(0, 15)
                    .forEach(number -> school(trust, number, 180 + 33 * number, Phase.PRIMARY, number < 13));
            central(trust, trust + "director", Duty.LEAD_REVIEWER);
            roles.appoint(RoleHeld.in(trust, Role.PARTNERSHIP_LEAD, lead));
        });

        String reference = year.propose(trust, YEAR, BEFORE_THE_SUMMER, lead);
        assertThat(year.against(reference)).isEmpty();
        year.agree(reference);

        assertThat(year.reviews(trust)).hasSize(15);
        assertThat(seats.faults(trust)).isEmpty();
        assertThat(count(trust, "o.person = '%sdirector'".formatted(trust)))
                .as("under a peer lead the central team reads only")
                .isZero();
        assertThat(year.tasks(reference, "AgreeOurDuties"))
                .as("who sends nobody has nothing to agree")
                .noneMatch(task -> task.getAssignee().equals(schoolId(trust, 13) + "head"));
    }

    private long count(String partnership, String which) {
        return database.sql(
                        """
                        select count(*) from occupancy o join seat s on s.id = o.fills join review r on r.id = s.review
                        where r.partnership = ? and\s"""
                                + which)
                .param(partnership)
                .query(Long.class)
                .single();
    }

    private void enter(String id, String name, LedBy ledBy, PublicationPolicy publication) {
        calendars.add(id, "Terms of " + name, Country.ENGLAND);
        for (int later = 0; later < 2; later++) {
            int weeks = 52 * later;
            calendars.enterTerms(
                    id,
                    YEAR.plus(later),
                    TestPartnership.staffordshire2026().stream()
                            .map(term -> new Term(
                                    term.firstDay().plusWeeks(weeks),
                                    term.lastDay().plusWeeks(weeks)))
                            .toList());
        }
        partnerships.add(Partnership.of(id, name, PartnershipKind.MAT, PartnershipSettings.of(ledBy, publication)));
    }

    private static String schoolId(String partnership, int number) {
        return "%ss%02d".formatted(partnership, number);
    }

    /** Five people at a small school, eight at a large one, the head among them. */
    private void school(String partnership, int number, int roll, Phase phase, boolean trained) {
        String id = schoolId(partnership, number);
        schools.add(School.of(
                id,
                "School %02d %s".formatted(number, partnership),
                phase,
                roll,
                partnership,
                "1 School Lane",
                "01632 960001"));
        memberships.join(Membership.of(partnership, id, MembershipStatus.IN_CYCLE, 1));
        person(id + "head", Optional.of(id), trained, Duty.LEAD_REVIEWER, Duty.PEER_REVIEWER);
        roles.appoint(RoleHeld.in(id, Role.HEAD, id + "head"));
        IntStream.range(1, roll < SMALL ? 5 : 8).forEach(colleague -> {
            String person = id + "c" + colleague;
            if (colleague % 2 == 0) {
                person(person, Optional.of(id), trained, Duty.IMPROVEMENT_CHAMPION);
            } else {
                person(person, Optional.of(id), trained, Duty.LEAD_REVIEWER, Duty.PEER_REVIEWER);
            }
            roles.appoint(RoleHeld.in(id, Role.TEACHER, person));
        });
    }

    private void central(String partnership, String id, Duty... duties) {
        person(id, Optional.empty(), true, duties);
        roles.appoint(RoleHeld.in(partnership, Role.CENTRAL_TEAM, id));
    }

    private void person(String id, Optional<String> school, boolean trained, Duty... duties) {
        Person person = Person.of(id, "Given", "Family " + id, id + "@school.example", "Post");
        people.add(
                school.map(person::at).orElse(person),
                trained
                        ? Profile.DEFAULT.trained(
                                Stream.of(duties).map(Training::as).toList())
                        : Profile.DEFAULT);
    }
}
