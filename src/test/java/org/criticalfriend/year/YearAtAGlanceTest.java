package org.criticalfriend.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.review.PlannedReview;
import org.criticalfriend.review.Stage;
import org.criticalfriend.review.StartReview;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.CountedStatements;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The year at a glance: who sees what of it, how it is chosen from, and that files and calendar hold the same. */
@ApplicationTest
class YearAtAGlanceTest {

    private static final LocalDate INSET = LocalDate.of(2026, 11, 2);

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    StartReview start;

    @Autowired
    YearAtAGlance years;

    @Autowired
    SchoolCalendars calendars;

    @Autowired
    Roles roles;

    @Autowired
    MovableClock clock;

    private Made made;
    private String atA;
    private String atD;

    @BeforeEach
    void twoReviewsOfAYear() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        calendars.enterInsetDays(made.school('a'), List.of(INSET));
        atA = partnerships.startReview(made, TestPartnership.VISIT);
        atD = start('d', TestPartnership.VISIT.plusDays(1), made.head('a'), made.deputy('b'));
    }

    @Test
    void whoeverLeadsThePartnershipSeesAllOfIt() {
        for (String person : List.of(made.lead(), made.deputyLead())) {
            Glance glance = of(person);
            assertThat(glance.everything()).isTrue();
            assertThat(references(glance)).containsExactlyInAnyOrder(atA, atD);
            assertThat(glance.schools()).hasSize(4);
            assertThat(appointments(glance)).as("four of each").hasSize(8);
        }
    }

    @Test
    void participantsSeeTheReviewsThatConcernThem() {
        assertThat(references(of(made.champion()))).containsExactly(atA);
        assertThat(references(of(made.leadReviewer()))).containsExactlyInAnyOrder(atA, atD);
        assertThat(references(of(made.hostHead()))).containsExactlyInAnyOrder(atA, atD);
        assertThat(references(of(made.teacher('c')))).isEmpty();
        assertThat(of(made.champion()).schools())
                .extracting(school -> school.id())
                .containsExactly(made.school('a'), made.school('b'));
    }

    @Test
    void aSchoolOfficeSeesTheAppointmentsOfItsSchool() {
        Glance host = of(partnerships.office(made, 'a'));
        assertThat(appointments(host).stream()
                        .filter(line -> line.standing().reference().equals(atA)))
                .hasSize(4);
        assertThat(appointments(host).stream()
                        .filter(line -> line.standing().reference().equals(atD))
                        .map(Line::what))
                .as("to which its own head goes")
                .containsExactlyInAnyOrder(Entry.PLANNING_MEETING, Entry.VISIT);
        assertThat(appointments(of(partnerships.office(made, 'c'))))
                .extracting(Line::what)
                .containsExactly(Entry.VISIT);
    }

    @Test
    void theStateOfAReviewFollowsWhatHasHappened() {
        assertThat(standing(atA).stage()).isEqualTo(Stage.PLANNING);
        scenario.completeSelfReview(made, atA);
        scenario.holdPlanningMeeting(made, atA);
        assertThat(standing(atA).words()).isEqualTo("Questions being prepared");
        assertThat(standing(atA).late()).isFalse();

        clock.moveTo(SchoolTime.at(TestPartnership.VISIT, LocalTime.of(9, 0)));

        assertThat(standing(atA).late()).isTrue();
        assertThat(standing(atA).inFull()).isEqualTo("Questions being prepared, still open");
    }

    @Test
    void filtersNarrowAndNeverWiden() {
        String lead = made.lead();
        assertThat(references(of(lead, asked(made.school('a'), Set.of(), null, false))))
                .containsExactly(atA);
        assertThat(of(lead, asked(made.school('a'), Set.of(), null, false)).lines())
                .allSatisfy(line -> assertThat(line.schools()).startsWith("School a"));
        assertThat(of(lead, asked("", Set.of(Entry.VISIT), null, false)).lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.what()).isEqualTo(Entry.VISIT));
        assertThat(of(lead, asked("", Set.of(), Stage.QUESTIONS, false)).lines())
                .isEmpty();
        assertThat(of(lead, asked("", Set.of(), Stage.PLANNING, false)).lines())
                .hasSize(8)
                .allSatisfy(line -> assertThat(line.isOfReview()).isTrue());
        assertThat(appointments(of(lead, asked("", Set.of(), null, true))))
                .as("the lead is head of d and gives no other day")
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.standing().reference()).isEqualTo(atD));
        assertThat(references(of(made.champion(), asked(made.school('d'), Set.of(), null, false))))
                .isEmpty();
    }

    @Test
    void whatWasChosenIsSaidInWordsAlsoOnPaper() {
        assertThat(page(made.lead(), "/year?school=" + made.school('a') + "&entry=VISIT&mine=true")
                        .body())
                .contains("Chosen: <strong>School a " + made.id() + ", Visit, what concerns me</strong>");
        assertThat(page(made.lead(), "/year").body()).doesNotContain("Chosen:");
    }

    @Test
    void aYearWithoutReviewsAndWithoutTermsIsStillAPage() {
        Browser.Page later = page(made.lead(), "/year?year=2030");

        assertThat(later.status()).isEqualTo(200);
        assertThat(later.body())
                .contains("The year 2030/31", "There is no review to show", "There is no date to show")
                .contains("The term dates of", "are not entered for");
        assertThat(page(made.lead(), "/year?year=12").status()).isEqualTo(400);
        assertThat(page(made.lead(), "/year?state=NOWHERE").status()).isEqualTo(400);
    }

    @Test
    void closedDaysAreSaidOnceForAllSchoolsThatHaveThem() {
        List<Line> lines = of(made.lead()).lines();

        assertThat(lines)
                .filteredOn(line -> line.name().equals("Christmas holiday"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.schools()).isEqualTo("All schools");
                    assertThat(line.days()).isEqualTo("Sat 19 Dec 2026 to Sun 3 Jan 2027");
                });
        assertThat(lines)
                .filteredOn(line -> line.what() == Entry.INSET)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.schools()).startsWith("School a");
                    assertThat(line.first()).isEqualTo(INSET);
                });
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.what()).isEqualTo(Entry.BANK_HOLIDAY);
            assertThat(line.first()).isEqualTo(LocalDate.of(2027, 5, 3));
        });
        assertThat(of(made.lead(), inYear(2030)).notEntered()).hasSize(4);
    }

    @Test
    void whoIsInSeveralPartnershipsChoosesAndNobodySeesAnother() {
        Made other = partnerships.make();
        String elsewhere = partnerships.startReview(other, TestPartnership.VISIT);
        assertThat(page(made.lead(), "/year?partnership=" + other.id()).status())
                .isEqualTo(404);
        assertThat(page(made.lead(), "/year/dates?partnership=" + other.id()).status())
                .isEqualTo(404);
        assertThat(page(made.lead(), "/year/year.xlsx?partnership=" + other.id())
                        .status())
                .isEqualTo(404);

        roles.appoint(RoleHeld.in(other.id(), Role.DEPUTY_PARTNERSHIP_LEAD, made.lead()));

        assertThat(of(made.lead()).choice()).hasSize(2);
        assertThat(references(of(made.lead(), in(other.id())))).containsExactly(elsewhere);
        assertThat(references(of(made.lead(), in(made.id())))).containsExactlyInAnyOrder(atA, atD);
        assertThat(page(made.lead(), "/year").body()).contains("Partnership " + other.id());
    }

    @Test
    void whoTakesPartInNothingIsToldSo() {
        assertThat(page(partnerships.ofTheInstallation(Role.ADMIN), "/year").body())
                .contains("You take part in no partnership at present");
    }

    @Test
    void theSpreadsheetOpensAgainAndHoldsWhatThePageShows() throws IOException {
        Glance glance = of(made.lead());
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(browser(made.lead()).download("/year/year.xlsx")))) {
            Sheet dates = workbook.getSheet("Dates");
            assertThat(dates.getLastRowNum()).isEqualTo(glance.lines().size());
            for (int at = 0; at < glance.lines().size(); at++) {
                Line line = glance.lines().get(at);
                assertThat(dates.getRow(at + 1)
                                .getCell(0)
                                .getLocalDateTimeCellValue()
                                .toLocalDate())
                        .isEqualTo(line.first());
                assertThat(dates.getRow(at + 1).getCell(5).getStringCellValue()).isEqualTo(line.name());
                assertThat(dates.getRow(at + 1).getCell(6).getStringCellValue()).isEqualTo(line.schools());
                assertThat(dates.getRow(at + 1).getCell(7).getStringCellValue())
                        .isEqualTo(line.review().map(Line.Standing::words).orElse(""));
            }
            assertThat(workbook.getSheet("Reviews").getLastRowNum()).isEqualTo(2);
            for (int at = 0; at < glance.reviews().size(); at++) {
                Glance.Row review = glance.reviews().get(at);
                Iterable<Cell> cells = workbook.getSheet("Reviews").getRow(at + 1);
                assertThat(cells)
                        .extracting(Cell::getStringCellValue)
                        .containsExactly(
                                review.school(),
                                review.day(Entry.PLANNING_MEETING),
                                review.day(Entry.VISIT),
                                review.day(Entry.WORKSHOP),
                                review.day(Entry.FOLLOW_UP),
                                review.standing().words(),
                                "",
                                review.standing().reference());
                assertThat(review.days()).hasSize(4).doesNotContainValue("");
            }
        }
    }

    @Test
    void theCsvHoldsTheSameAsThePageUnderTheSameFilter() throws IOException {
        Glance glance = of(made.lead(), asked("", Set.of(Entry.WORKSHOP, Entry.INSET), null, false));
        String csv = new String(
                browser(made.lead()).download("/year/year.csv?entry=WORKSHOP&entry=INSET"), StandardCharsets.UTF_8);
        try (CSVParser parser = CSVParser.parse(
                new StringReader(csv.substring(1)),
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            List<CSVRecord> rows = parser.getRecords();
            assertThat(rows).hasSize(3);
            assertThat(rows)
                    .extracting(row -> row.get("First day") + " " + row.get("What") + " " + row.get("School"))
                    .isEqualTo(glance.lines().stream()
                            .map(line -> line.first() + " " + line.what().words() + " " + line.schools())
                            .toList());
        }
    }

    @Test
    void theCalendarGetsTheSameDatesAndNothingThatPeopleWrote() {
        scenario.completeSelfReview(made, atA);
        scenario.holdPlanningMeeting(made, atA);
        String office = partnerships.office(made, 'a');
        for (String person : List.of(made.lead(), made.champion(), office)) {
            String dates = page(person, "/year/dates").body();
            assertThat(dates).contains("Visit: School a", "2026-10-08T", "/review/" + atA);
            assertThat(dates + page(person, "/year").body()).doesNotContain("How well?", "A focus");
        }
        assertThat(page(made.champion(), "/year/dates").body()).doesNotContain(atD);
        assertThat(page(made.teacher('c'), "/year/dates").body()).doesNotContain("/review/");
    }

    @Test
    void onlyWhoIsSignedInSeesAnything() {
        Browser nobody = new Browser(port);
        for (String path : List.of("/year", "/year/dates", "/year/year.xlsx", "/year/year.csv")) {
            assertThat(nobody.get(path).status()).as(path).isEqualTo(302);
        }
    }

    @Test
    void howManyReviewsThereAreDoesNotChangeHowOftenTheDatabaseIsAsked() {
        of(made.lead());
        of(made.leadReviewer());
        int forLead = CountedStatements.during(() -> of(made.lead()));
        int forReviewer = CountedStatements.during(() -> of(made.leadReviewer()));

        start('c', TestPartnership.VISIT.plusDays(5), made.head('a'), made.leadReviewer());
        of(made.lead());
        of(made.leadReviewer());

        assertThat(references(of(made.leadReviewer()))).hasSize(3);
        assertThat(CountedStatements.during(() -> of(made.lead()))).isEqualTo(forLead);
        assertThat(CountedStatements.during(() -> of(made.leadReviewer()))).isEqualTo(forReviewer);
    }

    private String start(char host, LocalDate visit, String leadReviewer, String peerReviewer) {
        return start.as(new PlannedReview(
                made.id(),
                made.school(host),
                "A focus",
                visit,
                visit,
                Map.of(),
                Map.of(
                        Duty.LEAD_REVIEWER, List.of(leadReviewer),
                        Duty.PEER_REVIEWER, List.of(peerReviewer))));
    }

    private Glance of(String person) {
        return of(person, Asked.EVERYTHING);
    }

    private Glance of(String person, Asked asked) {
        return years.of(person, asked).orElseThrow();
    }

    private static Asked asked(String school, Set<Entry> entries, Stage stage, boolean mine) {
        return new Asked(
                Optional.empty(),
                Optional.empty(),
                Optional.of(school).filter(id -> !id.isEmpty()),
                entries,
                Optional.ofNullable(stage),
                false,
                mine);
    }

    private static Asked in(String partnership) {
        return new Asked(
                Optional.of(partnership), Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), false, false);
    }

    private static Asked inYear(int year) {
        return new Asked(
                Optional.empty(),
                Optional.of(new SchoolYear(year)),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                false,
                false);
    }

    private static List<String> references(Glance glance) {
        return glance.reviews().stream()
                .map(review -> review.standing().reference())
                .toList();
    }

    private static List<Line> appointments(Glance glance) {
        return glance.lines().stream().filter(Line::isOfReview).toList();
    }

    private Line.Standing standing(String reference) {
        return of(made.lead()).reviews().stream()
                .map(Glance.Row::standing)
                .filter(one -> one.reference().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private Browser browser(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser;
    }

    private Browser.Page page(String person, String path) {
        return browser(person).get(path);
    }
}
