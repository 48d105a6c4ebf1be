package org.criticalfriend.testing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.duty.StandIns;
import org.criticalfriend.notification.Letter;
import org.criticalfriend.notification.Notice;
import org.criticalfriend.notification.Occasion;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.review.Deadlines;
import org.criticalfriend.review.OldDates;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.review.StandInRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What has to hold at any moment, however people drop out, decline, are silent or answer, and however plans change: every seat is looked
 * after, and nothing holds a date that a review does not have any more ({@link OldDates}). All of it is looked for in all reviews of
 * some partnerships; what does not hang on the clock can be looked for in the whole database, too, and takes the longer the more is in
 * it.
 */
@Component
public class SeatsAreLookedAfter {

    /** The steps of whoever acts for the partnership. */
    private static final Set<String> DECISIONS =
            Set.of("ChooseStandIn", "DecideOnChange", "DecideOnVisit", "DecideWhatHelps", "OfferHelp");

    private static final String SEARCH = "reviewer-buffering";
    private static final String CHANGE = "change-of-plan";
    private static final String SUBJECT = "subject";

    /** What stands for {@code %s} in a statement. */
    private static final String ALL_REVIEWS = "review";

    private static final String REVIEWS_OF_PARTNERSHIPS = "(select * from review where partnership in (:partnerships))";

    /** Each statement finds nothing in some reviews, or words for what is wrong. */
    private static final List<String> WHATEVER_THE_TIME = List.of(
            """
            select c.person || ' has given ' || c.held_on || ' twice' from day_claim c
            where c.person in (select other.person from day_claim other join %s r on r.id = other.review)
            group by c.person, c.held_on having count(*) > 1""",
            """
            select c.person || ' has given a day of ' || r.reference || ' for the place of ' || o.person
            from day_claim c join occupancy o on o.id = c.occupancy join %s r on r.id = c.review where c.person <> o.person""",
            """
            select o.person || ' is of the host and on the team of ' || r.reference
            from occupancy o join seat s on s.id = o.seat join %s r on r.id = s.review join person p on p.id = o.person
            where o.state in ('ASKED', 'CONFIRMED') and p.school = r.host and exists (select 1 from vacancy v where v.review = r.id)""",
            """
            select o.person || ' is not trained as ' || s.duty || ' for ' || r.reference
            from occupancy o join seat s on s.id = o.seat join %s r on r.id = s.review
            where o.fills is not null and o.override_reason is null and s.duty <> 'ASSOCIATE'
                and exists (select 1 from vacancy v where v.review = r.id) and not exists (
                select 1 from training t where t.person = o.person and t.duty = case s.duty
                    when 'RESERVE_REVIEWER' then 'PEER_REVIEWER' when 'SPARE_IMPROVEMENT_CHAMPION' then 'IMPROVEMENT_CHAMPION'
                    else s.duty end)""",
            """
            select 'somebody is looked for in ' || r.reference || ' on a seat that is filled or given up'
            from vacancy v join seat s on s.id = v.open_seat join %s r on r.id = v.review
            where s.given_up is not null or exists (select 1 from occupancy o where o.fills = v.open_seat)""",
            """
            select q.person || ' is awaited to answer for ' || r.reference || ' and is ' || o.state
            from stand_in_request q join vacancy v on v.id = q.vacancy join %s r on r.id = v.review join occupancy o on o.id = q.id
            where q.outcome is null and (o.state <> 'ASKED' or v.open_seat is null or v.open_seat <> o.seat)""",
            """
            select p.id || ' has left and is still on the team of ' || r.reference
            from occupancy o join seat s on s.id = o.seat join %s r on r.id = s.review join person p on p.id = o.person
            where o.state in ('ASKED', 'CONFIRMED') and p.left_on is not null and r.follow_up_held_on is null
                and r.cancelled_at is null and exists (select 1 from vacancy v where v.review = r.id)""");

    /** What somebody reads who is not on a review any more, or never was: about themselves only. */
    private static final Set<String> TO_WHOEVER_LEFT = Set.of(
            "buffering/stand-in-not-needed",
            "buffering/stand-in-released",
            "invitation/cancelled",
            "review/review-cancelled");

    /** What deputies and administrators read who have nothing to do with a review as long as somebody else decides. */
    private static final String TO_WHOEVER_IS_NEXT = "buffering/nobody-has-chosen";

    private static final Pattern REVIEW = Pattern.compile("/review/([a-z0-9-]+)");

    private final JdbcClient database;
    private final RunningReviews running;
    private final Deadlines deadlines;
    private final Seats seats;
    private final People people;
    private final Register register;
    private final TaskService tasks;
    private final RuntimeService instances;
    private final Map<String, Occasion> occasions;
    private final OldDates oldDates;
    private final Clock clock;

    SeatsAreLookedAfter(
            JdbcClient database,
            RunningReviews running,
            Deadlines deadlines,
            Seats seats,
            People people,
            Register register,
            TaskService tasks,
            RuntimeService instances,
            List<Occasion> occasions,
            OldDates oldDates,
            Clock clock) {
        this.oldDates = oldDates;
        this.database = database;
        this.running = running;
        this.deadlines = deadlines;
        this.seats = seats;
        this.people = people;
        this.register = register;
        this.tasks = tasks;
        this.instances = instances;
        this.occasions = occasions.stream().collect(Collectors.toMap(Occasion::name, Function.identity()));
        this.clock = clock;
    }

    /**
     * Looks in the whole database for what does not hang on the clock, and in all reviews of some partnerships for the rest.
     *
     * @return what does not hold, in words; nothing if all is well
     */
    public List<String> faults(String... partnerships) {
        List<String> faults = new ArrayList<>(faultsNow(partnerships));
        WHATEVER_THE_TIME.forEach(sql -> faults.addAll(
                database.sql(sql.formatted(ALL_REVIEWS)).query(String.class).list()));
        return faults;
    }

    /** The same, all of it in all reviews of some partnerships. */
    public List<String> faultsIn(String... partnerships) {
        List<String> faults = new ArrayList<>(faultsNow(partnerships));
        WHATEVER_THE_TIME.forEach(sql -> faults.addAll(database.sql(sql.formatted(REVIEWS_OF_PARTNERSHIPS))
                .param("partnerships", List.of(partnerships))
                .query(String.class)
                .list()));
        return faults;
    }

    /** What hangs on the clock. */
    private List<String> faultsNow(String... partnerships) {
        List<String> faults = new ArrayList<>();
        for (String partnership : partnerships) {
            database.sql("select id from review where partnership = ?")
                    .param(partnership)
                    .query(UUID.class)
                    .list()
                    .forEach(review -> faults.addAll(new Look(running.of(review)).faults()));
        }
        return faults;
    }

    /**
     * Delivers what waits for the people of a partnership, as the dispatcher would, and looks at whom it goes to: much may have happened
     * since it was noted. To whoever has left the register nothing is noted after {@link #hasLeft}.
     *
     * @return what goes to whoever has left, in words; nothing if all is well
     */
    public List<String> mailsToWhoeverLeft(String partnership) {
        List<String> faults = new ArrayList<>();
        for (Notice notice : waiting(partnership)) {
            if (people.find(notice.recipient()).orElseThrow().leftOn().isPresent()) {
                faults.add("%s has left and is told of %s".formatted(notice.recipient(), notice.occasion()));
            } else if (occasions.get(notice.occasion()).now(notice) instanceof Letter letter
                    && !TO_WHOEVER_LEFT.contains(letter.template())
                    && !mayRead(letter, notice.recipient())) {
                faults.add("%s gets the mail %s".formatted(notice.recipient(), letter.template()));
            }
        }
        database.sql(
                        "update notice set state = 'SENT', ended = since, next_try = null where state = 'WAITING' and recipient like ?")
                .param(partnership + "%")
                .update();
        return faults;
    }

    /**
     * Somebody has left the register just now: what was noted for them until then, an invitation that is cancelled for one, is not sent
     * by the dispatcher any more. From now on nothing may be noted.
     */
    public void hasLeft(String person) {
        database.sql(
                        "update notice set state = 'NOT_SENT', ended = since, next_try = null, reason = 'The person has left.' where state = 'WAITING' and recipient = ?")
                .param(person)
                .update();
    }

    private List<Notice> waiting(String partnership) {
        return database.sql(
                        """
                        select id, occasion, subject, turn, recipient from notice where state = 'WAITING' and recipient like ?
                        order by id""")
                .param(partnership + "%")
                .query((row, number) -> new Notice(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        clock.instant()))
                .list();
    }

    /** Whom the review concerns of which a mail speaks, or who is asked to come to it. */
    private boolean mayRead(Letter letter, String recipient) {
        Matcher named = REVIEW.matcher(letter.values().values().toString());
        if (!named.find()) {
            return !letter.template().startsWith("review/")
                    && !letter.template().startsWith("buffering/");
        }
        RunningReview review = running.of(named.group(1));
        if (letter.template().equals(TO_WHOEVER_IS_NEXT)) {
            return register.decidersOf(review.partnership(), review.host(), Set.of())
                    .contains(recipient);
        }
        return running.concerns(review.id(), recipient)
                || seats.occupants(review.id()).stream().map(Occupant::person).anyMatch(recipient::equals);
    }

    private record OpenVacancy(UUID id, UUID seat) {}

    private record Asked(UUID vacancy, String person, String state) {}

    /** One review as it is now. */
    private final class Look {

        private final RunningReview review;
        private final List<String> faults = new ArrayList<>();
        private final List<Occupant> lasting;
        private final Set<String> filling;
        private final Map<UUID, OpenVacancy> searched;
        private final List<Asked> asked;
        private final List<Task> open;

        Look(RunningReview review) {
            this.review = review;
            this.lasting = seats.occupants(review.id());
            this.filling = lasting.stream()
                    .filter(Occupant::fills)
                    .map(Occupant::person)
                    .collect(Collectors.toSet());
            this.searched = database
                    .sql("select id, open_seat as seat from vacancy where review = ? and open_seat is not null")
                    .param(review.id())
                    .query(OpenVacancy.class)
                    .list()
                    .stream()
                    .collect(Collectors.toMap(OpenVacancy::seat, Function.identity()));
            this.asked = database.sql(
                            """
                            select q.vacancy, q.person, o.state from stand_in_request q
                                join vacancy v on v.id = q.vacancy join occupancy o on o.id = q.id
                            where v.review = ? and q.outcome is null""")
                    .param(review.id())
                    .query(Asked.class)
                    .list();
            this.open = tasks.createTaskQuery()
                    .processInstanceBusinessKey(review.reference())
                    .list();
        }

        private void fault(String words, Object... values) {
            faults.add(review.reference() + ": " + words.formatted(values));
        }

        List<String> faults() {
            if (!review.over()) {
                everyOccupantFits();
                everyVacantSeatIsLookedAfter();
            }
            everySearchHasAnOpenStep();
            nobodyWhoLeftHasATask();
            onlyStandInsConfirm();
            everyOpenChangeHasItsDecision();
            faults.addAll(oldDates.in(review.reference()));
            return faults;
        }

        private void everyOccupantFits() {
            Map<String, Person> byId =
                    people.find(lasting.stream().map(Occupant::person).collect(Collectors.toSet()));
            for (Occupant occupant : lasting) {
                Person person = byId.get(occupant.person());
                Duty duty = seats.seat(occupant.seat()).duty();
                if (person.leftOn().isPresent()) {
                    fault("%s has left and is still %s", person.id(), duty);
                }
                if (person.ownSchool().filter(review.host()::equals).isPresent()
                        || !register.rolesAt(review.host(), person.id()).isEmpty()) {
                    fault("%s is of the host and %s", person.id(), duty);
                }
            }
        }

        private void everyVacantSeatIsLookedAfter() {
            for (Seat seat : seats.vacant(review.id())) {
                // Of a review that waits for a day, nobody can be asked for one.
                if (!review.hasNoDate() && !searched.containsKey(seat.id()) && isNeeded(seat.duty())) {
                    fault("nobody looks for a %s", seat.duty());
                }
            }
            searched.keySet().stream()
                    .filter(seat -> seats.occupantOf(seat).isPresent())
                    .forEach(seat -> fault(
                            "somebody is looked for as %s though the seat is filled",
                            seats.seat(seat).duty()));
        }

        private boolean isNeeded(Duty duty) {
            return switch (duty) {
                case ASSOCIATE -> false;
                case LEAD_REVIEWER -> !review.reportWritten();
                case PEER_REVIEWER -> !review.visited() && isAhead(StandInRows.NOBODY_IS_NEEDED_AFTER_VISIT);
                case RESERVE_REVIEWER -> !review.visited() && isAhead(StandInRows.EVENING_BEFORE_VISIT);
                case IMPROVEMENT_CHAMPION ->
                    !review.workshopHeld()
                            || seats.filling(List.of(review.id())).values().stream()
                                    .noneMatch(duties -> duties.containsKey(duty));
                case SPARE_IMPROVEMENT_CHAMPION ->
                    !review.workshopHeld() && isAhead(StandInRows.EVENING_BEFORE_WORKSHOP);
            };
        }

        private boolean isAhead(String row) {
            return deadlines.moment(review.reference(), row).isAfter(clock.instant());
        }

        private void everySearchHasAnOpenStep() {
            Map<String, ProcessInstance> bySubject = instances
                    .createProcessInstanceQuery()
                    .processDefinitionKey(SEARCH)
                    .processInstanceBusinessKey(review.reference())
                    .list()
                    .stream()
                    .collect(Collectors.toMap(
                            instance -> (String) instances.getVariable(instance.getId(), SUBJECT),
                            Function.identity()));
            Set<String> subjects =
                    searched.values().stream().map(one -> one.id().toString()).collect(Collectors.toSet());
            if (!bySubject.keySet().equals(subjects)) {
                fault("searches %s run for the vacancies %s", bySubject.keySet(), subjects);
            }
            bySubject.forEach((subject, instance) -> {
                Set<String> answering = open.stream()
                        .filter(task -> task.getProcessInstanceId().equals(instance.getId()))
                        .filter(task -> task.getTaskDefinitionKey().equals("AnswerRequest"))
                        .map(Task::getAssignee)
                        .collect(Collectors.toSet());
                Set<String> awaited = asked.stream()
                        .filter(one -> one.vacancy().toString().equals(subject))
                        .map(Asked::person)
                        .collect(Collectors.toSet());
                if (!answering.equals(awaited)) {
                    fault("%s have the task to answer, and %s are asked", answering, awaited);
                }
                boolean chosen = open.stream()
                        .anyMatch(task -> task.getProcessInstanceId().equals(instance.getId())
                                && task.getTaskDefinitionKey().equals("ChooseStandIn")
                                && task.getAssignee() != null);
                if (answering.isEmpty() && !chosen) {
                    fault("a search has no open step");
                }
            });
            asked.stream()
                    .filter(one -> !one.state().equals("ASKED"))
                    .forEach(one -> fault("the answer of %s is awaited, who is %s", one.person(), one.state()));
        }

        /** If the lead is concerned, such as by having the late step, a deputy decides, who need not be on the review. */
        private boolean decides(Task task) {
            return DECISIONS.contains(task.getTaskDefinitionKey())
                    && register.decidersOf(review.partnership(), review.host(), Set.of())
                            .contains(task.getAssignee());
        }

        private void nobodyWhoLeftHasATask() {
            Set<String> may = new HashSet<>(concerned());
            asked.forEach(one -> may.add(one.person()));
            boolean hasHead = register.headOf(review.host()).isPresent();
            // For a review that waits for a day nobody is looked for before it has one.
            if (!review.hasNoDate()
                    && searched.isEmpty()
                    && hasHead
                    && open.stream().anyMatch(task -> task.getAssignee() == null)) {
                fault("a task has nobody, and nobody is looked for");
            }
            open.stream()
                    .filter(task -> task.getAssignee() != null && !may.contains(task.getAssignee()))
                    .filter(task -> !decides(task))
                    .forEach(task -> fault("%s has the task %s", task.getAssignee(), task.getTaskDefinitionKey()));
        }

        private void onlyStandInsConfirm() {
            Set<String> standIns = lasting.stream()
                    .filter(Occupant::fills)
                    .filter(occupant ->
                            StandIns.include(seats.seat(occupant.seat()).duty()))
                    .map(Occupant::person)
                    .collect(Collectors.toSet());
            open.stream()
                    .filter(task -> task.getTaskDefinitionKey().equals("ConfirmDate"))
                    .filter(task -> !standIns.contains(task.getAssignee()))
                    .forEach(task -> fault("%s is no stand-in and is asked to confirm", task.getAssignee()));
        }

        private void everyOpenChangeHasItsDecision() {
            List<String> changes = database
                    .sql("select id from change_of_plan where open_review = ?")
                    .param(review.id())
                    .query(UUID.class)
                    .list()
                    .stream()
                    .map(UUID::toString)
                    .toList();
            List<ProcessInstance> running = instances
                    .createProcessInstanceQuery()
                    .processDefinitionKey(CHANGE)
                    .processInstanceBusinessKey(review.reference())
                    .list();
            List<String> subjects = running.stream()
                    .map(instance -> (String) instances.getVariable(instance.getId(), SUBJECT))
                    .toList();
            if (!subjects.equals(changes)) {
                fault("the changes %s are open, and processes run for %s", changes, subjects);
            }
            running.forEach(instance -> {
                List<String> deciding = open.stream()
                        .filter(task -> task.getProcessInstanceId().equals(instance.getId()))
                        .map(Task::getTaskDefinitionKey)
                        .toList();
                if (!deciding.equals(List.of("DecideOnChange"))) {
                    fault("the open steps of a change are %s", deciding);
                }
            });
        }

        private Set<String> concerned() {
            Set<String> concerned = new HashSet<>(filling);
            concerned.addAll(register.inChargeOf(review.partnership(), review.host()));
            people.ofSchool(review.host()).stream().map(Person::id).forEach(concerned::add);
            return concerned;
        }
    }
}
