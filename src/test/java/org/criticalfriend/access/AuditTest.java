package org.criticalfriend.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.criticalfriend.testing.Answers;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.OpenTasks;
import org.criticalfriend.testing.OpenTasks.Open;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class AuditTest {

    @LocalServerPort
    int port;

    @Autowired
    OpenTasks tasks;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient database;

    record Row(String act, String subject, String review) {}

    @Test
    void readingAndHandingInAFormAreNoted() {
        Open open = tasks.planningMeeting();
        Rest reviewer = new Rest(port, open.assignee());

        reviewer.form(open.id());
        reviewer.complete(open.id(), Answers.planningMeeting("2026-09-17"));

        assertThat(rowsOf(open.assignee()))
                .containsExactly(
                        new Row("READ", "HoldPlanningMeeting", open.reference()),
                        new Row("HANDED_IN", "HoldPlanningMeeting", open.reference()));
    }

    @Test
    void whatIsNotedWithinOneMillisecondLiesInTheOrderInWhichItWasNoted() {
        String person = partnerships.make().head('a');
        List<String> parts =
                IntStream.range(0, 300).mapToObj("Part%d"::formatted).toList();

        parts.forEach(part -> audit.readOnPage(person, part));

        assertThat(database.sql("select subject from audit where person = ? order by id")
                        .param(person)
                        .query(String.class)
                        .list())
                .isEqualTo(parts);
    }

    @Test
    void anAnswerThatIsRefusedIsNotNotedAsHandedIn() {
        Open open = tasks.planningMeeting();

        new Rest(port, open.assignee()).complete(open.id(), Map.of());

        assertThat(rowsOf(open.assignee())).isEmpty();
    }

    @Test
    void aHeadingThatTheLeadSeesIsNoReading() {
        Open open = tasks.planningMeeting();

        new Rest(port, open.made().lead()).form(open.id());

        assertThat(rowsOf(open.made().lead())).isEmpty();
    }

    @Test
    void signingInAndOutAndChangingThePasswordAreNoted() {
        String person = partnerships.make().head('a');
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        browser.get("/");
        browser.post("/sign-out", Map.of());
        browser.signIn(person, TestPartnership.PASSWORD);
        browser.get("/password");
        browser.post(
                "/password",
                Map.of(
                        "current",
                        TestPartnership.PASSWORD,
                        "chosen",
                        "willow harbour kettle",
                        "again",
                        "willow harbour kettle"));

        assertThat(rowsOf(person))
                .extracting(Row::act)
                .containsSubsequence("SIGNED_IN", "SIGNED_OUT", "SIGNED_IN", "PASSWORD_CHANGED");
        assertThat(rowsOf(person)).extracting(Row::review).containsOnlyNulls();
    }

    @Test
    void aSignInThatIsRefusedIsNotedWithoutTheNameThatWasTyped() {
        long before = refused();
        String typed = "lantern orchard muddle";

        new Browser(port).signIn(typed, typed);
        new Rest(port, partnerships.make().head('a'), typed).get("/task");

        assertThat(refused()).isEqualTo(before + 2);
        assertThat(database.sql("select count(*) from audit where act = 'SIGN_IN_REFUSED' and person is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(database.sql("select count(*) from audit where subject like '%lantern%' or review like '%lantern%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long refused() {
        return database.sql("select count(*) from audit where act = 'SIGN_IN_REFUSED'")
                .query(Long.class)
                .single();
    }

    private List<Row> rowsOf(String person) {
        return database.sql("select act, subject, review from audit where person = ? order by at, id")
                .param(person)
                .query(Row.class)
                .list();
    }
}
