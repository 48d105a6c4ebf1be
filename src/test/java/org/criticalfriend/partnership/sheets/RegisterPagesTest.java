package org.criticalfriend.partnership.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.criticalfriend.partnership.sheets.RegisterOf.bytes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.criticalfriend.partnership.Membership;
import org.criticalfriend.partnership.MembershipStatus;
import org.criticalfriend.partnership.Memberships;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.PlanningFacts;
import org.criticalfriend.partnership.PlanningRecords;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.Schools;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of the register, as a browser sees them. */
@ApplicationTest
class RegisterPagesTest {

    private static final Pattern STATE = Pattern.compile("name=\"state\" value=\"([^\"]+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    Partnerships all;

    @Autowired
    Schools schools;

    @Autowired
    People people;

    @Autowired
    PlanningRecords planning;

    @Autowired
    RegisterSheets sheets;

    @Autowired
    Roles roles;

    @Autowired
    Memberships memberships;

    @Autowired
    JdbcClient database;

    private Made made;
    private Browser lead;

    @BeforeEach
    void aPartnershipWhoseLeadIsSignedIn() {
        made = partnerships.make();
        lead = browser(made.lead());
    }

    @Test
    void aFileIsLookedAtThenAppliedAndThenGone() {
        Browser.Page answer = upload(lead, "schools.csv", "Id,Pupils", made.school('a') + ",210");
        assertThat(answer.status()).isEqualTo(302);
        String waiting = answer.location();
        Browser.Page preview = lead.get(waiting);
        assertThat(preview.body())
                .contains("Make this change", "Pupils: 200 → 210", "3 of the register are not in the file");
        assertThat(roll('a')).isEqualTo(200);

        Browser.Page done = lead.post(waiting, Map.of("state", found(STATE, preview)));

        assertThat(done.location()).isEqualTo(path("?made=1"));
        assertThat(roll('a')).isEqualTo(210);
        assertThat(lead.get(path("")).body())
                .contains("Pupils: 200 → 210", "changed, by a file", TestPartnership.nameOf(made.lead()));
        assertThat(lead.get(waiting).status()).isEqualTo(404);
        assertThat(uploads()).isZero();
        assertThat(lead.get(upload(lead, "schools.csv", "Id,Pupils", made.school('a') + ",210")
                                .location())
                        .body())
                .contains("There is nothing to change");
    }

    @Test
    void theWholeRegisterComesBackAsItWasDownloaded() {
        byte[] file = lead.download(path("/file/register.xlsx"));

        Browser.Page preview = lead.get(
                lead.upload(path("/upload"), "file", "register.xlsx", file).location());

        assertThat(preview.body()).contains("There is nothing to change").doesNotContain("put right");
        assertThat(lead.download(path("/file/people.csv"))).isNotEmpty();
        assertThat(lead.download(path("/file/template.zip?empty"))).isNotEmpty();
    }

    @Test
    void ifSomebodyElseWasFasterTheChangesAreShownAnewAndNothingIsDone() {
        String waiting = upload(lead, "schools.csv", "Id,Pupils", made.school('a') + ",210")
                .location();
        String state = found(STATE, lead.get(waiting));
        School school = schools.find(made.school('a')).orElseThrow();
        schools.change(new School(
                school.id(),
                school.version(),
                school.name(),
                school.phase(),
                school.ages(),
                school.trust(),
                school.formsOfEntry(),
                205,
                school.calendar(),
                school.address(),
                school.phone(),
                school.note(),
                school.affiliations(),
                school.subjectLeaders(),
                school.disadvantageBand(),
                school.limits()));

        Browser.Page refused = lead.post(waiting, Map.of("state", state));

        assertThat(refused.body()).contains("Somebody has changed the register since", "Pupils: 205 → 210");
        assertThat(roll('a')).isEqualTo(205);
        assertThat(lead.post(waiting, Map.of("state", found(STATE, refused))).status())
                .isEqualTo(302);
        assertThat(roll('a')).isEqualTo(210);
    }

    @Test
    void aFaultyFileShowsWhereAndOffersNoYes() {
        String waiting = upload(lead, "schools.csv", "Id,Pupils", made.school('a') + ",many")
                .location();

        Browser.Page preview = lead.get(waiting);

        assertThat(preview.body())
                .contains(
                        "1 thing has to be put right first", "Schools, row 2, Pupils:", "Please enter a whole number.")
                .doesNotContain("name=\"state\"", "many");
        assertThat(lead.post(
                                waiting,
                                Map.of("state", java.util.UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(200);
        assertThat(roll('a')).isEqualTo(200);
    }

    @Test
    void aFileThatIsTooLargeOrNoneIsRefusedInWords() {
        assertThat(lead.upload(path("/upload"), "file", "register.xlsx", new byte[5 * 1024 * 1024])
                        .body())
                .contains("larger than 4 MB");
        assertThat(lead.upload(path("/upload"), "file", "register.xlsm", new byte[10])
                        .body())
                .contains("macros");
        assertThat(lead.upload(path("/upload"), "file", "register.pdf", new byte[10])
                        .body())
                .contains("Please upload a spreadsheet");
        assertThat(lead.upload(path("/upload"), "file", "", new byte[0]).body()).contains("Please choose a file first");
        assertThat(uploads()).isZero();
    }

    @Test
    void aFileWaitsForItsPersonInTheirSessionOnly() {
        String waiting = upload(lead, "schools.csv", "Id,Pupils", made.school('a') + ",210")
                .location();

        assertThat(browser(made.deputyLead()).get(waiting).status()).isEqualTo(404);
        assertThat(browser(made.lead()).get(waiting).status())
                .as("another session")
                .isEqualTo(404);
        assertThat(lead.get(waiting).status()).isEqualTo(200);
        assertThat(uploads()).isEqualTo(1);

        lead.post("/sign-out", Map.of());

        assertThat(uploads()).isZero();
    }

    @Test
    void onlyLeadDeputyAndAdministratorsAreLetInAndOnlyWithTheTokenOfThePages() {
        String row = path("/schools/row");
        Map<String, String> typed = Map.of("c1", "Another name");
        for (String person : List.of(
                made.hostHead(),
                made.teacher('d'),
                partnerships.ofTheInstallation(Role.OWNER),
                partnerships.make().lead())) {
            Browser other = browser(person);
            for (String page : List.of(
                    "", "/schools", "/schools/row", "/file/register.xlsx", "/file/register.zip", "/file/people.csv")) {
                assertThat(other.get(path(page)).status()).as(person + page).isEqualTo(404);
            }
            assertThat(other.post(row, typed).status()).isEqualTo(404);
            assertThat(upload(other, "schools.csv", "Id,Pupils", made.school('a') + ",210")
                            .status())
                    .isEqualTo(404);
            assertThat(other.get("/partnerships").status()).isEqualTo(404);
            assertThat(other.get("/").body()).doesNotContain(path(""));
        }
        for (String person : List.of(made.lead(), made.deputyLead(), partnerships.ofTheInstallation(Role.ADMIN))) {
            assertThat(browser(person).get(path("")).status()).as(person).isEqualTo(200);
        }
        assertThat(lead.get("/").body()).contains(path(""));
        assertThat(lead.postWithoutToken(row, typed).status()).isEqualTo(403);
        assertThat(lead.get("/partnerships").status()).isEqualTo(404);
    }

    @Test
    void onePersonIsChangedOnAPageAndWhoDidItIsShown() {
        Browser.Page form = rowOf("people", made.teacher('a'));
        assertThat(form.body()).contains("Family " + made.teacher('a'));
        Map<String, String> typed = person(made.teacher('a'), form);
        typed.put("c5", "Deputy headteacher");

        Browser.Page saved = lead.post(path("/people/row"), typed);

        assertThat(saved.location()).isEqualTo(path("/people?saved"));
        assertThat(people.find(made.teacher('a')).orElseThrow().post()).isEqualTo("Deputy headteacher");
        assertThat(lead.get(path("")).body()).contains("Post: Post → Deputy headteacher");
        assertThat(rowOf("people", made.teacher('a')).body())
                .contains("Who changed this", TestPartnership.nameOf(made.lead()) + ", changed");
        assertThat(rowOf("people", made.teacher('b')).body()).doesNotContain("Who changed this");
        assertThat(lead.post(
                                path("/people/row"),
                                person(made.teacher('a'), rowOf("people", made.teacher('a')), "Deputy headteacher"))
                        .location())
                .isEqualTo(path("/people?same"));
    }

    @Test
    void whatASchoolAndAPersonSayForPlanningIsChangedOnAPage() {
        String token = new Row(Sheet.SCHOOLS, Map.of("Id", made.school('a'))).token();
        Browser.Page school = lead.get(path("/schools/row?row=" + token));
        assertThat(school.body()).contains("Wanted subject", "Day rate", "What cover for one day costs, in pounds");
        Map<String, String> typed = new HashMap<>(Map.of("row", token, "seen", found(SEEN, school)));
        Content now = sheets.content(made.id(), made.lead());
        Row stands = now.row(Sheet.SCHOOLS, token).orElseThrow();
        List<Column> columns = Sheet.SCHOOLS.columns();
        for (int at = 0; at < columns.size(); at++) {
            typed.put("c" + at, stands.cell(columns.get(at).title()));
        }
        typed.put("c" + (columns.size() - 2), "Mathematics");
        typed.put("c" + (columns.size() - 1), "£210.50");

        assertThat(lead.post(path("/schools/row"), typed).location()).isEqualTo(path("/schools?saved"));
        Map<String, String> person = person(made.teacher('a'), rowOf("people", made.teacher('a')), "Post");
        person.put("c10", "Yes");
        assertThat(lead.post(path("/people/row"), person).location()).isEqualTo(path("/people?saved"));

        PlanningFacts facts = planning.factsOf(List.of(made.school('a'))).get(made.school('a'));
        assertThat(facts.wantedSubject()).contains("Mathematics");
        assertThat(facts.dayRate()).hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("210.50"));
        assertThat(planning.wishingToGoAlong(List.of(made.teacher('a')))).containsExactly(made.teacher('a'));
        assertThat(lead.get(path("")).body()).contains("Day rate: nothing → 210.50", "Asks to go along: nothing → Yes");
    }

    @Test
    void whatWasTypedStaysWhenItIsRefused() {
        Map<String, String> typed = person(made.teacher('a'), rowOf("people", made.teacher('a')));
        typed.put("c3", "nowhere at all");
        typed.put("c5", "Teacher of music");

        Browser.Page refused = lead.post(path("/people/row"), typed);

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body())
                .contains("Nothing was saved", "Mail address:", "value=\"nowhere at all\"", "Teacher of music");
    }

    @Test
    void whatSomebodyElseTypedMeanwhileIsShownBesideOnesOwn() {
        Browser.Page form = rowOf("people", made.teacher('a'));
        Map<String, String> mine = person(made.teacher('a'), form, "Mine");
        lead.post(path("/people/row"), person(made.teacher('a'), form, "Theirs"));

        Browser.Page refused = lead.post(path("/people/row"), mine);

        assertThat(refused.body())
                .contains("Somebody else has changed this meanwhile", "Stands now: Theirs", "value=\"Mine\"");
        assertThat(people.find(made.teacher('a')).orElseThrow().post()).isEqualTo("Theirs");
        mine.put("seen", found(SEEN, refused));
        lead.post(path("/people/row"), mine);
        assertThat(people.find(made.teacher('a')).orElseThrow().post()).isEqualTo("Mine");
    }

    @Test
    void aRoleIsGivenAndTakenOnAPage() {
        Map<String, String> role = Map.of("c0", made.teacher('a'), "c2", "Trustee", "c3", "", "row", "", "seen", "");
        assertThat(lead.post(path("/roles/row"), role).location()).isEqualTo(path("/roles?saved"));
        assertThat(roles.heldBy(made.teacher('a'))).contains(RoleHeld.in(made.id(), Role.TRUSTEE, made.teacher('a')));
        assertThat(lead.post(path("/roles/row"), role).body()).contains("There is such a row already");

        String token = new Row(Sheet.ROLES, Map.of("Person", made.teacher('a'), "Role", "Trustee")).token();
        Browser.Page form = lead.get(path("/roles/row?row=" + token));
        assertThat(lead.post(path("/roles/row"), Map.of("row", token, "seen", found(SEEN, form), "remove", "Yes"))
                        .location())
                .isEqualTo(path("/roles?saved"));
        assertThat(roles.heldBy(made.teacher('a')))
                .doesNotContain(RoleHeld.in(made.id(), Role.TRUSTEE, made.teacher('a')));
    }

    @Test
    void whoeverWasEnteredAsHavingLeftByMistakeComesBackOnAPage() {
        Browser.Page form = rowOf("people", made.teacher('a'));
        Map<String, String> leaves = person(made.teacher('a'), form);
        leaves.put("c11", "2026-11-20");
        lead.post(path("/people/row"), leaves);
        assertThat(lead.get(path("/people")).body()).contains("Have left (1)");

        lead.post(path("/people/row"), person(made.teacher('a'), rowOf("people", made.teacher('a'))));

        assertThat(people.find(made.teacher('a')).orElseThrow().leftOn()).isEmpty();
        assertThat(lead.get(path("/people")).body()).doesNotContain("Have left");
    }

    @Test
    void peopleOfASchoolThatLeftAreNotShownAnyMoreWhateverIsAskedFor() {
        Membership place = memberships.of(made.id()).get(1);
        memberships.change(place.withStatus(MembershipStatus.LEFT));
        String address = made.head('b') + "@school.example";

        assertThat(lead.get(path("/people")).body()).doesNotContain(address, made.head('b'));
        assertThat(rowOf("people", made.head('b')).status()).isEqualTo(404);
        Map<String, String> typed = new HashMap<>(Map.of("row", "", "seen", "", "c0", made.head('b'), "c5", "Head"));
        typed.putAll(Map.of("c1", "Mine", "c2", "Now", "c6", made.school('a')));
        assertThat(lead.post(path("/people/row"), typed).body())
                .contains("This id has been used and is never used again", "value=\"Mine\"")
                .doesNotContain(address);
        assertThat(lead.get(upload(lead, "people.csv", "Id,Post", made.head('b') + ",Another")
                                .location())
                        .body())
                .contains("1 row is left alone")
                .doesNotContain("Post: ");
    }

    @Test
    void anAdministratorEntersAPartnershipWhichIsThenFilledByAFile() {
        String id = made.id() + "n";
        Browser admin = browser(partnerships.ofTheInstallation(Role.ADMIN));
        Map<String, String> typed =
                Map.of("id", id, "name", "Growing", "kind", "MAT", "leads", "Central team", "readers", "Team");
        assertThat(admin.post("/partnerships", typed).location())
                .isEqualTo("/partnership/%s/register?new".formatted(id));
        assertThat(admin.post("/partnerships", typed).body()).contains("There is a partnership", "value=\"Growing\"");

        assertThat(admin.get("/partnership/%s/register".formatted(id)).status()).isEqualTo(200);
        Browser.Page preview = admin.get(admin.upload(
                        "/partnership/%s/register/upload".formatted(id),
                        "file",
                        "roles.csv",
                        bytes("Person,Role,At", made.head('a') + ",Partnership lead,"))
                .location());
        admin.post(
                Pattern.compile("action=\"(/partnership/[^\"]+/upload/[0-9a-f-]+)\"")
                        .matcher(preview.body())
                        .results()
                        .map(match -> match.group(1))
                        .findFirst()
                        .orElseThrow(),
                Map.of("state", found(STATE, preview)));

        assertThat(all.find(id)).isPresent();
        assertThat(browser(made.head('a'))
                        .get("/partnership/%s/register".formatted(id))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void everyListAndEveryFormOpens() {
        for (Sheet sheet : Sheet.values()) {
            assertThat(lead.get(path("/" + sheet.path())).status())
                    .as(sheet.title())
                    .isEqualTo(200);
            assertThat(lead.get(path("/" + sheet.path() + "?find=School")).status())
                    .as(sheet.title())
                    .isEqualTo(200);
            assertThat(lead.get(path("/" + sheet.path() + "/row")).status())
                    .as(sheet.title())
                    .isEqualTo(sheet == Sheet.SETTINGS ? 404 : 200);
        }
        assertThat(lead.get(path("/pupils")).status()).isEqualTo(404);
        assertThat(lead.get(path("/schools/row?row=nothing")).status()).isEqualTo(404);
    }

    private Browser.Page rowOf(String sheet, String person) {
        return lead.get(path("/%s/row?row=%s".formatted(sheet, new Row(Sheet.PEOPLE, Map.of("Id", person)).token())));
    }

    private Map<String, String> person(String id, Browser.Page form) {
        return person(id, form, "Post");
    }

    private Map<String, String> person(String id, Browser.Page form, String post) {
        Map<String, String> typed = new HashMap<>();
        typed.put("row", new Row(Sheet.PEOPLE, Map.of("Id", id)).token());
        typed.put("seen", found(SEEN, form));
        typed.put("c1", "Given");
        typed.put("c2", "Family " + id);
        typed.put("c3", id + "@school.example");
        typed.put("c5", post);
        typed.put("c6", made.school('a'));
        return typed;
    }

    private static String found(Pattern pattern, Browser.Page page) {
        Matcher matcher = pattern.matcher(page.body());
        assertThat(matcher.find()).as(page.body()).isTrue();
        return matcher.group(1);
    }

    private Browser.Page upload(Browser browser, String name, String... lines) {
        return browser.upload(path("/upload"), "file", name, bytes(lines));
    }

    private String path(String rest) {
        return "/partnership/%s/register%s".formatted(made.id(), rest);
    }

    private int roll(char letter) {
        return schools.find(made.school(letter)).orElseThrow().roll();
    }

    private long uploads() {
        return database.sql("select count(*) from register_upload where partnership = ?")
                .param(made.id())
                .query(Long.class)
                .single();
    }

    private Browser browser(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser;
    }
}
