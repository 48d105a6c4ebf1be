package org.criticalfriend.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.buffering.Withdrawals;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.testing.TestPartnership.Made;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reviews of which people drop out, told by what people do and what can be seen of it. */
@Component
public class Buffered {

    /** Id of the process that looks for somebody. */
    public static final String SEARCH = "reviewer-buffering";

    private final TestPartnership partnerships;
    private final ReviewScenario scenario;
    private final Timers timers;
    private final MovableClock clock;
    private final Withdrawals withdrawals;
    private final Seats seats;
    private final RunningReviews running;
    private final TaskService tasks;
    private final RuntimeService instances;
    private final JdbcClient database;

    Buffered(
            TestPartnership partnerships,
            ReviewScenario scenario,
            Timers timers,
            MovableClock clock,
            Withdrawals withdrawals,
            Seats seats,
            RunningReviews running,
            TaskService tasks,
            RuntimeService instances,
            JdbcClient database) {
        this.partnerships = partnerships;
        this.scenario = scenario;
        this.timers = timers;
        this.clock = clock;
        this.withdrawals = withdrawals;
        this.seats = seats;
        this.running = running;
        this.tasks = tasks;
        this.instances = instances;
        this.database = database;
    }

    /** A review that somebody may drop out of. */
    public record Review(Made made, String reference) {

        public String reserve() {
            return made.deputy('d');
        }

        public String spare() {
            return made.teacher('d');
        }
    }

    /** A review in a partnership of eight schools, started three weeks and a half before its visit. */
    public Review started() {
        at(TestPartnership.VISIT.minusDays(24), 9, 0);
        Made made = partnerships.makeLarge();
        return new Review(made, partnerships.startReview(made, TestPartnership.VISIT));
    }

    /** The same in a partnership of four schools, in which few are left to ask. */
    public Review startedInSmall() {
        at(TestPartnership.VISIT.minusDays(24), 9, 0);
        Made made = partnerships.make();
        return new Review(made, partnerships.startReview(made, TestPartnership.VISIT));
    }

    /** The same as {@link #started}, its questions issued. */
    public Review planned() {
        Review review = started();
        scenario.completeSelfReview(review.made(), review.reference());
        scenario.holdPlanningMeeting(review.made(), review.reference());
        scenario.prepareQuestions(review.made(), review.reference());
        return review;
    }

    /** Moves the clock. */
    public void at(LocalDate day, int hour, int minute) {
        clock.moveTo(SchoolTime.at(day, LocalTime.of(hour, minute)));
    }

    /** Somebody cannot come. */
    public void cannotCome(Review review, String person) {
        withdrawals.withdraw(review.reference(), person);
    }

    /** Those who are asked at present, in no order. */
    public List<String> asked(Review review) {
        return tasksAt(review, "AnswerRequest").stream().map(Task::getAssignee).toList();
    }

    /** Until when they have to answer. */
    public List<Instant> answerBy(Review review) {
        return tasksAt(review, "AnswerRequest").stream()
                .map(task -> task.getDueDate().toInstant())
                .toList();
    }

    /** The open tasks at a step. */
    public List<Task> tasksAt(Review review, String activity) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(review.reference())
                .taskDefinitionKey(activity)
                .list();
    }

    /** The open tasks of a person on a review. */
    public List<Task> tasksOf(Review review, String person) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(review.reference())
                .taskAssignee(person)
                .list();
    }

    /** Whoever is asked answers. */
    public void answer(Review review, String person, boolean yes) {
        scenario.handIn(review.reference(), "AnswerRequest", person, form -> Map.of("answer", yes ? "YES" : "NO"));
    }

    /** Whoever is asked says no, until nobody is left to ask. */
    public void everybodySaysNo(Review review) {
        List<String> asked = asked(review);
        while (!asked.isEmpty()) {
            asked.forEach(person -> answer(review, person, false));
            asked = asked(review);
        }
    }

    /** Nobody answers, and the time is over; only one search may be open. */
    public void silence(Review review) {
        timers.fire(SEARCH, review.reference(), "NoAnswer");
    }

    /** Who fills the first seat of a duty. */
    public Optional<String> on(Review review, Duty duty) {
        return seats.occupantOf(seats.of(running.of(review.reference()).id(), List.of(duty))
                .get(0)
                .id());
    }

    /** How many searches are open. */
    public long searches(Review review) {
        return instances
                .createProcessInstanceQuery()
                .processDefinitionKey(SEARCH)
                .processInstanceBusinessKey(review.reference())
                .count();
    }

    /** The key of what somebody is asked for on a review, which is in the address of its page. */
    public String request(String reference, String person) {
        return database.sql(
                        """
                        select cast(q.id as varchar(40)) from stand_in_request q join vacancy v on v.id = q.vacancy
                            join review r on r.id = v.review
                        where q.person = ? and r.reference = ?""")
                .params(person, reference)
                .query(String.class)
                .single();
    }

    /** Who is told of something on a review, in the order of their ids. */
    public List<String> told(Review review, String occasion) {
        return database.sql(
                        """
                        select n.recipient from notice n where n.occasion = :occasion and (
                            n.subject in (
                                select cast(v.id as varchar(100)) from vacancy v join review r on r.id = v.review
                                where r.reference = :reference)
                            or n.subject in (
                                select cast(o.id as varchar(100)) from occupancy o join seat s on s.id = o.seat
                                    join review r on r.id = s.review
                                where r.reference = :reference))
                        order by n.recipient""")
                .param("occasion", occasion)
                .param("reference", review.reference())
                .query(String.class)
                .list();
    }
}
