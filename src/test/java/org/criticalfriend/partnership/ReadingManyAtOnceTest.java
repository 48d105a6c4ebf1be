package org.criticalfriend.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.CountedStatements;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class ReadingManyAtOnceTest {

    /** Which state of the register is in force. */
    private static final int LOOK = 1;

    private static final LocalDate DAY = LocalDate.of(2026, 10, 8);
    private static final int MORE_SCHOOLS = 30;

    @Autowired
    TestPartnership sample;

    @Autowired
    Partnerships partnerships;

    @Autowired
    Memberships memberships;

    @Autowired
    Schools schools;

    @Autowired
    People people;

    @Autowired
    Roles roles;

    @Autowired
    Register register;

    private Made few;
    private Made many;

    @BeforeEach
    void aSmallPartnershipAndALargeOne() {
        few = sample.make();
        many = sample.make();
        IntStream.range(0, MORE_SCHOOLS).forEach(this::enterSchool);
    }

    private void enterSchool(int number) {
        String id = many.id() + "more" + number;
        schools.add(School.of(id, "School " + id, Phase.PRIMARY, 100, many.id(), "1 Lane", "01632 960001")
                .withAffiliations(Set.of("TSA", "ITT")));
        memberships.join(Membership.of(many.id(), id, MembershipStatus.IN_CYCLE, 0));
        people.add(
                Person.of(id + "head", "Given", "Family", "", "Head").at(id),
                Profile.DEFAULT.trained(List.of(Training.as(Duty.LEAD_REVIEWER), Training.as(Duty.PEER_REVIEWER))));
        roles.appoint(RoleHeld.in(id, Role.HEAD, id + "head"));
        schools.change(schools.find(id).orElseThrow().withSubjectLeaders(Map.of("English", id + "head")));
    }

    @Test
    void theSchoolsOfAPartnershipTakeFourStatements() {
        takes(LOOK + 4, made -> () -> schools.of(made.id()));
        assertThat(schools.of(many.id())).hasSize(4 + MORE_SCHOOLS);
    }

    @Test
    void thePeopleOfAPartnershipTakeOneStatement() {
        takes(LOOK + 1, made -> () -> people.ofPartnership(made.id()));
        assertThat(people.ofPartnership(many.id())).hasSize(12 + MORE_SCHOOLS);
        takes(1, made -> () -> register.peopleKnownTo(made.lead()));
        takes(1, made -> () -> register.trainedFor(Duty.LEAD_REVIEWER, made.id(), DAY));
    }

    @Test
    void whatPlanningHasToKnowOfThemTakesFourStatements() {
        assertThat(people.entries(peopleOf(many))).hasSize(12 + MORE_SCHOOLS);
        takes(4, made -> {
            List<String> ids = peopleOf(made);
            return () -> people.entries(ids);
        });
        takes(LOOK + 1, made -> {
            List<String> ids = peopleOf(made);
            return () -> roles.heldBy(ids);
        });
        takes(1, made -> {
            List<String> ids = peopleOf(made);
            return () -> people.find(ids);
        });
    }

    @Test
    void thePartnershipsOfSomebodyInManyTakeFourStatements() {
        String person = few.teacher('a');
        Stream.generate(sample::make)
                .limit(5)
                .forEach(made -> roles.appoint(RoleHeld.in(made.id(), Role.CENTRAL_TEAM, person)));

        assertThat(partnerships.of(person)).hasSize(6);
        assertThat(CountedStatements.during(() -> partnerships.of(person))).isEqualTo(4);
        assertThat(CountedStatements.during(() -> partnerships.of(few.teacher('b'))))
                .isEqualTo(4);
    }

    @Test
    void nobodyAndNothingTakeNoStatement() {
        assertThat(CountedStatements.during(() -> people.find(List.of()))).isZero();
        assertThat(CountedStatements.during(() -> people.entries(List.of()))).isZero();
        assertThat(CountedStatements.during(() -> schools.find(List.of()))).isZero();
    }

    @Test
    void whatWasReadOnceTakesOneLookUntilSomethingChanges() {
        people.ofPartnership(few.id());
        assertThat(CountedStatements.during(() -> people.ofPartnership(few.id())))
                .isEqualTo(LOOK);

        people.add(Person.of(few.id() + "new", "Given", "Family", "", "Teacher").at(few.school('a')), Profile.DEFAULT);

        assertThat(people.ofPartnership(few.id())).extracting(Person::id).contains(few.id() + "new");
    }

    private void takes(int expected, Function<Made, Runnable> read) {
        assertThat(CountedStatements.during(read.apply(few))).as("few").isEqualTo(expected);
        assertThat(CountedStatements.during(read.apply(many))).as("many").isEqualTo(expected);
    }

    private List<String> peopleOf(Made made) {
        return people.ofPartnership(made.id()).stream().map(Person::id).toList();
    }
}
