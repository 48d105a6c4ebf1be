package org.criticalfriend.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.CountedStatements;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class ReadingManyAtOnceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 8);
    private static final int MORE_SCHOOLS = 30;

    @Autowired
    TestPartnership sample;

    @Autowired
    DataSource dataSource;

    private RegisterOn counted;
    private Made few;
    private Made many;

    @BeforeEach
    void aSmallPartnershipAndALargeOne() {
        counted = new RegisterOn(dataSource);
        few = sample.make();
        many = sample.make();
        IntStream.range(0, MORE_SCHOOLS).forEach(this::enterSchool);
    }

    private void enterSchool(int number) {
        String id = many.id() + "more" + number;
        counted.schools.add(School.of(id, "School " + id, Phase.PRIMARY, 100, many.id(), "1 Lane", "01632 960001")
                .withAffiliations(Set.of("TSA", "ITT")));
        counted.memberships.join(Membership.of(many.id(), id, MembershipStatus.IN_CYCLE, 0));
        counted.people.add(
                Person.of(id + "head", "Given", "Family", "", "Head").at(id),
                Profile.DEFAULT.trained(List.of(Training.as(Duty.LEAD_REVIEWER), Training.as(Duty.PEER_REVIEWER))));
        counted.roles.appoint(RoleHeld.in(id, Role.HEAD, id + "head"));
        counted.schools.change(
                counted.schools.find(id).orElseThrow().withSubjectLeaders(Map.of("English", id + "head")));
    }

    @Test
    void theSchoolsOfAPartnershipTakeFourStatements() {
        assertThat(counted.schools.of(many.id())).hasSize(4 + MORE_SCHOOLS);
        takes(4, made -> () -> counted.schools.of(made.id()));
    }

    @Test
    void thePeopleOfAPartnershipTakeOneStatement() {
        assertThat(counted.people.ofPartnership(many.id())).hasSize(12 + MORE_SCHOOLS);
        takes(1, made -> () -> counted.people.ofPartnership(made.id()));
        takes(1, made -> () -> counted.register.peopleKnownTo(made.lead()));
        takes(1, made -> () -> counted.register.trainedFor(Duty.LEAD_REVIEWER, made.id(), DAY));
    }

    @Test
    void whatPlanningHasToKnowOfThemTakesFourStatements() {
        assertThat(counted.people.profilesOf(peopleOf(many))).hasSize(12 + MORE_SCHOOLS);
        takes(4, made -> {
            List<String> people = peopleOf(made);
            return () -> counted.people.profilesOf(people);
        });
        takes(1, made -> {
            List<String> people = peopleOf(made);
            return () -> counted.people.workingDaysOf(people);
        });
        takes(1, made -> {
            List<String> people = peopleOf(made);
            return () -> counted.roles.heldBy(people);
        });
        takes(1, made -> {
            List<String> people = peopleOf(made);
            return () -> counted.people.find(people);
        });
    }

    @Test
    void thePartnershipsOfSomebodyInManyTakeFourStatements() {
        String person = few.teacher('a');
        Stream.generate(sample::make)
                .limit(5)
                .forEach(made -> counted.roles.appoint(RoleHeld.in(made.id(), Role.CENTRAL_TEAM, person)));

        assertThat(counted.partnerships.of(person)).hasSize(6);
        assertThat(CountedStatements.during(() -> counted.partnerships.of(person)))
                .isEqualTo(4);
        assertThat(CountedStatements.during(() -> counted.partnerships.of(few.teacher('b'))))
                .isEqualTo(4);
    }

    @Test
    void nobodyAndNothingTakeNoStatement() {
        assertThat(CountedStatements.during(() -> counted.people.find(List.of())))
                .isZero();
        assertThat(CountedStatements.during(() -> counted.people.workingDaysOf(List.of())))
                .isZero();
        assertThat(CountedStatements.during(() -> counted.schools.find(List.of())))
                .isZero();
    }

    private void takes(int expected, Function<Made, Runnable> read) {
        assertThat(CountedStatements.during(read.apply(few))).as("few").isEqualTo(expected);
        assertThat(CountedStatements.during(read.apply(many))).as("many").isEqualTo(expected);
    }

    private List<String> peopleOf(Made made) {
        return counted.people.ofPartnership(made.id()).stream().map(Person::id).toList();
    }
}
