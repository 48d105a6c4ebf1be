package org.criticalfriend.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.notification.RoundFacts.Belonging;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.Register.Host;
import org.criticalfriend.partnership.School;
import org.springframework.stereotype.Component;

/**
 * What those in charge hear on a morning on which something has passed its last reminder: all that has, school by school, in the
 * reviews of which they are in charge (for the lead's own school that is the deputy). Made up when it is sent.
 */
@Component
class RoundForLeadOccasion implements Occasion {

    static final String NAME = "round-for-lead";

    private final DueTasks tasks;
    private final RoundFacts facts;
    private final DailyRound round;
    private final Register register;
    private final People people;

    RoundForLeadOccasion(DueTasks tasks, RoundFacts facts, DailyRound round, Register register, People people) {
        this.tasks = tasks;
        this.facts = facts;
        this.round = round;
        this.register = register;
        this.people = people;
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * What is still open at one school, or in the year of the partnership.
     *
     * @param school name of the host, or of the year
     * @param page path of the page of the review or the year
     * @param lines the steps, the longest open first
     */
    record OfReview(String school, String page, List<Line> lines) {}

    /**
     * A step that is still open.
     *
     * @param task its name
     * @param who name of whoever has it on their list
     * @param due the day for which it was planned, in words
     */
    record Line(String task, String who, String due) {}

    @Override
    public ToSay now(Notice notice) {
        List<Belonging> inCharge = inCharge(notice.recipient());
        Morning morning = round.morning(LocalDate.parse(notice.turn()), inCharge);
        List<OpenTask> passed = tasks
                .under(inCharge.stream().map(Belonging::reference).toList())
                .stream()
                .filter(task -> morning.passedOn(task).isPresent())
                .toList();
        if (passed.stream().noneMatch(task -> isNew(task, morning, notice.recipient()))) {
            return new NothingToSay("Nothing of it is open any more, or others are in charge now.");
        }
        return Letter.of(NAME, Map.of("reviews", byReview(passed, morning), "number", passed.size()));
    }

    private List<Belonging> inCharge(String person) {
        List<Belonging> candidates = facts.openIn(register.partnershipsLedBy(person));
        Map<Host, Set<String>> inCharge =
                register.inChargeOf(candidates.stream().map(DailyRound::host).collect(toSet()));
        return candidates.stream()
                .filter(one -> inCharge.get(DailyRound.host(one)).contains(person))
                .toList();
    }

    private boolean isNew(OpenTask task, Morning morning, String lead) {
        Optional<String> school = register.person(lead).flatMap(Person::ownSchool);
        return morning.passedOn(task)
                .filter(day -> day.isAfter(morning.audience().since(school)))
                .isPresent();
    }

    private List<OfReview> byReview(List<OpenTask> passed, Morning morning) {
        Map<String, Person> names = people.find(assignees(passed));
        Map<Belonging, List<OpenTask>> byReview = passed.stream()
                .collect(groupingBy(task -> morning.belongingOf(task).orElseThrow(), LinkedHashMap::new, toList()));
        return byReview.entrySet().stream()
                .map(review -> new OfReview(
                        register.school(review.getKey().host())
                                .map(School::name)
                                .orElse(review.getKey().name()),
                        review.getKey().page(),
                        review.getValue().stream()
                                .map(task -> line(task, names))
                                .toList()))
                .toList();
    }

    private static Collection<String> assignees(List<OpenTask> some) {
        return some.stream().flatMap(task -> task.assignee().stream()).collect(toSet());
    }

    private static Line line(OpenTask task, Map<String, Person> names) {
        return new Line(
                task.name(),
                task.assignee().map(names::get).map(Person::name).orElse("nobody at present"),
                SchoolTime.words(task.due()));
    }
}
