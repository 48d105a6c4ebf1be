package org.criticalfriend.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.review.LateDecision.Outcome;
import org.springframework.stereotype.Component;

/**
 * A step is late: those in charge decide what helps. The form offers only what is possible at this moment; what is chosen is done in the
 * same transaction, and those whom it concerns are told.
 */
@Component
class DecideWhatHelps extends StepOfReview {

    private static final String WHAT = "whatHelps";
    private static final String NEW_DATE = "New date";

    private final LateDecisions decisions;
    private final OpenDecisions open;
    private final WhoCouldHelp whoCouldHelp;
    private final Deadlines deadlines;
    private final MoveDates move;
    private final TellsOfDecision tells;
    private final People people;
    private final Clock clock;

    DecideWhatHelps(
            Reviews reviews,
            Heading heading,
            LateDecisions decisions,
            OpenDecisions open,
            WhoCouldHelp whoCouldHelp,
            Deadlines deadlines,
            MoveDates move,
            TellsOfDecision tells,
            People people,
            Clock clock) {
        super(reviews, heading);
        this.decisions = decisions;
        this.open = open;
        this.whoCouldHelp = whoCouldHelp;
        this.deadlines = deadlines;
        this.move = move;
        this.tells = tells;
        this.people = people;
        this.clock = clock;
    }

    /** The late step behind a question, as it stands now. */
    private record Late(LateDecision decision, Optional<LateStep> known, List<Task> tasks, ReviewDates dates) {

        String words() {
            return known.map(LateStep::asHeading)
                    .orElseGet(
                            () -> tasks.stream().findFirst().map(Task::getName).orElse("A step of this review"));
        }

        Set<String> holders() {
            return tasks.stream()
                    .map(Task::getAssignee)
                    .flatMap(person -> Optional.ofNullable(person).stream())
                    .collect(Collectors.toSet());
        }

        Optional<LocalDate> lastDay() {
            return known.flatMap(step -> step.lastDay(dates));
        }

        boolean hasDates() {
            return !dates.countsFromItsStart(decision.late());
        }
    }

    private Late late(Review review, TaskInHand task) {
        LateDecision decision = decisions.of(UUID.fromString(task.subject().orElseThrow()));
        return new Late(
                decision,
                LateStep.of(decision.late()),
                open.tasksAt(review.reference(), decision.step()),
                deadlines.of(review));
    }

    @Override
    void prefill(Map<String, Object> form, Review review) {
        // All that the form opens with is about the step behind this very task.
    }

    @Override
    void prefillFor(TaskInHand task, Map<String, Object> form, Review review) {
        Late late = late(review, task);
        List<Person> others = others(late, review);
        form.put("what", late.words());
        form.put("since", SchoolTime.words(SchoolTime.dateOf(late.decision().arose())));
        form.put("consequence", late.known().map(LateStep::consequence).orElse("It was to be done by now."));
        form.put("who", inWords(people.find(late.holders()).values()));
        form.put("choiceOptions", choices(review, late, others));
        form.put("personOptions", Row.options(others, Person::id, DecideWhatHelps::reachedBy));
        form.put(
                "latest",
                late.lastDay().map(DecideWhatHelps::latestInWords).orElse("A school day that is still to come."));
        form.put(
                "newDate",
                firstDayToGive(late)
                        .filter(day -> isPossible(late, day))
                        .map(LocalDate::toString)
                        .orElse(null));
    }

    private List<Person> others(Late late, Review review) {
        return late.known()
                .map(step -> whoCouldHelp.with(step, review, late.holders()))
                .orElse(List.of());
    }

    private static String inWords(Collection<Person> some) {
        return some.isEmpty()
                ? "nobody at present"
                : some.stream().map(DecideWhatHelps::reachedBy).sorted().collect(Collectors.joining("; "));
    }

    private static String reachedBy(Person person) {
        return person.phone()
                .map(number -> "%s, %s".formatted(person.name(), number))
                .orElse("%s, %s".formatted(person.name(), person.post()));
    }

    private static String latestInWords(LocalDate day) {
        return "A school day, at the latest %s: other steps depend on it.".formatted(SchoolTime.words(day));
    }

    private List<Map<String, Object>> choices(Review review, Late late, List<Person> others) {
        List<Map<String, Object>> choices = new ArrayList<>();
        if (canHaveMoreTime(late)) {
            choices.add(choice(Outcome.MORE_TIME, "Give more time"));
        }
        if (!others.isEmpty()) {
            choices.add(choice(Outcome.SOMEBODY_ELSE, "Give it to somebody else"));
        }
        choices.add(choice(Outcome.GO_AHEAD, "Go ahead as it is"));
        if (!review.hasFeedback()) {
            choices.add(choice(Outcome.CANCEL, "Cancel the review"));
        }
        return choices;
    }

    private static Map<String, Object> choice(Outcome outcome, String label) {
        return Row.of("value", outcome.name(), "label", label);
    }

    private boolean canHaveMoreTime(Late late) {
        return late.hasDates()
                && firstDayToGive(late).filter(day -> isPossible(late, day)).isPresent();
    }

    private static boolean isPossible(Late late, LocalDate day) {
        return late.lastDay().filter(last -> last.isBefore(day)).isEmpty();
    }

    /** The next school day; empty if the terms after today are not entered. */
    private Optional<LocalDate> firstDayToGive(Late late) {
        try {
            return Optional.of(late.dates().host().plus(SchoolTime.today(clock), 1));
        } catch (YearNotEntered e) {
            return Optional.empty();
        }
    }

    @Override
    void take(Review review, TaskInHand task, Given given) {
        Late late = late(review, task);
        Outcome outcome = outcome(given);
        LateDecision asked = late.decision();
        String by = task.assignee().orElseThrow();
        // Read before anything changes: the tasks are the engine's own.
        Set<String> holders = late.holders();
        LateDecision decided =
                switch (outcome) {
                    case MORE_TIME -> decided(asked, outcome, moreTime(review, late, given), null, null, by);
                    case SOMEBODY_ELSE -> {
                        Person other = other(review, late, given);
                        String before = holders.stream().sorted().findFirst().orElse(null);
                        LocalDate until = untilForAnother(review, late);
                        open.give(review.reference(), asked.step(), other.id());
                        yield decided(asked, outcome, until, before, null, by);
                    }
                    case CANCEL -> decided(asked, outcome, null, null, reasonToCancel(review, given), by);
                    case GO_AHEAD -> decided(asked, outcome, null, null, null, by);
                    case DONE, OVERTAKEN -> throw notOffered();
                };
        decisions.update(List.of(decided));
        tells.of(decided, review, holders);
    }

    private LateDecision decided(
            LateDecision asked, Outcome outcome, LocalDate until, String before, String reason, String by) {
        return asked.decided(outcome, until, before, reason, by, clock.instant());
    }

    private LocalDate moreTime(Review review, Late late, Given given) {
        LocalDate day = given.requiredDate("newDate", NEW_DATE);
        if (!late.hasDates()) {
            throw notOffered();
        }
        if (!day.isAfter(SchoolTime.today(clock))) {
            throw Refusal.of(NEW_DATE + ": please choose a day that is still to come.");
        }
        if (!isPossible(late, day)) {
            throw Refusal.of(
                    "%s: %s is the last day that leaves the steps after it where they are. Please choose that or an earlier one."
                            .formatted(NEW_DATE, SchoolTime.words(late.lastDay().orElseThrow())));
        }
        if (!late.dates().host().isPupilDay(day)) {
            throw Refusal.of("%s: the host school has no pupils in school on that day. The next school day is %s."
                    .formatted(NEW_DATE, SchoolTime.words(late.dates().host().forward(day))));
        }
        move.moreTime(
                review.reference(),
                new MoreTime(late.decision().late(), late.decision().step(), day));
        return day;
    }

    /** Two school days, as for a step that starts late; less if something depends on it before. Null if it has no date of its own. */
    private LocalDate untilForAnother(Review review, Late late) {
        if (!late.hasDates()) {
            return null;
        }
        LocalDate today = SchoolTime.today(clock);
        LocalDate usual = late.dates().dayCountedFrom(today, LeadTimes.STEP_STARTS_LATE);
        LocalDate until = late.lastDay()
                .filter(last -> last.isBefore(usual) && last.isAfter(today))
                .orElse(usual);
        move.moreTime(
                review.reference(),
                new MoreTime(late.decision().late(), late.decision().step(), until));
        return until;
    }

    /** Chosen from those whom the form offers at this moment. */
    private Person other(Review review, Late late, Given given) {
        String chosen = given.requiredText("person", "Who");
        return others(late, review).stream()
                .filter(person -> person.id().equals(chosen))
                .findFirst()
                .orElseThrow(() -> Refusal.of("Who: please choose somebody from the list."));
    }

    private static String reasonToCancel(Review review, Given given) {
        if (review.hasFeedback()) {
            throw notOffered();
        }
        return given.requiredText("reason", "Reason");
    }

    private static Outcome outcome(Given given) {
        String chosen = given.requiredText(WHAT, "What helps?");
        return List.of(Outcome.values()).stream()
                .filter(outcome -> outcome.name().equals(chosen))
                .findFirst()
                .orElseThrow(DecideWhatHelps::notOffered);
    }

    private static Refusal notOffered() {
        return Refusal.of("What helps? – please choose one of the ways that are offered.");
    }

    @Override
    Map<String, Object> routing(Given given) {
        return Map.of(WHAT, outcome(given).name());
    }
}
