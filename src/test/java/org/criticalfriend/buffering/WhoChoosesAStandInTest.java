package org.criticalfriend.buffering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

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
    void withoutALeadAndADeputyItGoesToAnAdministratorFromTheStart() {
        leaves(review.made().deputyLead());
        leaves(review.made().lead());
        people.everybodySaysNo(review);

        assertThat(choosing()).isNotEmpty().allSatisfy(this::isAdministrator);
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
