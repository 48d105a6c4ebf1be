package org.criticalfriend.year;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.DutyWords;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.year.PlanOfYear.DayOfPlan;
import org.criticalfriend.year.PlanOfYear.SeatOfPlan;
import org.springframework.stereotype.Component;

/** A head releases the school's people for the year: one tick, and a note to the partnership lead if there is anything to say. */
@Component
class AgreeOurDuties extends StepOfYear {

    private final PlannedYears years;
    private final People people;
    private final Register register;
    private final Clock clock;

    AgreeOurDuties(PlannedYears years, Partnerships partnerships, People people, Register register, Clock clock) {
        super(years, partnerships);
        this.years = years;
        this.people = people;
        this.register = register;
        this.clock = clock;
    }

    /** Somebody of the school is needed on a day. */
    private record Needed(LocalDate day, Map<String, Object> row) {}

    @Override
    public Map<String, Object> opensWith(TaskInHand task) {
        Map<String, Object> form = heading(task);
        form.put("school", register.schoolNames(List.of(school(task))).get(school(task)));
        form.put("duties", duties(task));
        return form;
    }

    private List<Map<String, Object>> duties(TaskInHand task) {
        PlanOfYear plan = years.plan(year(task));
        Map<String, Person> ours = people.find(plan.people());
        Map<String, String> hosts = register.schoolNames(plan.visited());
        Map<String, List<DayOfPlan>> days = plan.days().stream().collect(groupingBy(DayOfPlan::host));
        List<Needed> needed = new ArrayList<>();
        for (SeatOfPlan seat : plan.seats()) {
            seat.person()
                    .map(ours::get)
                    .filter(person ->
                            person.ownSchool().filter(school(task)::equals).isPresent())
                    .ifPresent(person -> days.getOrDefault(seat.seat().host(), List.of()).stream()
                            .filter(day ->
                                    day.appointment().isAttendedBy(seat.seat().duty()))
                            .forEach(day -> needed.add(needed(person, seat, day, hosts))));
        }
        return needed.stream()
                .sorted(Comparator.comparing(Needed::day))
                .map(Needed::row)
                .toList();
    }

    private static Needed needed(Person person, SeatOfPlan seat, DayOfPlan day, Map<String, String> hosts) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(
                "day",
                day.first().equals(day.last())
                        ? SchoolTime.shortWords(day.first())
                        : SchoolTime.shortWords(day.first()) + " to " + SchoolTime.shortWords(day.last()));
        row.put("person", person.name());
        row.put("duty", DutyWords.of(seat.seat().duty()));
        row.put(
                "what",
                "%s at %s"
                        .formatted(
                                YearWords.of(day.appointment()),
                                hosts.get(seat.seat().host())));
        return new Needed(day.first(), row);
    }

    @Override
    public Map<String, Object> accept(TaskInHand task, Map<String, Object> answer) {
        if (!Boolean.TRUE.equals(answer.get("released"))) {
            throw Refusal.of(
                    "Released: please tick this. If somebody cannot go, tick it for the others and say so in the note.");
        }
        years.release(
                year(task),
                school(task),
                task.assignee().orElseThrow(),
                Optional.ofNullable((String) answer.get("note")),
                clock.instant());
        return Map.of();
    }
}
