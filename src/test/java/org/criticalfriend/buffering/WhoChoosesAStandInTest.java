package org.criticalfriend.buffering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.notification.Letter;
import org.criticalfriend.notification.NothingToSay;
import org.criticalfriend.notification.Notice;
import org.criticalfriend.notification.Occasion;
import org.criticalfriend.notification.ToSay;
import org.criticalfriend.partnership.Absences;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** There is always somebody who chooses: the partnership lead, the deputy, an administrator. */
@ApplicationTest
class WhoChoosesAStandInTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    Buffered people;

    @Autowired
    People register;

    @Autowired
    Roles roles;

    @Autowired
    Absences absences;

    @Autowired
    Timers timers;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    List<Occasion> occasions;

    @Autowired
    JdbcClient database;

    private Review review;

    @BeforeEach
    void inASmallPartnershipThereIsSoonNobodyLeftToAsk() {
        partnerships.ofTheInstallation(Role.ADMIN);
        review = people.startedInSmall();
        people.cannotCome(review, review.spare());
        assertThat(people.asked(review)).containsExactly(review.made().lead());
    }

    @Test
    void thePartnershipLeadChoosesAndFindsItOnThePageOfTheReview() {
        people.answer(review, review.made().lead(), false);

        assertThat(choosing()).containsExactly(review.made().lead());
        Browser lead = new Browser(port);
        lead.signIn(review.made().lead(), TestPartnership.PASSWORD);
        assertThat(lead.get("/review/" + review.reference()).body())
                .contains(
                        "Somebody is looked for",
                        "as spare Improvement Champion",
                        "Needs a decision",
                        "Choose a stand-in");
        assertThat(lead.get("/").body()).contains("somebody is looked for as spare Improvement Champion");
    }

    @Test
    void whoeverLeavesOrIsNotThereHandsItOnAndInTheEndAnAdministratorHasIt() {
        people.answer(review, review.made().lead(), false);

        leaves(review.made().lead());
        assertThat(choosing()).contains(review.made().deputyLead());
        leaves(review.made().deputyLead());

        assertThat(choosing()).isNotEmpty().allSatisfy(this::isAdministrator);
    }

    @Test
    void whoeverIsInChargeNextHearsThatNobodyHasChosenInTime() {
        people.answer(review, review.made().lead(), false);
        assertThat(timers.dueAt(Buffered.SEARCH, review.reference(), "NobodyHasChosen"))
                .isEqualTo(people.tasksAt(review, "ChooseStandIn")
                        .get(0)
                        .getDueDate()
                        .toInstant());

        timers.fire(Buffered.SEARCH, review.reference(), "NobodyHasChosen");

        assertThat(people.told(review, "nobody-has-chosen"))
                .containsExactly(review.made().deputyLead());
        assertThat(choosing())
                .as("the decision stays where it is")
                .containsExactly(review.made().lead());
        assertThat(told(review.made().deputyLead())).isInstanceOfSatisfying(Letter.class, letter -> {
            assertThat(letter.template()).isEqualTo("buffering/nobody-has-chosen");
            assertThat(letter.values())
                    .containsEntry("name", TestPartnership.nameOf(review.made().lead()));
        });
        leaves(review.made().lead());
        assertThat(told(review.made().deputyLead()))
                .isEqualTo(new NothingToSay("The person has the decision on their own list by now."));
        scenario.handIn(people.tasksAt(review, "ChooseStandIn").get(0), Map.of("standInDecision", "SMALLER"));
        assertThat(told(review.made().deputyLead())).isEqualTo(new NothingToSay("It is decided."));
    }

    @Test
    void ifTheDeputyIsAwayAnAdministratorHears() {
        people.answer(review, review.made().lead(), false);
        absences.enter(
                review.made().deputyLead(),
                LocalDate.of(2026, 9, 10),
                LocalDate.of(2026, 10, 2),
                review.made().lead());

        timers.fire(Buffered.SEARCH, review.reference(), "NobodyHasChosen");

        assertThat(people.told(review, "nobody-has-chosen")).hasSize(1).allSatisfy(this::isAdministrator);
        assertThat(told(people.told(review, "nobody-has-chosen").get(0))).isInstanceOf(Letter.class);
    }

    @Test
    void withoutALeadAndADeputyItGoesToAnAdministratorFromTheStart() {
        leaves(review.made().deputyLead());
        leaves(review.made().lead());
        people.everybodySaysNo(review);

        assertThat(choosing()).isNotEmpty().allSatisfy(this::isAdministrator);
    }

    /** What the notice says now. */
    private ToSay told(String person) {
        return occasions.stream()
                .filter(occasion -> occasion.name().equals("nobody-has-chosen"))
                .findFirst()
                .orElseThrow()
                .now(database.sql(
                                "select id, subject, turn from notice where occasion = 'nobody-has-chosen' and recipient = ? order by id desc fetch first 1 rows only")
                        .param(person)
                        .query((row, number) -> new Notice(
                                row.getObject(1, UUID.class),
                                "nobody-has-chosen",
                                row.getString(2),
                                row.getString(3),
                                person,
                                Instant.EPOCH))
                        .single());
    }

    private List<String> choosing() {
        return people.tasksAt(review, "ChooseStandIn").stream()
                .map(Task::getAssignee)
                .toList();
    }

    private void isAdministrator(String person) {
        assertThat(roles.heldBy(List.of(person)).get(person))
                .extracting(RoleHeld::role)
                .contains(Role.ADMIN);
    }

    private void leaves(String person) {
        register.change(register.find(person).orElseThrow().leaving(LocalDate.of(2026, 9, 14)));
    }
}
