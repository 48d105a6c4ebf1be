package org.criticalfriend.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.criticalfriend.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A register that was filled before partnerships had settings is carried over. */
@Tag("database")
class MigrationFromFirstReleaseTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 8);

    private JdbcClient database;
    private RegisterOn register;

    @BeforeEach
    void aDatabaseOfTheFirstReleaseIsMigrated() {
        DataSource dataSource = TestDatabase.empty();
        database = JdbcClient.create(dataSource);
        TestDatabase.migrate(dataSource, "5");
        fill();
        TestDatabase.migrate(dataSource, "latest");
        register = new RegisterOn(dataSource);
    }

    @Test
    void aPartnershipKeepsWhatItHadAndGetsTheDefaultSettings() {
        assertThat(register.partnerships.find("priory"))
                .contains(Partnership.of(
                        "priory",
                        "Priory",
                        PartnershipKind.CLUSTER,
                        PartnershipSettings.of(LedBy.PEER, PublicationPolicy.LEADERS)));
    }

    @Test
    void aSchoolKeepsWhatItHadAndHasNoLimits() {
        assertThat(register.schools.of("priory"))
                .containsExactly(new MemberSchool(
                        School.of(
                                "milllane",
                                "Mill Lane",
                                Phase.PRIMARY,
                                70,
                                "staffordshire",
                                "Mill Lane, Nether Thornbrook",
                                "01632 960130"),
                        Membership.of("priory", "milllane", MembershipStatus.IN_CYCLE, 2)));
    }

    @Test
    void peopleKeepTheirRolesAndWorkFromMondayToFriday() {
        assertThat(register.people.find("milllanehead"))
                .contains(Person.of("milllanehead", "Ruth", "Calder", "ruth.calder@milllane.example", "Headteacher")
                        .at("milllane"));
        assertThat(register.roles.heldBy("milllanehead"))
                .containsExactlyInAnyOrder(
                        RoleHeld.in("milllane", Role.HEAD, "milllanehead"),
                        RoleHeld.in("priory", Role.PARTNERSHIP_LEAD, "milllanehead"),
                        RoleHeld.ofInstallation(Role.ADMIN, "milllanehead"));
        assertThat(register.people.entry("milllanehead").orElseThrow().profile().workingDays())
                .isEqualTo(Profile.DEFAULT.workingDays());
    }

    @Test
    void trainingsKeepCountingAndThoseOfStandInsAreForWhatTheyStandInFor() {
        assertThat(register.people.entry("milllanehead").orElseThrow().profile().trainings())
                .isEqualTo(Set.of(Training.as(Duty.LEAD_REVIEWER), Training.as(Duty.PEER_REVIEWER)));
        assertThat(register.register.trainedFor(Duty.RESERVE_REVIEWER, "priory", DAY))
                .extracting(Person::id)
                .containsExactly("milllanehead");
    }

    @Test
    void everythingCanBeChangedAfterwards() {
        Person head = register.people.find("milllanehead").orElseThrow();
        School school = register.schools.find("milllane").orElseThrow();

        register.people.change(head.withPhone("01632 960311"));
        register.roles.appoint(RoleHeld.in("priory", Role.CENTRAL_TEAM, "milllanehead"));
        register.roles.dismiss(RoleHeld.in("milllane", Role.HEAD, "milllanehead"));
        register.schools.change(school.withSubjectLeaders(Map.of("English", "milllanehead")));

        assertThat(register.people.find("milllanehead").flatMap(Person::phone)).contains("01632 960311");
        assertThat(register.schools.find("milllane").orElseThrow().version()).isEqualTo(1);
        assertThat(register.roles.heldBy("milllanehead"))
                .extracting(RoleHeld::role)
                .contains(Role.CENTRAL_TEAM)
                .doesNotContain(Role.HEAD);
    }

    private void fill() {
        run("insert into school_calendar (id, name) values ('staffordshire', 'Staffordshire')");
        run("insert into partnership (id, name, kind, led_by, publication)"
                + " values ('priory', 'Priory', 'CLUSTER', 'PEER', 'LEADERS')");
        run(
                "insert into school (id, name, phase, roll, calendar, address, phone) values"
                        + " ('milllane', 'Mill Lane', 'PRIMARY', 70, 'staffordshire', 'Mill Lane, Nether Thornbrook', '01632 960130')");
        run(
                "insert into membership (partnership, school, status, cycles_done) values ('priory', 'milllane', 'IN_CYCLE', 2)");
        run("insert into person (id, version, given, family, email, post, school) values"
                + " ('milllanehead', 0, 'Ruth', 'Calder', 'ruth.calder@milllane.example', 'Headteacher', 'milllane')");
        run("insert into person_role (id, person, role, partnership, school, place) values"
                + " ('01929c7e-0000-7000-8000-000000000001', 'milllanehead', 'HEAD', null, 'milllane', 'milllane'),"
                + " ('01929c7e-0000-7000-8000-000000000002', 'milllanehead', 'PARTNERSHIP_LEAD', 'priory', null, 'priory'),"
                + " ('01929c7e-0000-7000-8000-000000000003', 'milllanehead', 'ADMIN', null, null, 'installation')");
        run("insert into training (person, duty) values ('milllanehead', 'LEAD_REVIEWER'),"
                + " ('milllanehead', 'RESERVE_REVIEWER'), ('milllanehead', 'ASSOCIATE')");
    }

    private void run(String statement) {
        database.sql(statement).update();
    }
}
