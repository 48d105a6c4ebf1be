package org.criticalfriend.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.notification.RoundFacts.Belonging;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.School;
import org.springframework.stereotype.Component;

/**
 * The one mail of a morning: what is due today, what is still open, what is coming this week. Made up when it is sent, from what is
 * open by then; if nothing of it is on a rung any more, there is no mail.
 */
@Component
class RoundOccasion implements Occasion {

    static final String NAME = "round";

    /** How far the mail looks ahead, in school days: a week. */
    private static final int AHEAD = 5;

    private final DueTasks tasks;
    private final RoundFacts facts;
    private final DailyRound round;
    private final Register register;
    private final Clock clock;

    RoundOccasion(DueTasks tasks, RoundFacts facts, DailyRound round, Register register, Clock clock) {
        this.tasks = tasks;
        this.facts = facts;
        this.round = round;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * A step as the mail lists it.
     *
     * @param task its name
     * @param school name of the host; empty if it is none of a review
     * @param due the day, in words
     * @param link path of the page that opens it
     */
    record Line(String task, String school, String due, String link) {}

    @Override
    public ToSay now(Notice notice) {
        List<OpenTask> open = tasks.of(notice.recipient());
        Morning morning = round.morning(LocalDate.parse(notice.turn()), facts.of(references(open)));
        if (open.stream().noneMatch(morning::isOnRung)) {
            return new NothingToSay("Nothing of it is left: done, moved, or somebody else's by now.");
        }
        LocalDate today = SchoolTime.today(clock);
        List<Line> dueToday = lines(open, morning, task -> task.due().equals(today));
        List<Line> stillOpen = lines(open, morning, task -> task.due().isBefore(today));
        List<Line> coming = lines(open, morning, task -> task.due().isAfter(today) && isNear(task, morning, today));
        return Letter.of(
                NAME,
                Map.of(
                        "summary", summary(dueToday.size(), stillOpen.size(), coming.size()),
                        "dueToday", dueToday,
                        "stillOpen", stillOpen,
                        "coming", coming));
    }

    /** What one is reminded of is listed, however early that is. */
    private static boolean isNear(OpenTask task, Morning morning, LocalDate today) {
        return morning.isOnRung(task)
                || !task.due().isAfter(morning.daysOf(task).plus(today, AHEAD));
    }

    private List<Line> lines(List<OpenTask> open, Morning morning, Predicate<OpenTask> which) {
        return open.stream()
                .filter(which)
                .map(task -> new Line(
                        task.name(),
                        morning.belongingOf(task)
                                .map(Belonging::host)
                                .flatMap(register::school)
                                .map(School::name)
                                .orElse(""),
                        SchoolTime.words(task.due()),
                        "/task/" + task.id()))
                .toList();
    }

    private static String summary(int dueToday, int stillOpen, int coming) {
        return Stream.of(counted(dueToday, "due today"), counted(stillOpen, "still open"), counted(coming, "coming"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> counted(int number, String what) {
        return number == 0 ? Optional.empty() : Optional.of(number + " " + what);
    }

    private static List<String> references(List<OpenTask> open) {
        return open.stream()
                .flatMap(task -> task.reference().stream())
                .distinct()
                .toList();
    }
}
