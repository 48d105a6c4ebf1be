package org.criticalfriend.review;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.CountedStatements;
import org.criticalfriend.testing.Figure;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What it takes to move one date, with few and with many reviews under way. */
@Tag("bench")
@Tag("move")
@ApplicationTest
class MoveBenchTest {

    private static final int MANY = 1000;
    private static final int MOVES = 41;
    private static final int STATEMENTS = 40;
    private static final int MILLISECONDS = 300;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    MovableClock clock;

    @Autowired
    MoveDates move;

    @Autowired
    ReviewScenario scenario;

    private record Running(Made made, String reference) {}

    @Test
    void movingOneDateTakesFewStatementsAndLittleTimeHoweverManyReviewsThereAre() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        Running planning = start();
        Running visiting = start();
        measure("few-planning", planning);
        scenario.walkToVisit(visiting.made(), visiting.reference());
        measure("few-visiting", visiting);

        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        IntStream.range(0, MANY).forEach(number -> start());
        Running another = start();
        measure("many-planning", another);
        scenario.walkToVisit(another.made(), another.reference());
        measure("many-visiting", another);
    }

    private Running start() {
        Made made = partnerships.make();
        return new Running(made, partnerships.startReview(made, TestPartnership.VISIT));
    }

    /**
     * The slowest of several moves, once the JVM is warm; between two days, so that everything changes every time. Whoever moves a date
     * has just looked at it: calendars and register have been read, as they are once after each change of them.
     */
    private void measure(String name, Running review) {
        System.out.printf(
                "NOTE move-%s-first %d statements, with calendars and register%n",
                name, CountedStatements.during(() -> move.visit(review.reference(), LocalDate.of(2026, 11, 19))));
        List<Long> took = new ArrayList<>();
        List<Integer> statements = new ArrayList<>();
        for (int number = 0; number < MOVES; number++) {
            LocalDate to = LocalDate.of(2026, 11, number % 2 == 0 ? 12 : 19);
            long start = System.nanoTime();
            statements.add(CountedStatements.during(() -> move.visit(review.reference(), to)));
            took.add(System.nanoTime() - start);
        }
        List<Long> warm = took.subList(MOVES / 4, MOVES).stream().sorted().toList();
        Figure.atMost(
                "move-" + name + "-statements",
                statements.stream().mapToInt(Integer::intValue).max().orElseThrow(),
                "statements",
                STATEMENTS);
        Figure.atMost(
                "move-" + name + "-median",
                TimeUnit.NANOSECONDS.toMicros(warm.get(warm.size() / 2)) / 1000.0,
                "ms",
                MILLISECONDS);
        Figure.atMost(
                "move-" + name + "-slowest",
                TimeUnit.NANOSECONDS.toMicros(warm.get(warm.size() - 1)) / 1000.0,
                "ms",
                MILLISECONDS);
    }
}
