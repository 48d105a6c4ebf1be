package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Profile;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.partnership.TeamRule;
import org.criticalfriend.partnership.Training;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Rest.Reply;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class TeamSizesTest {

    private static final TeamRule BY_ROLL = TeamRule.DEFAULT;

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    TeamSizes sizes;

    @Autowired
    StartReview start;

    @Autowired
    People people;

    @Autowired
    Roles roles;

    @Autowired
    RepositoryService repository;

    @Autowired
    MovableClock clock;

    @ParameterizedTest
    @CsvSource({
        "1,     SCHOOL, 2, 0.5, 0",
        "100,   SCHOOL, 2, 0.5, 0",
        "101,   SCHOOL, 3, 1,   2",
        "420,   SCHOOL, 3, 1,   2",
        "421,   SCHOOL, 4, 1,   2",
        "900,   SCHOOL, 4, 1,   2",
        "901,   SCHOOL, 5, 1.5, 2",
        "1200,  SCHOOL, 5, 1.5, 2",
        "1201,  SCHOOL, 6, 2,   2",
        "60,    MAT,    2, 0.5, 0",
        "1200,  MAT,    5, 2,   2",
        "8000,  MAT,    6, 3,   2"
    })
    void theSizeFollowsFromTheRollAndTheKindOfReview(
            int roll, ReviewKind kind, int reviewers, String days, int associates) {
        Made made = partnerships.make(roll, BY_ROLL);

        TeamSize size = sizes.of(made.id(), made.school('a'), kind);

        assertThat(size.reviewers()).isEqualTo(reviewers);
        assertThat(size.days()).isEqualByComparingTo(days);
        assertThat(size.associates()).isEqualTo(associates);
    }

    @Test
    void aPartnershipMayFixTheNumberOfReviewersAndNothingElse() {
        Made made = partnerships.make(1000, new TeamRule(Optional.of(2), 2));

        TeamSize size = sizes.of(made.id(), made.school('a'), ReviewKind.SCHOOL);

        assertThat(size.reviewers()).isEqualTo(2);
        assertThat(size.days()).isEqualByComparingTo("1.5");
    }

    @Test
    void severalHostsAreAskedForAtOnceAndWhoIsNotRegisteredHasNoSize() {
        Made made = partnerships.make(200, BY_ROLL);

        assertThat(sizes.of(made.id(), List.of(made.school('a'), made.school('b'), "nowhere"), ReviewKind.SCHOOL))
                .containsOnlyKeys(made.school('a'), made.school('b'));
        assertThatThrownBy(() -> sizes.of(made.id(), "nowhere", ReviewKind.SCHOOL))
                .hasMessage("There is no school nowhere.");
        assertThatThrownBy(() -> sizes.of("nowhere", made.school('a'), ReviewKind.SCHOOL))
                .hasMessage("There is no partnership nowhere.");
    }

    @Test
    void aLeadOfTheCentralTeamComesOnTop() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 4), LocalTime.of(9, 0)));
        Made made = partnerships.make(60, BY_ROLL);
        String director = made.id() + "director";
        people.add(
                Person.of(director, "Given", "Director", "director@trust.example", "Director of Education"),
                Profile.DEFAULT.trained(List.of(Training.as(Duty.LEAD_REVIEWER))));
        roles.appoint(RoleHeld.in(made.id(), Role.CENTRAL_TEAM, director));

        assertThatThrownBy(() -> start.as(led(made, director, made.head('b'))))
                .isInstanceOf(TeamRefused.class)
                .hasMessageContaining("is of 2 reviewers, and this one is of 1.");
        assertThat(start.as(led(made, director, made.head('b'), made.head('c'))))
                .isNotBlank();
    }

    private static PlannedReview led(Made made, String lead, String... peers) {
        return new PlannedReview(
                made.id(),
                made.school('a'),
                "A focus",
                TestPartnership.VISIT,
                TestPartnership.VISIT,
                Map.of(),
                Map.of(Duty.LEAD_REVIEWER, List.of(lead), Duty.PEER_REVIEWER, List.of(peers)));
    }

    @Test
    void aProcessOwnerChangesTheTableAndItCountsAtOnce() throws IOException {
        Made made = partnerships.make(60, BY_ROLL);
        Reply reply = deploy(packaged().replaceFirst("(id=\"UpTo100Reviewers\">\\s*<text>)2", "$13"));
        try {
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            assertThat(sizes.of(made.id(), made.school('a'), ReviewKind.SCHOOL).reviewers())
                    .isEqualTo(3);
        } finally {
            repository.deleteDeployment(reply.json().path("id").asText(), true);
        }
    }

    @Test
    void aWrongRowIsRefusedWithItsNumberAndNothingIsDeployed() throws IOException {
        long before = repository.createDeploymentQuery().count();

        Reply reply = deploy(packaged().replaceFirst("(id=\"UpTo900Days\">\\s*<text>)1", "$1three"));

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.message()).contains("team-size.dmn, row 3: Visit days needs half a day to 2 days");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    private Reply deploy(String table) {
        return Way.REST
                .as(port, partnerships.ofTheInstallation(Role.OWNER))
                .deploy("Team size", "team-size.dmn", table);
    }

    private static String packaged() throws IOException {
        return Files.readString(Path.of("processes/team-size.dmn"));
    }
}
