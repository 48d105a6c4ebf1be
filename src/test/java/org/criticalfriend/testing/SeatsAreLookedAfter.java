package org.criticalfriend.testing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.review.StandInRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What has to hold at any moment, however people drop out, decline, are silent or answer. Looks at the whole database for days that are
 * claimed twice, and at all reviews of some partnerships for the rest.
 */
@Component
public class SeatsAreLookedAfter {

    private static final String SEARCH = "reviewer-buffering";
    private static final String SUBJECT = "subject";

    private final JdbcClient database;
    private final RunningReviews running;
    private final Deadlines deadlines;
    private final Seats seats;
    private final People people;
    private final Register register;
    private final TaskService tasks;
    private final RuntimeService instances;
    private final Map<String, Occasion> occasions;
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
            Clock clock) {
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

    /** What does not hold, in words; nothing if all is well. */
    public List<String> faults(String... partnerships) {
        List<String> faults = new ArrayList<>(database.sql(
                        """
                        select person || ' has given ' || held_on || ' twice' from day_claim
                        group by person, held_on having count(*) > 1""")
                .query(String.class)
                .list());
        for (String partnership : partnerships) {
            database.sql("select id from review where partnership = ?")
                    .param(partnership)
                    .query(UUID.class)
                    .list()
                    .forEach(review -> faults.addAll(new Look(running.of(review)).faults()));
        }
        return faults;
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
            nobodyWhoLeftGetsAMail();
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
                boolean trained = duty.trainedAs()
                        .map(as -> people.entry(person.id()).orElseThrow().profile().trainings().stream()
                                .anyMatch(training -> training.duty() == as))
                        .orElse(true);
                if (!trained && occupant.overrideReason().isEmpty()) {
                    fault("%s is not trained as %s", person.id(), duty);
                }
            }
        }

        private void everyVacantSeatIsLookedAfter() {
            for (Seat seat : seats.vacant(review.id())) {
                if (!searched.containsKey(seat.id()) && isNeeded(seat.duty()) && !isNotNeededAnyMore(seat)) {
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
                case IMPROVEMENT_CHAMPION -> !review.workshopHeld();
                case SPARE_IMPROVEMENT_CHAMPION ->
                    !review.workshopHeld() && isAhead(StandInRows.EVENING_BEFORE_WORKSHOP);
            };
        }

        private boolean isAhead(String row) {
            return deadlines.moment(review.reference(), row).isAfter(clock.instant());
        }

        /** The timer that ends a search may have fired a moment before its day, as when a test fires it. */
        private boolean isNotNeededAnyMore(Seat seat) {
            return database.sql("select count(*) from vacancy where seat = ? and outcome = 'NOT_NEEDED'")
                            .param(seat.id())
                            .query(Long.class)
                            .single()
                    > 0;
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

        private void nobodyWhoLeftHasATask() {
            Set<String> may = new HashSet<>(concerned());
            asked.forEach(one -> may.add(one.person()));
            open.stream()
                    .filter(task -> task.getAssignee() != null && !may.contains(task.getAssignee()))
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

        private Set<String> concerned() {
            Set<String> concerned = new HashSet<>(filling);
            concerned.addAll(register.inChargeOf(review.partnership(), review.host()));
            people.ofSchool(review.host()).stream().map(Person::id).forEach(concerned::add);
            return concerned;
        }

        /** Of what is told to everybody on a review; whoever was asked or released is told so once more, and about themselves only. */
        private void nobodyWhoLeftGetsAMail() {
            Set<String> may = concerned();
            database
                    .sql(
                            """
                            select n.id, n.occasion, n.subject, n.turn, n.recipient from notice n
                                join vacancy v on cast(v.id as varchar(100)) = n.subject
                            where v.review = ? and n.state = 'WAITING'""")
                    .param(review.id())
                    .query((row, number) -> new Notice(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            clock.instant()))
                    .list()
                    .stream()
                    .filter(notice -> !may.contains(notice.recipient()))
                    .filter(notice -> occasions.get(notice.occasion()).now(notice) instanceof Letter)
                    .forEach(notice -> fault("%s gets the mail %s", notice.recipient(), notice.occasion()));
        }
    }
}
