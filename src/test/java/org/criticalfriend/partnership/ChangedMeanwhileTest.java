package org.criticalfriend.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.criticalfriend.reading.UntilChanged;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class ChangedMeanwhileTest {

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
    Known known;

    @Autowired
    UntilChanged untilChanged;

    @Autowired
    JdbcClient database;

    @Autowired
    JdbcOperations batches;

    private Made made;

    @BeforeEach
    void aPartnership() {
        made = sample.make();
    }

    @Test
    void aPartnershipThatSomebodyElseChangedStaysAsTheyLeftIt() {
        Partnership opened = partnerships.find(made.id()).orElseThrow();
        Partnership first = partnerships.change(opened.withSettings(with("The first question?")));

        assertThatThrownBy(() -> partnerships.change(opened.withSettings(with("The second question?"))))
                .isInstanceOf(ChangedMeanwhile.class)
                .hasMessage(
                        "The partnership %s was changed by somebody else meanwhile. Open it again and make your change there.",
                        made.id());
        assertThat(partnerships.find(made.id())).contains(first);
    }

    @Test
    void aSchoolThatSomebodyElseChangedStaysAsTheyLeftIt() {
        School opened = schools.find(made.school('a')).orElseThrow();
        School first = schools.change(opened.withAffiliations(Set.of("TSA")));

        assertThatThrownBy(() -> schools.change(opened.withAffiliations(Set.of("MAT"))
                        .withSubjectLeaders(Map.of("English", made.teacher('a')))))
                .isInstanceOf(ChangedMeanwhile.class)
                .hasMessageContaining("The school %s was changed", made.school('a'));
        assertThat(schools.find(made.school('a'))).contains(first);
    }

    @Test
    void aPersonWhomSomebodyElseChangedStaysAsTheyLeftThem() {
        PersonEntry opened = people.entry(made.teacher('a')).orElseThrow();
        PersonEntry first = people.change(opened.with(worksOn(DayOfWeek.MONDAY)));

        assertThatThrownBy(() -> people.change(
                        opened.with(opened.person().withPhone("01632 960997")).with(worksOn(DayOfWeek.FRIDAY))))
                .isInstanceOf(ChangedMeanwhile.class)
                .hasMessageContaining("The person %s was changed", made.teacher('a'));
        assertThat(people.entry(made.teacher('a')))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(first);
    }

    @Test
    void aProfileGoesWithThePersonWithWhomItWasReadOnly() {
        PersonEntry opened = people.entry(made.teacher('a')).orElseThrow();
        people.change(opened.with(worksOn(DayOfWeek.MONDAY)));
        Person readLater = people.find(made.teacher('a')).orElseThrow();

        assertThatThrownBy(() -> opened.with(readLater)).isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> opened.with(people.find(made.head('a')).orElseThrow()))
                .isInstanceOf(EntryRefused.class)
                .hasMessage(
                        "The id %s cannot be changed to %s. Please enter a new person.",
                        made.teacher('a'), made.head('a'));
    }

    @Test
    void aProfileThatIsChangedWhileItIsReadIsAnOlderOne() {
        OwnedRows slow = new OwnedRows(database, batches) {
            @Override
            <T> Map<String, List<T>> of(Collection<String> owners, String select, RowMapper<T> mapper) {
                Map<String, List<T>> before = super.of(owners, select, mapper);
                people.change(people.entry(made.teacher('a')).orElseThrow().with(worksOn(DayOfWeek.MONDAY)));
                return before;
            }
        };
        PersonEntry read = new People(database, slow, roles, known, untilChanged, event -> {})
                .entry(made.teacher('a'))
                .orElseThrow();

        assertThatThrownBy(() -> people.change(read)).isInstanceOf(ChangedMeanwhile.class);
    }

    private static Profile worksOn(DayOfWeek day) {
        return Profile.DEFAULT.working(Set.of(day));
    }

    @Test
    void aPlaceThatSomebodyElseChangedStaysAsTheyLeftIt() {
        Membership opened = memberships.of(made.id()).get(0);
        Membership first = memberships.change(opened.afterOneMoreCycle());

        assertThatThrownBy(() -> memberships.change(opened.withStatus(MembershipStatus.LEFT)))
                .isInstanceOf(ChangedMeanwhile.class)
                .hasMessageContaining("The place of %s in %s was changed", made.school('a'), made.id());
        assertThat(memberships.of(made.id())).contains(first);
    }

    @Test
    void ofTwoWhoChangeASchoolAtTheSameMomentOneIsTold() throws Exception {
        School opened = schools.find(made.school('a')).orElseThrow();
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);

        List<Future<Optional<School>>> changes = Stream.of("TSA", "MAT")
                .map(affiliation -> threads.submit(() -> {
                    together.await();
                    try {
                        return Optional.of(schools.change(opened.withAffiliations(Set.of(affiliation))));
                    } catch (ChangedMeanwhile e) {
                        return Optional.<School>empty();
                    }
                }))
                .toList();
        Optional<School> one = changes.get(0).get();
        Optional<School> other = changes.get(1).get();
        threads.shutdown();

        assertThat(Stream.of(one, other).flatMap(Optional::stream)).hasSize(1);
        assertThat(schools.find(made.school('a'))).isEqualTo(one.isPresent() ? one : other);
    }

    @Test
    void whatIsNotThereIsNotChanged() {
        School opened = schools.find(made.school('a')).orElseThrow();

        assertThatThrownBy(() -> partnerships.change(Partnership.of(
                        "nowhere",
                        "Nowhere",
                        PartnershipKind.MAT,
                        PartnershipSettings.of(LedBy.PEER, PublicationPolicy.HOST))))
                .isInstanceOf(EntryRefused.class)
                .hasMessage("There is no partnership nowhere.");
        assertThatThrownBy(() -> schools.change(School.of(
                        "nowhere", "Nowhere", Phase.PRIMARY, 100, opened.calendar(), "1 Lane", "01632 960001")))
                .isInstanceOf(EntryRefused.class)
                .hasMessage("There is no school nowhere.");
        assertThatThrownBy(() -> people.change(Person.of("nobody", "No", "Body", "", "Nobody")))
                .isInstanceOf(EntryRefused.class)
                .hasMessage("There is nobody nobody in the register.");
        assertThatThrownBy(() -> memberships.change(Membership.of(made.id(), "nowhere", MembershipStatus.IN_CYCLE, 0)))
                .isInstanceOf(EntryRefused.class)
                .hasMessage("nowhere is no member of %s. Please let it join first.", made.id());
    }

    private static PartnershipSettings with(String question) {
        PartnershipSettings usual = PartnershipSettings.of(LedBy.CENTRAL, PublicationPolicy.TEAM);
        return new PartnershipSettings(
                usual.ledBy(),
                usual.publication(),
                usual.selfReviewRequired(),
                usual.headAtWorkshop(),
                usual.team(),
                usual.followUpWeeks(),
                usual.preferredVisitDays(),
                usual.caps(),
                new Templates(List.of(question), Map.of()));
    }
}
