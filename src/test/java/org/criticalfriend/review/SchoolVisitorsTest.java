package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.ChangedMeanwhile;
import org.criticalfriend.partnership.DbsConfirmation;
import org.criticalfriend.partnership.EntryRefused;
import org.criticalfriend.partnership.VisitingFacts;
import org.criticalfriend.partnership.VisitingRecords;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Browser.Page;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the head or the office of a school says once for all visits. */
@ApplicationTest
class SchoolVisitorsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 22);

    private static final String YES = "Yes, " + SchoolTime.shortWords(LocalDate.of(2026, 9, 3));

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    VisitingRecords records;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    private Made made;
    private String office;

    @BeforeEach
    void aSchoolHasAnOffice() {
        clock.moveTo(SchoolTime.at(TODAY, LocalTime.of(9, 0)));
        made = partnerships.make();
        office = partnerships.office(made, 'a');
    }

    @Test
    void headAndOfficeOfTheSchoolReachThePageFromTheStartAndNobodyElseOpensIt() {
        for (String person : List.of(made.hostHead(), office)) {
            assertThat(browser(person).get("/").body()).as(person).contains(path());
            assertThat(browser(person).get(path()).status()).as(person).isEqualTo(200);
        }
        for (String person : List.of(
                made.deputy('a'),
                made.teacher('a'),
                made.head('b'),
                made.lead(),
                partnerships.office(made, 'b'),
                partnerships.make().hostHead())) {
            assertThat(browser(person).get(path()).status()).as(person).isEqualTo(404);
            assertThat(browser(person).get("/").body()).as(person).doesNotContain(path());
        }
    }

    @Test
    void whatIsEnteredOnceStandsForAllVisits() {
        Page saved = browser(office).post(path(), facts(0, "Behind the hall", "true"));

        assertThat(saved.location()).isEqualTo(path() + "?saved");
        assertThat(records.factsOf(made.school('a')))
                .isEqualTo(new VisitingFacts(
                        made.school('a'),
                        1,
                        Optional.of("Behind the hall"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(true)));
        assertThat(changed("VisitingFacts", office)).isEqualTo(1);

        browser(made.hostHead()).post(path(), facts(1, "", ""));

        assertThat(records.factsOf(made.school('a')).parking()).isEmpty();
        assertThat(records.factsOf(made.school('a')).photoId()).isEmpty();
    }

    @Test
    void ofTwoWhoChangeItAtOnceTheSecondSeesWhatTheFirstWroteAndLosesNothing() {
        Browser second = browser(made.hostHead());
        second.get(path());
        browser(office).post(path(), facts(0, "Behind the hall", ""));

        Page page = second.post(path(), facts(0, "On the street", ""));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Somebody else of your school", "Behind the hall", "On the street");
        assertThat(records.factsOf(made.school('a')).parking()).contains("Behind the hall");
        assertThat(second.post(path(), facts(1, "On the street", "")).location())
                .endsWith("?saved");
        assertThatThrownBy(() -> records.enter(records.factsOf(made.school('a')).asOf(1)))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void whatIsTooLongIsRefusedInWordsAndStaysInTheField() {
        Page page = browser(office).post(path(), facts(0, "x".repeat(401), ""));

        assertThat(page.body())
                .contains("Please shorten the words on parking: it has 401 characters, and 400 fit.")
                .contains("x".repeat(401));
        assertThat(records.factsOf(made.school('a')).version()).isZero();
    }

    @Test
    void nobodyElseEntersAnything() {
        for (String person : List.of(made.deputy('a'), made.head('b'), made.lead(), partnerships.office(made, 'b'))) {
            assertThat(browser(person).post(path(), facts(0, "Elsewhere", "")).status())
                    .as(person)
                    .isEqualTo(404);
            assertThat(say(person, 'a', made.teacher('a'), 0, true, "2026-09-03")
                            .status())
                    .as(person)
                    .isEqualTo(404);
        }
        assertThat(records.factsOf(made.school('a')).version()).isZero();
        assertThat(records.dbsOf(List.of(made.teacher('a')))).isEmpty();
        Browser withoutToken = browser(office);
        assertThat(withoutToken
                        .postWithoutToken(path(), facts(0, "Elsewhere", ""))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theEmployerConfirmsTheCheckOfAColleagueAndMayWithdrawIt() {
        assertThat(say(office, 'a', made.teacher('a'), 0, true, "2026-09-03").location())
                .isEqualTo(path() + "?said");
        assertThat(confirmation())
                .isEqualTo(new DbsConfirmation(made.teacher('a'), 1, true, LocalDate.of(2026, 9, 3), office));
        assertThat(browser(office).get(path()).body()).contains(YES);

        say(made.hostHead(), 'a', made.teacher('a'), 1, false, "2026-09-22");

        assertThat(confirmation()).isEqualTo(new DbsConfirmation(made.teacher('a'), 2, false, TODAY, made.hostHead()));
        assertThat(changed("DbsConfirmation", office)).isEqualTo(1);
        assertThat(changed("DbsConfirmation", made.hostHead())).isEqualTo(1);
    }

    @Test
    void nobodyConfirmsForPeopleOfAnotherSchool() {
        assertThat(say(office, 'a', made.teacher('b'), 0, true, "2026-09-03").status())
                .isEqualTo(404);
        assertThat(say(office, 'b', made.teacher('b'), 0, true, "2026-09-03").status())
                .isEqualTo(404);
        assertThat(records.dbsOf(List.of(made.teacher('b')))).isEmpty();
    }

    @Test
    void aDayThatIsStillToComeOrNoDayAtAllIsRefusedInWords() {
        assertThat(say(office, 'a', made.teacher('a'), 0, true, "2026-09-23").body())
                .contains("this day is still to come");
        assertThat(say(office, 'a', made.teacher('a'), 0, true, "soon").body()).contains("please give a day");
        assertThat(records.dbsOf(List.of(made.teacher('a')))).isEmpty();
    }

    @Test
    void ofTwoWhoConfirmAtOnceTheSecondIsTold() {
        say(office, 'a', made.teacher('a'), 0, true, "2026-09-03");

        assertThat(say(made.hostHead(), 'a', made.teacher('a'), 0, false, "2026-09-22")
                        .body())
                .contains("Somebody else of your school has changed this meanwhile", YES);
        assertThat(confirmation().confirmed()).isTrue();
    }

    @Test
    void whoIsNotRegisteredIsConfirmedByNobody() {
        assertThatThrownBy(() -> records.say(new DbsConfirmation("nobody", 0, true, TODAY, office)))
                .isInstanceOf(EntryRefused.class);
        assertThatThrownBy(() -> records.enter(VisitingFacts.none("nowhere"))).isInstanceOf(EntryRefused.class);
    }

    private DbsConfirmation confirmation() {
        return records.dbsOf(List.of(made.teacher('a'))).get(made.teacher('a'));
    }

    private String path() {
        return "/school/%s/visitors".formatted(made.school('a'));
    }

    private Browser browser(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        // The start page brings the token that forms send.
        browser.get("/");
        return browser;
    }

    private static Map<String, String> facts(int version, String parking, String photoId) {
        Map<String, String> fields = new HashMap<>();
        fields.put("version", String.valueOf(version));
        fields.put("parking", parking);
        fields.put("reception", "");
        fields.put("phone", " ");
        fields.put("lunch", "");
        fields.put("photoId", photoId);
        return fields;
    }

    private Page say(String person, char school, String colleague, int version, boolean confirmed, String day) {
        return browser(person)
                .post(
                        "/school/%s/visitors/%s".formatted(made.school(school), colleague),
                        Map.of(
                                "version", String.valueOf(version),
                                "confirmed", String.valueOf(confirmed),
                                "day", day));
    }

    private long changed(String part, String person) {
        return database.sql("select count(*) from audit where person = ? and act = 'CHANGED' and subject = ?")
                .params(person, part)
                .query(Long.class)
                .single();
    }
}
