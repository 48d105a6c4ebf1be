package org.criticalfriend.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FilterService;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser.Page;
import org.criticalfriend.testing.Figure;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Webapp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How long Tasklist waits for its lists, with few and with many open tasks in the engine, asked as Tasklist asks. */
@Tag("bench")
@Tag("tasklist")
@ApplicationTest
class TaskListBenchTest {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int ROUNDS = 6;
    private static final int ASKED = 60;

    private static final double GROWTH = 1.5;
    private static final double PARTICIPANT_MS = 60;
    private static final double LEAD_MS = 120;
    private static final double COUNT_MS = 250;

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    /** What Tasklist 7.24 sends for the first page of a filter, without a search. */
    private static final String FIRST_PAGE =
            """
            {"processVariables":[],"taskVariables":[],"caseInstanceVariables":[],"firstResult":0,"maxResults":15,
            "sorting":[{"sortBy":"created","sortOrder":"desc"}],"active":true}""";

    @Autowired
    ManyTasks tasks;

    @Autowired
    FilterService filters;

    @LocalServerPort
    int port;

    /** One question of one person, with the time it may take. */
    private record Question(String name, double bound, Supplier<Page> ask) {}

    @Test
    void aListTakesAsLongAsItsOwnTasksHoweverManyOthersThereAre() {
        Made made = tasks.begin();
        List<Question> questions = new ArrayList<>();
        questions.addAll(of("participant", made.teacher('a'), PARTICIPANT_MS, "My tasks", "Late", "This week"));
        questions.addAll(of("lead", made.lead(), LEAD_MS, "My tasks", "Late", "This week", "My partnership"));

        tasks.fill(FEW);
        Map<String, Double> few = measured("few", questions);
        tasks.fill(MANY);
        Map<String, Double> many = measured("many", questions);

        assertThat(questions).allSatisfy(question -> {
            double slow = many.get(question.name());
            Figure.atMost("tasklist-" + question.name() + "-p95", slow, "ms", question.bound());
        });
        assertThat(questions).allSatisfy(question -> {
            double growth = many.get(question.name()) / few.get(question.name());
            Figure.atMost("tasklist-" + question.name() + "-many-to-few", growth, "times", GROWTH);
        });
    }

    private List<Question> of(String who, String person, double bound, String... names) {
        Webapp webapp = new Webapp(port, person);
        List<Question> questions = new ArrayList<>();
        questions.add(
                new Question(
                        who + "-list",
                        bound,
                        () -> ask(
                                webapp,
                                "/task?firstResult=0&maxResults=15",
                                """
                        {"sorting":[{"sortBy":"created","sortOrder":"desc"}],"active":true}""")));
        questions.add(new Question(who + "-count", COUNT_MS, () -> ask(webapp, "/task/count", "{}")));
        for (String name : names) {
            String filter = "/filter/"
                    + filters.createFilterQuery()
                            .filterName(name)
                            .singleResult()
                            .getId();
            String question =
                    who + "-" + name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
            questions.add(new Question(
                    question, bound, () -> ask(webapp, filter + "/list?firstResult=0&maxResults=15", FIRST_PAGE)));
            questions.add(new Question(
                    question + "-count", Math.min(bound, COUNT_MS), () -> ask(webapp, filter + "/count", "{}")));
        }
        return questions;
    }

    /** With Tasklist's own headers: what it gets back holds the cards and the names of the people too. */
    private static Page ask(Webapp webapp, String path, String body) {
        Page page = webapp.browser()
                .send(
                        "POST",
                        ENGINE + path,
                        "application/json",
                        body,
                        "X-XSRF-TOKEN",
                        webapp.browser().cookie("XSRF-TOKEN").orElseThrow(),
                        "Accept",
                        "application/hal+json, application/json; q=0.5");
        assertThat(page.status()).as(path).isEqualTo(200);
        return page;
    }

    /**
     * The time within which 95 of 100 answers are there, by question, in milliseconds: in the best of several rounds, for other work
     * on the machine only ever makes it slower.
     */
    private static Map<String, Double> measured(String when, List<Question> questions) {
        Map<String, Double> best = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            questions.forEach(question -> best.merge(question.name(), p95(question), Math::min));
        }
        best.forEach((name, p95) -> System.out.printf("NOTE tasklist-%s with %s tasks %.1f ms%n", name, when, p95));
        return best;
    }

    private static double p95(Question question) {
        List<Long> took = new ArrayList<>();
        for (int number = 0; number < ASKED; number++) {
            long start = System.nanoTime();
            question.ask().get();
            took.add(System.nanoTime() - start);
        }
        took.sort(null);
        return TimeUnit.NANOSECONDS.toMicros(took.get(ASKED * 95 / 100)) / 1000.0;
    }
}
