package org.criticalfriend.year;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.review.LiveActions;
import org.criticalfriend.year.PartnershipYear.State;
import org.springframework.stereotype.Component;

/** Tells the model of a year who does what, for which schools, and whether it is over. */
@Component("yearPlan")
@NamedInModels
public class YearPlan {

    /** The variable by which a part of the process knows its school. */
    static final String SCHOOL = "subject";

    /** What concerns no school more than another. */
    static final String OF_NO_SCHOOL = "";

    /** What the engine takes for a task that waits for whoever is to do it. */
    private static final String NOBODY_YET = null;

    private final PlannedYears years;
    private final Register register;
    private final People people;
    private final LiveActions live;

    YearPlan(PlannedYears years, Register register, People people, LiveActions live) {
        this.years = years;
        this.register = register;
        this.people = people;
        this.live = live;
    }

    private PartnershipYear year(DelegateExecution execution) {
        return years.find(execution.getProcessBusinessKey())
                .orElseThrow(() ->
                        new IllegalStateException("There is no year %s.".formatted(execution.getProcessBusinessKey())));
    }

    /** Id of the person who holds the planning day: the partnership lead, or who acts for them. */
    public String lead(DelegateExecution execution) {
        return lead(year(execution));
    }

    private String lead(PartnershipYear year) {
        return register.decidersOf(year.partnership(), OF_NO_SCHOOL, Set.of()).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Nobody leads the partnership %s, and there is no administrator. Enter one in the register, then retry the step."
                                .formatted(year.partnership())));
    }

    /** Ids of the schools whose reviews start. */
    public List<String> hosts(DelegateExecution execution) {
        return years.plan(year(execution)).visited();
    }

    /** Ids of the schools that send people, each of which releases them for the year. */
    public List<String> sendingSchools(DelegateExecution execution) {
        return people.find(years.plan(year(execution)).people()).values().stream()
                .map(Person::ownSchool)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** Id of the head of a school; null, which leaves the step without an assignee, while there is none. */
    public String headOf(DelegateExecution execution, String school) {
        return register.headOf(school).map(Person::id).orElse(NOBODY_YET);
    }

    /** Ids of the schools whose heads look at their live actions in this half-term. */
    public List<String> schoolsWithLiveActions(DelegateExecution execution) {
        return live.schoolsWithSome(year(execution).partnership());
    }

    /** Whether anything is open in the schools' plans that this year has to look after. */
    public boolean somethingIsOpen(DelegateExecution execution) {
        PartnershipYear year = year(execution);
        return !years.isFollowed(year) && live.areThereIn(year.partnership());
    }

    /** Whether the year is over ({@link LookAtYear} has said so). */
    public boolean isOver(DelegateExecution execution) {
        return year(execution).state() == State.ENDED;
    }
}
