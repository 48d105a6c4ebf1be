package org.criticalfriend.buffering;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.review.PlannedReview;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.review.StartReview;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.DatabaseApart;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.SeatsAreLookedAfter;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * People drop out, decline, are silent, answer, leave and are asked again, in any order and on two reviews that are visited on one day;
 * after every step all seats are looked after.
 */
@ApplicationTest
@DatabaseApart
class RandomWithdrawalsTest {

    private static final int STEPS = 12;

    /** After so many steps, and so after the last one, the whole database is looked at. */
    private static final int QUARTER = STEPS / 4;

    /** The same people drop out each time, so that a build fails by what was changed; others drop out in the deep run. */
    private static final long SAME_EACH_TIME = 66091016921767L;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    StartReview start;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    SeatsAreLookedAfter lookedAfter;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    RunningReviews running;

    @Autowired
    Seats seats;

    @Autowired
    People people;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService instances;

    @Autowired
    ManagementService jobs;

    @Autowired
    MovableClock clock;

    @Test
    void howeverPeopleDropOutEverySeatIsLookedAfter() {
        sequences(50, SAME_EACH_TIME);
    }

    @Test
    @Tag("deep")
    void howeverOftenPeopleDropOutEverySeatIsLookedAfter() {
        sequences(1_000, System.nanoTime());
    }

    private void sequences(int count, long usualSeed) {
        long seed = Long.getLong("critical-friend.test.seed", usualSeed);
        Random random = new Random(seed);
        Map<String, Integer> done = new LinkedHashMap<>();
        for (int number = 0; number < count; number++) {
            Sequence sequence = new Sequence(random);
            for (int step = 0; step < STEPS; step++) {
                String what = sequence.something();
                done.merge(what.split(" ")[0], 1, Integer::sum);
                String partnership = sequence.made.id();
                boolean quarter = (step + 1) % QUARTER == 0;
                List<String> faults =
                        new ArrayList<>(quarter ? lookedAfter.faults(partnership) : lookedAfter.faultsIn(partnership));
                if (step == STEPS - 1 || random.nextInt(4) == 0) {
                    faults.addAll(lookedAfter.mailsToWhoeverLeft(partnership));
                }
                assertThat(faults)
                        .as("seed %d, sequence %d, step %d: %s after %s", seed, number, step, what, sequence.story)
                        .isEmpty();
            }
        }
        System.out.printf("BUFFERING seed %d, %d sequences, %s%n", seed, count, done);
        assertThat(done.keySet())
                .as("the sequences did everything that can happen")
                .contains("withdrew", "yes", "no", "silent", "time", "decided", "left", "late");
    }

    private final class Sequence {

        private final Random random;
        private final Made made;
        private final List<String> references;
        private final List<String> story = new ArrayList<>();
        private final List<Task> ended = new ArrayList<>();

        Sequence(Random random) {
            this.random = random;
            LocalDate day = TestPartnership.VISIT.minusDays(4 + random.nextInt(24));
            clock.moveTo(SchoolTime.at(day, LocalTime.of(8 + random.nextInt(10), random.nextInt(60))));
            // In a small partnership there is soon nobody left to ask.
            boolean large = random.nextInt(3) == 0;
            this.made = large ? partnerships.makeLarge() : partnerships.make();
            String first = partnerships.startReview(made, TestPartnership.VISIT);
            this.references = large ? List.of(first, start.as(another())) : List.of(first);
        }

        private PlannedReview another() {
            return new PlannedReview(
                    made.id(),
                    made.school('e'),
                    "Another focus",
                    TestPartnership.VISIT,
                    TestPartnership.VISIT,
                    Map.of(),
                    Map.of(
                            Duty.LEAD_REVIEWER, List.of(made.head('f')),
                            Duty.PEER_REVIEWER, List.of(made.deputy('g')),
                            Duty.IMPROVEMENT_CHAMPION, List.of(made.teacher('f')),
                            Duty.RESERVE_REVIEWER, List.of(made.deputy('h')),
                            Duty.SPARE_IMPROVEMENT_CHAMPION, List.of(made.teacher('h'))));
        }

        String something() {
            String reference = references.get(random.nextInt(references.size()));
            String what =
                    switch (random.nextInt(10)) {
                        case 0, 1, 2 -> withdraw(reference);
                        case 3 -> answer(reference, "YES");
                        case 4, 5 -> answer(reference, "NO");
                        case 6 -> silence(reference);
                        case 7 -> decide(reference);
                        case 8 -> random.nextInt(4) == 0 ? leave(reference) : answerLate();
                        default -> timeGoesBy();
                    };
            story.add(what);
            return what;
        }

        private String withdraw(String reference) {
            List<Occupant> lasting = seats.occupants(running.of(reference).id());
            if (lasting.isEmpty()) {
                return "nobody to withdraw";
            }
            String person = one(lasting).person();
            withdrawals.withdraw(reference, person);
            return "withdrew " + person;
        }

        private String answer(String reference, String answer) {
            Optional<Task> task = oneOf(open(reference, random.nextInt(3) == 0 ? "ConfirmDate" : "AnswerRequest"));
            task.ifPresent(ended::add);
            task.ifPresent(found -> scenario.handIn(found, Map.of("answer", answer)));
            return task.map(found -> "%s %s".formatted(answer.equals("YES") ? "yes" : "no", found.getAssignee()))
                    .orElse("nobody to answer");
        }

        /** A second answer, or one after the time is over. */
        private String answerLate() {
            Optional<Task> task = oneOf(ended.stream()
                    .filter(before ->
                            tasks.createTaskQuery().taskId(before.getId()).count() == 0)
                    .toList());
            task.ifPresent(before -> {
                try {
                    scenario.handIn(before, Map.of("answer", "YES"));
                    throw new AssertionError("An answer counted twice.");
                } catch (WebApplicationException refused) {
                    assertThat(refused.getResponse().getStatus()).isEqualTo(404);
                }
            });
            return task.map(before -> "late " + before.getAssignee()).orElse("nobody late");
        }

        private String silence(String reference) {
            Optional<Job> timer =
                    oneOf(instances.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                            .flatMap(instance -> jobs
                                    .createJobQuery()
                                    .processInstanceId(instance.getId())
                                    .activityId("NoAnswer")
                                    .list()
                                    .stream())
                            .toList());
            timer.ifPresent(job -> {
                open(reference, "AnswerRequest").forEach(ended::add);
                jobs.executeJob(job.getId());
            });
            return timer.map(job -> "silent in " + reference).orElse("nobody silent");
        }

        private String decide(String reference) {
            Optional<Task> task = oneOf(open(reference, "ChooseStandIn"));
            return task.map(found -> "decided " + decide(found)).orElse("nothing to decide");
        }

        private String decide(Task task) {
            boolean somebody = !options(task, "personOptions").isEmpty();
            String decision = one(
                    options(task, "decisionOptions").stream()
                                    .filter(option -> !option.equals("VIRTUAL") && !option.equals("POSTPONE"))
                                    .toList()
                                    .isEmpty()
                            ? List.of("VIRTUAL")
                            : options(task, "decisionOptions").stream()
                                    .filter(option -> !option.equals("POSTPONE"))
                                    .toList());
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("standInDecision", decision);
            if (somebody && (decision.equals("ASK") || decision.equals("AGREED"))) {
                answer.put("person", one(options(task, "personOptions")));
            }
            if (decision.equals("VIRTUAL")) {
                answer.put("link", "https://meet.example/" + made.id());
            }
            try {
                scenario.handIn(task, answer);
                return decision;
            } catch (WebApplicationException refused) {
                // Whoever is listed as possible may be needed on the other review by now.
                return decision + " refused: " + refused.getMessage();
            }
        }

        private List<String> options(Task task, String key) {
            List<String> values = new ArrayList<>();
            scenario.form(task)
                    .getValue(key, org.camunda.spin.json.SpinJsonNode.class)
                    .elements()
                    .forEach(option -> values.add(option.prop("value").stringValue()));
            return values;
        }

        private String leave(String reference) {
            List<Occupant> lasting = seats.occupants(running.of(reference).id());
            if (lasting.isEmpty()) {
                return "nobody to leave";
            }
            String person = one(lasting).person();
            people.change(people.find(person).orElseThrow().leaving(SchoolTime.today(clock)));
            lookedAfter.hasLeft(person);
            return "left " + person;
        }

        private String timeGoesBy() {
            Instant until = clock.instant().plus(Duration.ofHours(1 + random.nextInt(70)));
            Optional<Job> next = nextTimer(until);
            while (next.isPresent()) {
                Instant due = next.get().getDuedate().toInstant();
                if (due.isAfter(clock.instant())) {
                    clock.moveTo(due);
                }
                jobs.executeJob(next.get().getId());
                next = nextTimer(until);
            }
            clock.moveTo(until);
            return "time goes by until " + until;
        }

        /** Not those of the review itself for which something would have to be handed in first. */
        private Optional<Job> nextTimer(Instant until) {
            return references.stream()
                    .flatMap(reference -> timers(reference).stream())
                    .filter(job -> !job.getProcessDefinitionKey().equals(StartReview.PROCESS))
                    .filter(job -> !job.getDuedate().after(Date.from(until)))
                    .min(Comparator.comparing(Job::getDuedate));
        }

        private List<Job> timers(String reference) {
            return instances.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                    .flatMap(instance ->
                            jobs.createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                    .toList();
        }

        private List<Task> open(String reference, String activity) {
            return tasks.createTaskQuery()
                    .processInstanceBusinessKey(reference)
                    .taskDefinitionKey(activity)
                    .list();
        }

        private <T> Optional<T> oneOf(List<T> some) {
            return some.isEmpty() ? Optional.empty() : Optional.of(one(some));
        }

        private <T> T one(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }
    }
}
