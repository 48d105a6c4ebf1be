package org.criticalfriend.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.Post;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Why a plan has changed stands in one row of the record: no mail, page, notice, variable, history or name of a task says it. */
@ApplicationTest
class ReasonStaysUntoldTest {

    /** What would give a kind away, in small letters. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "OFSTED", List.of("ofsted", "inspect"),
            "SCHOOL_CLOSED", List.of("school_closed", "closed", "snow", "burst"),
            "ILLNESS", List.of("illness", "is ill"),
            "POSTPONE", List.of("postpone", "put off", "put the visit off"),
            "CANCEL", List.of("cancel the review"));

    @Autowired
    Buffered people;

    @Autowired
    Changes changes;

    @Autowired
    Post post;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    private Review review;
    private Browser leadReviewer;
    private Browser peerReviewer;
    private String pagesBefore;

    @BeforeEach
    void aReviewIsPlanned() {
        review = people.planned();
        post.deliver(review.made());
        leadReviewer = signedIn(review.made().leadReviewer());
        peerReviewer = signedIn(review.made().peerReviewer());
        pagesBefore = pages();
    }

    @ParameterizedTest
    @CsvSource({
        "OFSTED,AGAIN",
        "OFSTED,DAY",
        "SCHOOL_CLOSED,DAY",
        "POSTPONE,DAY",
        "POSTPONE,KEEP",
        "CANCEL,KEEP",
        "CANCEL,CANCEL",
        "ILLNESS,"
    })
    void nothingThatOthersCanSeeSaysIt(String kind, String way) {
        String by = kind.equals("ILLNESS")
                ? review.made().peerReviewer()
                : review.made().hostHead();
        UUID change = changes.ask(review.reference(), kind, by);
        nothingSays(kind);

        if (way != null) {
            changes.choose(change, changes.first(change, way));
        }
        nothingSays(kind);
    }

    private void nothingSays(String kind) {
        StringBuilder all = new StringBuilder();
        post.deliver(review.made()).forEach(one -> all.append(one.occasion())
                .append(one.template())
                .append(one.nothing())
                .append(one.mail())
                .append('\n'));
        tasks.createTaskQuery()
                .processInstanceBusinessKey(review.reference())
                .list()
                .forEach(task -> all.append(task.getName()).append(task.getDescription()));
        List.of("notice", "act_ru_variable", "act_hi_varinst", "act_hi_detail", "act_hi_taskinst", "act_hi_op_log")
                .forEach(table -> all.append(rows(table)));
        for (String word : WORDS.get(kind)) {
            assertThat(all.toString().toLowerCase(Locale.UK)).doesNotContain(word);
            // What everybody can ask for stands there at any time.
            assertThat(times(word, pages())).isLessThanOrEqualTo(times(word, pagesBefore));
        }
    }

    private static int times(String word, String page) {
        return page.toLowerCase(Locale.UK).split(Pattern.quote(word), -1).length - 1;
    }

    /** The pages of the review as two of its reviewers see them. */
    private String pages() {
        String page = "/review/" + review.reference();
        return Stream.of(leadReviewer, peerReviewer)
                .flatMap(browser -> Stream.of(browser.get(page), browser.get(page + "/change")))
                .map(Browser.Page::body)
                .collect(Collectors.joining());
    }

    private Browser signedIn(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser;
    }

    private String rows(String table) {
        String of = table.equals("notice")
                ? "recipient like :partnership || '%'"
                : "proc_inst_id_ in (select proc_inst_id_ from act_hi_procinst where business_key_ = :reference)";
        return database.sql("select * from %s where ".formatted(table) + of)
                .paramSource(Map.of("partnership", review.made().id(), "reference", review.reference()))
                .query()
                .listOfRows()
                .toString();
    }
}
