package org.criticalfriend.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.buffering.Withdrawals;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.change.Changes.WayOut;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.duty.StandIns;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.Forecasts;
import org.criticalfriend.review.PlannedReview;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.review.StartReview;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.DatabaseApart;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.RowsOfReviews;
import org.criticalfriend.testing.SeatsAreLookedAfter;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Plans change in every way, in any order, on two or three reviews that share people, while people drop out, answer, work on and days pass;
 * after every step nothing holds an old date and all seats are looked after.
 */
@ApplicationTest
@DatabaseApart
class RandomChangesTest {

    private static final int STEPS = 10;

    /** The same happens each time, so that a build fails by what was changed; something else happens in the deep run. */
    private static final long SAME_EACH_TIME = 20261008L;

    /** What few can ask for, and the ways out that few changes have: they come up oftener, so that each happens. */
    private static final Set<ChangeKind> SELDOM_ASKED = EnumSet.of(ChangeKind.OFSTED, ChangeKind.CHANGE_OF_PERSON);

    private static final Set<Way> SELDOM_OFFERED = EnumSet.of(Way.AGAIN, Way.PROMOTE, Way.SMALLER);

    private static final int OFTENER = 4;

    /** So far time passes at most until a review goes on by itself. */
    private static final Duration PATIENCE = Duration.ofDays(30);

    @Autowired
    TestPartnership partnerships;

    @Autowired
    StartReview start;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    SeatsAreLookedAfter lookedAfter;

    @Autowired
    RowsOfReviews rows;

    @Autowired
    Changes changes;

    @Autowired
    ChangesOfPlan plans;

    @Autowired
    ChangeRecord record;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    RunningReviews running;

    @Autowired
    Forecasts forecasts;

    @Autowired
    Seats seats;

    @Autowired
    SchoolCalendars calendars;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService instances;

    @Autowired
    ManagementService jobs;

    @Autowired
    Timers timers;

    @Autowired
    MovableClock clock;

    @Test
    void howeverPlansChangeNothingHoldsAnOldDate() {
        sequences(50, SAME_EACH_TIME);
    }

    @Test
    @Tag("deep")
    void howeverOftenPlansChangeNothingHoldsAnOldDate() {
        sequences(1_000, System.nanoTime());
    }

    private void sequences(int count, long usualSeed) {
        long seed = Long.getLong("critical-friend.test.seed", usualSeed);
        Map<String, Integer> done = new TreeMap<>();
        for (int number = 0; number < count; number++) {
            Sequence sequence = new Sequence(new Random(seed + number));
            for (int step = 0; step < STEPS; step++) {
                String at = "seed %d, step %d after %s".formatted(seed + number, step, sequence.story);
                try {
                    String what = sequence.something();
                    count(what, done);
                    assertThat(lookedAfter.faultsIn(sequence.made.id()))
                            .as(what)
                            .isEmpty();
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError(at, e);
                }
            }
        }
        System.out.printf("CHANGES seed %d, %d sequences, %s%n", seed, count, done);
        assertThat(done.keySet())
                .as("the sequences did everything that can happen")
                .contains("outdated", "second", "withdrew", "answered", "closed", "worked", "time")
                .containsAll(each("asked", ChangeKind.values()))
                .containsAll(each("decided", Way.values()));
    }

    /** By its first word, and what is asked for or decided by its second as well. */
    private static void count(String what, Map<String, Integer> done) {
        String[] words = what.split(" ");
        boolean ofAKind = words[0].equals("asked") || words[0].equals("decided");
        done.merge(ofAKind ? words[0] + " " + words[1] : words[0], 1, Integer::sum);
    }

    private static List<String> each(String word, Enum<?>... kinds) {
        return Stream.of(kinds).map(kind -> word + " " + kind).toList();
    }

    private final class Sequence {

        private final Random random;
        private final Made made;
        private final List<String> references;
        private final List<String> story = new ArrayList<>();

        /** The tables as they were when the changes were asked for. */
        private final Map<UUID, List<WayOut>> shown = new HashMap<>();

        Sequence(Random random) {
            this.random = random;
            LocalDate day = TestPartnership.VISIT.minusDays(6 + random.nextInt(22));
            clock.moveTo(SchoolTime.at(day, LocalTime.of(8 + random.nextInt(10), random.nextInt(60))));
            this.made = partnerships.makeLarge();
            String one = partnerships.startReview(made, TestPartnership.VISIT);
            String other = start.as(second());
            this.references = random.nextBoolean() ? List.of(one, other) : List.of(one, other, start.as(third()));
            int steps = random.nextInt(10);
            for (int step = 0; step < steps; step++) {
                story.add(goOn(one));
            }
        }

        private PlannedReview second() {
            return planned(
                    'e',
                    TestPartnership.VISIT.plusDays(5),
                    made.head('f'),
                    made.deputy('g'),
                    made.teacher('f'),
                    made.deputy('h'),
                    made.teacher('h'));
        }

        /** Half of its people are on the others as well. */
        private PlannedReview third() {
            return planned(
                    'g',
                    TestPartnership.VISIT.plusDays(12),
                    made.head('h'),
                    made.peerReviewer(),
                    made.teacher('c'),
                    made.deputy('d'),
                    made.teacher('d'));
        }

        private PlannedReview planned(
                char host, LocalDate visit, String lead, String peer, String champion, String reserve, String spare) {
            return new PlannedReview(
                    made.id(),
                    made.school(host),
                    "Another focus",
                    visit,
                    visit,
                    Map.of(),
                    Map.of(
                            Duty.LEAD_REVIEWER, List.of(lead),
                            Duty.PEER_REVIEWER, List.of(peer),
                            Duty.IMPROVEMENT_CHAMPION, List.of(champion),
                            Duty.RESERVE_REVIEWER, List.of(reserve),
                            Duty.SPARE_IMPROVEMENT_CHAMPION, List.of(spare)));
        }

        String something() {
            String reference = one(references);
            String what =
                    switch (random.nextInt(16)) {
                        case 0, 1, 2 -> ask(reference);
                        case 3, 4, 5, 6, 7, 8 -> decide();
                        case 9 -> withdraw(reference);
                        case 10, 11 -> answer();
                        case 12 -> closeASchool();
                        case 13, 14 -> goOn(reference);
                        default -> timeGoesBy(Duration.ofHours(1 + random.nextInt(70)));
                    };
            story.add(what);
            return what;
        }

        private String ask(String reference) {
            String person = random.nextBoolean() && mayLead(reference) ? made.lead() : one(peopleOf(reference));
            RunningReviews.Seen seen = running.concerning(reference, person);
            List<ChangeKind> kinds = ChangeKind.of(seen);
            if (kinds.isEmpty()) {
                return "nothing to ask for";
            }
            Asked asked = Asked.of(reference, one(oftener(kinds, SELDOM_ASKED::contains)), person);
            if (asked.kind() == ChangeKind.MOVE_APPOINTMENT) {
                List<AppointmentKind> meetings = forecasts.of(reference).toHold().stream()
                        .filter(kind -> kind != AppointmentKind.VISIT)
                        .toList();
                if (meetings.isEmpty()) {
                    return "nothing to move";
                }
                asked = asked.about(one(meetings));
            } else if (asked.kind() == ChangeKind.CHANGE_OF_PERSON) {
                asked = asked.about(one(oftener(
                                seats.inUse(seen.review().id(), List.of(Duty.values())),
                                seat -> !StandIns.include(seat.duty())))
                        .id());
            }
            if (random.nextInt(3) == 0) {
                asked = asked.wishing(Optional.of(today().plusDays(3L + random.nextInt(40))));
            }
            String words = "%s on %s by %s".formatted(asked.kind(), reference, person);
            if (asked.kind() != ChangeKind.ILLNESS
                    && record.openOn(seen.review().id()).isPresent()) {
                Asked second = asked;
                String before = rows.of(made);
                assertThatThrownBy(() -> plans.ask(second)).isInstanceOf(ChangeRefused.class);
                assertThat(rows.of(made)).isEqualTo(before);
                return "second " + words;
            }
            UUID change = plans.ask(asked);
            record.of(change)
                    .filter(ChangeOfPlan::isOpen)
                    .ifPresent(open -> shown.put(change, changes.waysOut(change)));
            return "asked " + words;
        }

        private List<String> peopleOf(String reference) {
            RunningReview review = running.of(reference);
            return Stream.concat(
                            Stream.of(review.host() + "head", review.host() + "deputy", made.lead()),
                            seats.occupants(review.id()).stream()
                                    .filter(Occupant::fills)
                                    .map(Occupant::person))
                    .filter(person -> !person.equals(made.lead()) || mayLead(reference))
                    .toList();
        }

        private boolean mayLead(String reference) {
            return !running.of(reference).host().equals(made.school('d'));
        }

        private String decide() {
            List<UUID> open = references.stream()
                    .flatMap(reference -> record.openOn(running.of(reference).id()).stream())
                    .map(ChangeOfPlan::id)
                    .toList();
            if (open.isEmpty()) {
                return ask(one(references));
            }
            UUID change = one(open);
            List<WayOut> now = changes.waysOut(change);
            assertThat(now).as("there is always something to choose").isNotEmpty();
            List<String> keys = now.stream().map(WayOut::key).toList();
            Optional<WayOut> outdated = oneOf(shown.getOrDefault(change, List.of()).stream()
                    .filter(way -> !keys.contains(way.key()))
                    .toList());
            if (outdated.isPresent() && random.nextInt(3) == 0) {
                String before = rows.of(made);
                assertThatThrownBy(() -> choose(change, outdated.get())).isInstanceOf(Refusal.class);
                assertThat(rows.of(made)).isEqualTo(before);
                return "outdated " + outdated.get().title();
            }
            // However many days there are to choose from, they count as one way.
            Way kind = one(oftener(
                    now.stream().map(way -> Way.valueOf(way.way())).distinct().toList(), SELDOM_OFFERED::contains));
            WayOut chosen = one(
                    now.stream().filter(way -> Way.valueOf(way.way()) == kind).toList());
            story.add("about to decide " + chosen.way() + " " + chosen.what());
            choose(change, chosen);
            return "decided %s %s".formatted(chosen.way(), chosen.what());
        }

        private void choose(UUID change, WayOut way) {
            changes.choose(
                    change, way, way.way().equals("AFAR") ? Optional.of("https://meet.example/x") : Optional.empty());
        }

        private String withdraw(String reference) {
            List<Occupant> lasting = seats.occupants(running.of(reference).id());
            if (lasting.isEmpty()) {
                return "nobody to withdraw";
            }
            String person = one(lasting).person();
            withdrawals.withdraw(reference, person);
            return "withdrew %s from %s".formatted(person, reference);
        }

        private String answer() {
            Optional<Task> task = oneOf(references.stream()
                    .flatMap(reference -> Stream.concat(
                            open(reference, "AnswerRequest").stream(), open(reference, "ConfirmDate").stream()))
                    .toList());
            String answer = random.nextInt(3) == 0 ? "NO" : "YES";
            task.ifPresent(found -> scenario.handIn(found, Map.of("answer", answer)));
            return task.map(found -> "answered %s by %s".formatted(answer, found.getAssignee()))
                    .orElseGet(this::decide);
        }

        /** A school, which may be a host or the own school of somebody on a team, is closed on a day. */
        private String closeASchool() {
            LocalDate day = today().plusDays(1L + random.nextInt(30));
            String school = made.school("abcdefgh".charAt(random.nextInt(8)));
            if (!calendars.of(school).isPupilDay(day)) {
                return decide();
            }
            calendars.enterInsetDays(school, List.of(day));
            return "closed %s on %s".formatted(school, day);
        }

        /** Whoever has the next step of a review does it; if nobody has one, time passes until there is one. */
        private String goOn(String reference) {
            Optional<Task> next = tasks.createTaskQuery().processInstanceBusinessKey(reference).list().stream()
                    .filter(task -> task.getAssignee() != null)
                    .filter(task ->
                            answer(task.getTaskDefinitionKey(), reference, task).isPresent())
                    .min(Comparator.comparing(Task::getTaskDefinitionKey));
            if (next.isPresent()) {
                String step = next.get().getTaskDefinitionKey();
                try {
                    scenario.handIn(
                            next.get(), answer(step, reference, next.get()).orElseThrow());
                    timers.runWaiting(reference);
                    return "worked at %s in %s".formatted(step, reference);
                } catch (WebApplicationException refused) {
                    return "refused %s: %s".formatted(step, refused.getMessage());
                }
            }
            return timers(reference).stream()
                    .filter(job -> job.getProcessDefinitionKey().equals(StartReview.PROCESS))
                    .map(job ->
                            Duration.between(clock.instant(), job.getDuedate().toInstant()))
                    .filter(wait -> wait.compareTo(PATIENCE) < 0)
                    .min(Comparator.naturalOrder())
                    .map(wait -> timeGoesBy(wait.isNegative() ? Duration.ZERO : wait))
                    .orElse("nothing to do");
        }

        private Optional<Map<String, Object>> answer(String step, String reference, Task task) {
            return Optional.ofNullable(
                    switch (step) {
                        case "CompleteSelfReview" ->
                            Map.of("statements", List.of(Map.of("text", "We do it well", "howWeKnow", "We looked")));
                        case "HoldPlanningMeeting" ->
                            Map.of(
                                    "heldOn", today().toString(),
                                    "rationale", "Why",
                                    "question", "How well?",
                                    "goal", "Well",
                                    "scope", "WHOLE_SCHOOL",
                                    "purpose", "IMPROVE",
                                    "headConfirmed", true);
                        case "PrepareQuestions" -> Map.of("questions", List.of(Map.of("text", "How?")));
                        case "RecordEvidence" ->
                            Map.of(
                                    "items",
                                    List.of(Map.of(
                                            "question",
                                            ReviewScenario.firstQuestion(scenario.form(task)),
                                            "type",
                                            "OTHER",
                                            "note",
                                            "Seen")));
                        case "PresentFeedback" ->
                            Map.of(
                                    "findings",
                                    List.of(Map.of(
                                            "question",
                                            ReviewScenario.firstQuestion(scenario.form(task)),
                                            "kind",
                                            "STRENGTH",
                                            "text",
                                            "Well")),
                                    "reflectionDeadline",
                                    scenario.form(task).get("reflectionDeadline"));
                        case "RunImprovementWorkshop" ->
                            Map.of(
                                    "heldOn", today().toString(),
                                    "targets",
                                            List.of(Map.of(
                                                    "text",
                                                    "We ask more",
                                                    "origin",
                                                    ReviewScenario.option(scenario.form(task), "originOptions", 0))),
                                    "commitment", "We ask one more question.");
                        case "DecideOnVisit" -> Map.of("visitDecision", "GO_AHEAD", "reason", "We have spoken");
                        default -> null;
                    });
        }

        /** The timers fire that are due until then, each at its time. */
        private String timeGoesBy(Duration time) {
            Instant until = clock.instant().plus(time);
            Optional<Job> next = nextTimer(until);
            while (next.isPresent()) {
                Instant due = next.get().getDuedate().toInstant();
                if (due.isAfter(clock.instant())) {
                    clock.moveTo(due);
                }
                jobs.executeJob(next.get().getId());
                references.forEach(timers::runWaiting);
                next = nextTimer(until);
            }
            clock.moveTo(until);
            return "time goes by until " + until;
        }

        private Optional<Job> nextTimer(Instant until) {
            return references.stream()
                    .flatMap(reference -> timers(reference).stream())
                    .filter(job -> !job.getDuedate().after(Date.from(until)))
                    .min(Comparator.comparing(Job::getDuedate).thenComparing(Job::getId));
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

        private LocalDate today() {
            return SchoolTime.today(clock);
        }

        private <T> List<T> oftener(List<T> some, Predicate<T> which) {
            return some.stream()
                    .flatMap(one -> Collections.nCopies(which.test(one) ? OFTENER : 1, one).stream())
                    .toList();
        }

        private <T> Optional<T> oneOf(List<T> some) {
            return some.isEmpty() ? Optional.empty() : Optional.of(one(some));
        }

        private <T> T one(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }
    }
}
