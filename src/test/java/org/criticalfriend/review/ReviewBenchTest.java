package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.BareEngine;
import org.criticalfriend.testing.CountedStatements;
import org.criticalfriend.testing.DatabaseUse;
import org.criticalfriend.testing.Figure;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.ReviewScript;
import org.criticalfriend.testing.ReviewScript.Entry;
import org.criticalfriend.testing.ReviewScript.Walk;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * What one whole review costs, beside the same steps in the same model on the bare engine with the settings it comes with. Processor
 * time is that of the thread that walks, which also runs the jobs; the database server's own is not in it. On both sides, looking for
 * the task and opening its form count as part of a step.
 */
@Tag("bench")
@Tag("review")
@ApplicationTest
class ReviewBenchTest {

    private static final int WALKED = 50;

    private static final LocalDate LAST_YEAR = TestPartnership.VISIT;
    private static final LocalDate THIS_YEAR = LAST_YEAR.plusWeeks(52);

    private static final double ROWS = 1.0;
    private static final double WAL = 1.0;
    private static final double STATEMENTS = 1.25;
    private static final double PROCESSOR = 1.25;
    private static final double BYTES = 0.6;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    ReviewScript scripts;

    @Autowired
    Timers timers;

    @Autowired
    MovableClock clock;

    @Autowired
    DataSource source;

    @Autowired
    ApplicationContext application;

    @Test
    void aWholeReviewCostsLittleMoreThanItsBareProcess() throws SQLException {
        Made first = partnerships.make();
        List<Entry> script = scripts.of(walk -> review(first, LAST_YEAR, walk));
        try (BareEngine bare =
                new BareEngine(List.of(application.getBeanNamesForAnnotation(NamedInModels.class)), clock)) {
            Side ours = new Side(new DatabaseUse(source.unwrap(HikariDataSource.class)));
            Side theirs = new Side(new DatabaseUse(bare.database()));
            BiConsumer<Made, LocalDate> walkOurs = (made, visit) -> review(made, visit, new Walk(scenario, timers));
            BiConsumer<Made, LocalDate> walkTheirs = (made, visit) -> {
                begin(visit);
                bare.walk(made.id() + visit.getYear(), script);
            };

            // Each partnership has had a review before the one that counts: its tables are read, the JVM is warm.
            List<Made> all = Stream.generate(partnerships::make).limit(WALKED).toList();
            all.forEach(made -> {
                walkOurs.accept(made, LAST_YEAR);
                walkTheirs.accept(made, LAST_YEAR);
            });
            ours.begin();
            theirs.begin();
            all.forEach(made -> {
                ours.measure(() -> walkOurs.accept(made, THIS_YEAR));
                theirs.measure(() -> walkTheirs.accept(made, THIS_YEAR));
            });
            ours.end();
            theirs.end();

            List<Runnable> compared = List.of(
                    () -> compare("rows", "rows", ours.rows, theirs.rows, ROWS),
                    () -> compare("wal", "KB", ours.median(Cost::walKb), theirs.median(Cost::walKb), WAL),
                    () -> compare(
                            "sql",
                            "statements",
                            ours.median(Cost::statements),
                            theirs.median(Cost::statements),
                            STATEMENTS),
                    () -> compare(
                            "cpu", "ms", ours.median(Cost::processorMs), theirs.median(Cost::processorMs), PROCESSOR),
                    () -> compare("bytes", "KB", ours.kb, theirs.kb, BYTES));
            assertThat(compared).allSatisfy(Runnable::run);
        }
    }

    private void begin(LocalDate visit) {
        clock.moveTo(SchoolTime.at(visit.minusDays(24), LocalTime.of(9, 0)));
    }

    /** A whole review, from its start to its end. */
    private void review(Made made, LocalDate visit, Walk with) {
        begin(visit);
        String reference = partnerships.startReview(made, visit);
        ReviewScenario people = with.scenario();
        people.completeSelfReview(made, reference);
        people.holdPlanningMeeting(made, reference);
        people.prepareQuestions(made, reference);
        people.prepareForVisit(made, reference);
        people.walkToFeedbackFromIssued(made, reference);
        people.writeReport(made, reference);
        people.checkReport(made, reference, true);
        people.runImprovementWorkshop(made, reference);
        people.reportTargetsToHead(made, reference);
        people.agreeActionPlan(made, reference);
        with.timers().fire(reference, "FollowUpDayArrives");
        people.holdFollowUpMeeting(made, reference);
        with.timers().endOf(reference);
    }

    private static void compare(String name, String unit, double ours, double bare, double bound) {
        System.out.printf("NOTE review-%s ours %.1f %s, bare %.1f %s%n", name, ours, unit, bare, unit);
        Figure.atMost("review-" + name + "-ours-to-bare", ours / bare, "times", bound);
    }

    private record Cost(double walKb, double statements, double processorMs) {}

    /** One of the two sides. */
    private static final class Side {

        private final DatabaseUse database;
        private final List<Cost> costs = new ArrayList<>();
        private double rows;
        private double kb;

        Side(DatabaseUse database) {
            this.database = database;
        }

        void begin() {
            rows = -database.rowsWritten();
            kb = -database.bytes() / 1024.0;
        }

        void end() {
            rows = (rows + database.rowsWritten()) / costs.size();
            kb = (kb + database.bytes() / 1024.0) / costs.size();
        }

        void measure(Runnable work) {
            long wal = database.walBytes();
            long processor = processor();
            int statements = CountedStatements.during(work);
            double processorMs = (processor() - processor) / 1_000_000.0;
            costs.add(new Cost((database.walBytes() - wal) / 1024.0, statements, processorMs));
        }

        double median(ToDoubleFunction<Cost> figure) {
            return costs.stream().mapToDouble(figure).sorted().toArray()[costs.size() / 2];
        }

        private static long processor() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }
}
