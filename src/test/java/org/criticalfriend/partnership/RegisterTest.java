package org.criticalfriend.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.engine.identity.Groups;
import org.criticalfriend.engine.identity.WhoIsWho;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class RegisterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 8);

    @Autowired
    TestPartnership sample;

    @Autowired
    Register register;

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
    WhoIsWho whoIsWho;

    @Autowired
    JdbcClient database;

    private Made made;

    @BeforeEach
    void aPartnershipOfFourSchools() {
        made = sample.make();
    }

    @Test
    void aPartnershipIsReadBackWithAllItsSettings() {
        Partnership written = partnership().withSettings(everyOtherSetting());

        Partnership changed = partnerships.change(written);

        assertThat(changed.version()).isEqualTo(written.version() + 1);
        assertThat(partnerships.find(made.id())).contains(changed);
        assertThat(changed.settings()).isEqualTo(everyOtherSetting());
    }

    @Test
    void aTrustIsAPartnershipOfItsSchools() {
        String trust = made.id() + "trust";

        partnerships.add(Partnership.of(trust, "Growing Great Schools", PartnershipKind.MAT, everyOtherSetting()));
        memberships.join(Membership.of(trust, made.school('a'), MembershipStatus.IN_CYCLE, 1));

        assertThat(partnerships.find(trust)).map(Partnership::kind).contains(PartnershipKind.MAT);
        assertThat(schools.of(trust)).extracting(member -> member.school().id()).containsExactly(made.school('a'));
    }

    @Test
    void aPartnershipIsEnteredOnce() {
        assertThatThrownBy(() -> partnerships.add(partnership()))
                .isInstanceOf(EntryRefused.class)
                .hasMessage("There is a partnership %s already. Please choose another id.", made.id());
    }

    @Test
    void aSchoolIsReadBackWithAllThatIsKnownOfIt() {
        School written = new School(
                made.school('a'),
                school('a').version(),
                "Weir Road",
                Phase.ALL_THROUGH,
                Optional.of(new AgeRange(2, 19)),
                Optional.of("Wistanbridge Learning Trust"),
                Optional.of(new BigDecimal("1.5")),
                430,
                made.id(),
                "Weir Road, Wistanbridge",
                "01632 960170",
                Optional.of("Ring first."),
                Set.of("MAT", "TSA"),
                Map.of("Mathematics", made.teacher('a'), "English", made.deputy('a')),
                Optional.of(5),
                new SchoolLimits(Optional.of(1), Optional.of(3), false, Optional.of(made.head('b'))));

        School changed = schools.change(written);

        assertThat(changed.version()).isEqualTo(written.version() + 1);
        assertThat(schools.find(made.school('a'))).contains(changed);
        assertThat(changed).usingRecursiveComparison().ignoringFields("version").isEqualTo(written);
    }

    @Test
    void aSchoolOfWhichLittleIsKnownHasNoLimits() {
        assertThat(school('a').limits()).isEqualTo(SchoolLimits.NONE);
        assertThat(school('a').ages()).isEmpty();
        assertThat(school('a').trust()).isEmpty();
        assertThat(school('a').formsOfEntry()).isEmpty();
        assertThat(school('a').affiliations()).isEmpty();
    }

    @Test
    void somebodyOfAnotherSchoolLeadsNoSubject() {
        School written = school('a').withSubjectLeaders(Map.of("English", made.teacher('b')));

        assertThatThrownBy(() -> schools.change(written))
                .isInstanceOf(EntryRefused.class)
                .hasMessage(
                        "%s cannot lead English at %s. Please name somebody who works there.",
                        made.teacher('b'), written.name());
    }

    @Test
    void nobodyApprovesDutiesOfTheirOwnSchool() {
        School written = school('a')
                .withLimits(new SchoolLimits(Optional.empty(), Optional.empty(), true, Optional.of(made.head('a'))));

        assertThatThrownBy(() -> schools.change(written))
                .isInstanceOf(EntryRefused.class)
                .hasMessage(
                        "%s works at %s and cannot approve its duties. Please name somebody from outside the school.",
                        made.head('a'), written.name());
    }

    @Test
    void aSchoolHasACalendar() {
        School elsewhere =
                School.of(made.id() + "z", "Elsewhere", Phase.PRIMARY, 100, "nowhere", "1 Lane", "01632 960001");

        assertThatThrownBy(() -> schools.add(elsewhere))
                .isInstanceOf(EntryRefused.class)
                .hasMessage("There is no calendar nowhere. Please enter it first.");
    }

    @Test
    void whoeverHasLeftLeadsNoSubjectAndApprovesNothing() {
        schools.change(school('a')
                .withSubjectLeaders(Map.of("English", made.teacher('a'), "Science", made.deputy('a')))
                .withLimits(new SchoolLimits(Optional.empty(), Optional.empty(), true, Optional.of(made.head('b')))));

        leaves(made.teacher('a'));
        leaves(made.head('b'));

        assertThat(school('a').subjectLeaders()).containsOnlyKeys("Science");
        assertThat(school('a').limits().approver()).isEmpty();
        schools.change(school('a'));
    }

    @Test
    void aSchoolComesIntoTheCycleAndFinishesOne() {
        Membership joined = place('a', MembershipStatus.NOT_YET_IN_CYCLE);

        Membership inCycle = memberships.change(joined.withStatus(MembershipStatus.IN_CYCLE));
        memberships.change(inCycle.afterOneMoreCycle());

        assertThat(schools.of(made.id()))
                .extracting(MemberSchool::membership)
                .contains(new Membership(
                        made.id(), made.school('a'), 3, MembershipStatus.IN_CYCLE, joined.cyclesDone() + 1));
    }

    @Test
    void aSchoolJoinsOnce() {
        assertThatThrownBy(() ->
                        memberships.join(Membership.of(made.id(), made.school('a'), MembershipStatus.IN_CYCLE, 0)))
                .isInstanceOf(EntryRefused.class)
                .hasMessageContaining("has a place in %s already", made.id());
    }

    @Test
    void aSchoolMayBeInSeveralPartnerships() {
        Made other = sample.make();
        memberships.join(Membership.of(other.id(), made.school('a'), MembershipStatus.IN_CYCLE, 0));

        assertThat(memberships.ofSchool(made.school('a')))
                .extracting(Membership::partnership)
                .containsExactlyInAnyOrder(made.id(), other.id());
        assertThat(partnerships.of(made.teacher('a')))
                .extracting(Partnership::id)
                .containsExactlyInAnyOrder(made.id(), other.id());
        assertThat(people.ofPartnership(other.id())).extracting(Person::id).contains(made.teacher('a'));
    }

    @Test
    void thePeopleOfASchoolThatLeftAreNoLongerOfThePartnership() {
        place('a', MembershipStatus.LEFT);

        assertThat(partnerships.of(made.teacher('a'))).isEmpty();
        assertThat(people.ofPartnership(made.id())).extracting(Person::id).doesNotContain(made.teacher('a'));
        assertThat(schools.of(made.id()))
                .filteredOn(member -> member.membership().status() == MembershipStatus.LEFT)
                .hasSize(1);
    }

    @Test
    void aPersonIsReadBackWithTheirProfile() {
        PersonEntry opened = entry(made.teacher('a'));
        Person written = new Person(
                made.teacher('a'),
                opened.person().version(),
                "Priya",
                "Nair",
                "priya.nair@northfield.example",
                Optional.of("01632 960301"),
                "Subject leader",
                Optional.of(made.school('b')),
                Optional.empty());
        Profile profile = new Profile(
                Optional.of(Phase.SECONDARY),
                Optional.of("Curriculum"),
                Set.of("Mathematics", "Computing"),
                EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY),
                Set.of(
                        Training.as(Duty.PEER_REVIEWER),
                        new Training(
                                Duty.IMPROVEMENT_CHAMPION,
                                Optional.of(DAY),
                                Optional.of(made.head('a')),
                                Optional.of(DAY.plusYears(3)))));

        Person changed = people.change(opened.with(written).with(profile)).person();

        assertThat(people.find(written.id())).contains(changed);
        assertThat(changed).usingRecursiveComparison().ignoringFields("version").isEqualTo(written);
        assertThat(entry(written.id()).person()).isEqualTo(changed);
        assertThat(entry(written.id()).profile()).isEqualTo(profile);
        assertThat(entry(made.head('a')).profile().workingDays())
                .isEqualTo(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    }

    @Test
    void changingAPersonLeavesTheProfileAsItIs() {
        Profile profile = Profile.DEFAULT.working(Set.of(DayOfWeek.MONDAY));
        Person person = people.change(entry(made.teacher('a')).with(profile)).person();

        people.change(person.withPhone("01632 960999"));

        assertThat(entry(person.id()).profile()).isEqualTo(profile);
        assertThat(person(person.id()).phone()).contains("01632 960999");
    }

    @Test
    void anIdIsNeverUsedAgain() {
        leaves(made.teacher('a'));

        assertThatThrownBy(() ->
                        people.add(Person.of(made.teacher('a'), "Somebody", "New", "", "Teacher"), Profile.DEFAULT))
                .isInstanceOf(EntryRefused.class)
                .as("whose it was is not told: they may be of another partnership")
                .hasMessage(
                        "The id %s has been used and is never used again. Please choose another.", made.teacher('a'));
    }

    @Test
    void whatCouldNotBeEnteredAndStandsThereAllTheSameIsReadAndRefusedWhenItIsChanged() {
        database.sql("update person set email = 'no address', post = '' where id = ?")
                .param(made.teacher('a'))
                .update();
        database.sql("update school set name = '' where id = ?")
                .param(made.school('a'))
                .update();
        database.sql("update partnership set name = '', other_schools_at_least = 9, team_size = 2 where id = ?")
                .param(made.id())
                .update();
        database.sql(
                        "update training set until_day = date '2020-01-01', trained_on = date '2021-01-01' where person = ?")
                .param(made.teacher('a'))
                .update();

        assertThat(register.everybody()).extracting(Person::id).contains(made.teacher('a'));
        assertThatThrownBy(() -> people.change(entry(made.teacher('a'))))
                .isInstanceOf(EntryRefused.class)
                .hasMessageContaining("\"no address\" cannot be a mail address.");
        assertThatThrownBy(() -> schools.change(school('a')))
                .isInstanceOf(EntryRefused.class)
                .hasMessage("Please enter the name of the school.");
        assertThatThrownBy(() -> partnerships.change(partnership()))
                .isInstanceOf(EntryRefused.class)
                .hasMessage("Please enter the name of the partnership.");
    }

    @Test
    void whoeverHasLeftKeepsTheEntryAndIsNobodyInTheRegister() {
        leaves(made.head('a'));

        assertThat(people.find(made.head('a'))).isPresent();
        assertThat(register.person(made.head('a'))).isEmpty();
        assertThat(register.headOf(made.school('a'))).isEmpty();
        assertThat(register.rolesOf(made.head('a'))).isEmpty();
        assertThat(trainedFor(Duty.LEAD_REVIEWER, DAY)).doesNotContain(made.head('a'));
        assertThat(register.peopleKnownTo(made.head('b')))
                .extracting(Person::id)
                .doesNotContain(made.head('a'));
        assertThat(people.ofSchool(made.school('a')))
                .extracting(Person::id)
                .containsExactly(made.deputy('a'), made.teacher('a'));
        assertThat(whoIsWho.person(made.head('a'))).isEmpty();
    }

    @Test
    void onePersonHoldsTwoRolesInTwoPartnerships() {
        Made other = sample.make();
        RoleHeld facilitator = RoleHeld.in(other.id(), Role.CENTRAL_TEAM, made.head('a'));

        roles.appoint(facilitator);
        roles.appoint(facilitator);

        assertThat(roles.heldBy(made.head('a')))
                .containsExactlyInAnyOrder(facilitator, RoleHeld.in(made.school('a'), Role.HEAD, made.head('a')));
        assertThat(partnerships.of(made.head('a')))
                .extracting(Partnership::id)
                .containsExactlyInAnyOrder(made.id(), other.id());
        assertThat(register.peopleKnownTo(made.head('a')))
                .extracting(Person::id)
                .contains(made.teacher('d'), other.teacher('d'));
        assertThat(register.peopleKnownTo(other.teacher('d')))
                .extracting(Person::id)
                .contains(made.head('a'))
                .doesNotContain(made.teacher('a'));
        assertThat(whoIsWho.groupsOf(made.head('a'))).containsExactly(Groups.PARTICIPANTS);
    }

    @Test
    void aDismissedLeadIsInChargeNoMore() {
        roles.dismiss(RoleHeld.in(made.id(), Role.PARTNERSHIP_LEAD, made.lead()));
        roles.appoint(RoleHeld.in(made.id(), Role.PARTNERSHIP_LEAD, made.head('b')));

        assertThat(register.inChargeOf(made.id(), made.school('a'))).containsExactly(made.head('b'));
        assertThat(whoIsWho.groupsOf(made.lead())).containsExactly(Groups.PARTICIPANTS);
    }

    @Test
    void theLeadIsNotInChargeWhereTheyHaveARoleAtTheHostSchoolAndTheDeputyActs() {
        assertThat(register.inChargeOf(made.id(), made.school('a'))).containsExactly(made.lead());

        roles.appoint(RoleHeld.in(made.school('a'), Role.HEAD, made.lead()));

        assertThat(register.inChargeOf(made.id(), made.school('a'))).containsExactly(made.deputyLead());
        assertThat(register.inChargeOf(made.id(), made.school('b'))).containsExactly(made.lead());
    }

    @Test
    void aLeadOfNoSchoolIsInChargeEverywhere() {
        String director = sample.ofTheInstallation(Role.OWNER);
        roles.dismiss(RoleHeld.in(made.id(), Role.PARTNERSHIP_LEAD, made.lead()));

        roles.appoint(RoleHeld.in(made.id(), Role.PARTNERSHIP_LEAD, director));

        assertThat(register.inChargeOf(made.id(), made.school('a'))).containsExactly(director);
    }

    @Test
    void whoeverTakesPartInReviewsDoesSoThroughASchoolOrARoleAndTrusteesDoNot() {
        String outside = sample.ofTheInstallation(Role.OWNER);
        assertThat(register.partnershipsWhereReviews(outside)).isEmpty();

        roles.appoint(RoleHeld.in(made.id(), Role.TRUSTEE, outside));
        assertThat(register.partnershipsWhereReviews(outside)).isEmpty();
        assertThat(partnerships.of(outside)).extracting(Partnership::id).containsExactly(made.id());

        roles.appoint(RoleHeld.in(made.school('a'), Role.HEAD, outside));
        assertThat(register.partnershipsWhereReviews(outside)).containsExactly(made.id());
        assertThat(register.rolesAt(made.school('a'), outside)).containsExactly(Role.HEAD);

        leaves(outside);
        assertThat(register.partnershipsWhereReviews(outside)).isEmpty();
        assertThat(register.rolesAt(made.school('a'), outside)).isEmpty();
    }

    @Test
    void nobodyIsAppointedWhoIsNotThere() {
        leaves(made.teacher('a'));

        assertThatThrownBy(() -> roles.appoint(RoleHeld.in(made.school('a'), Role.SENIOR_TEAM, made.teacher('a'))))
                .isInstanceOf(EntryRefused.class)
                .hasMessageContaining("There is nobody %s in the register.", made.teacher('a'));
        assertThatThrownBy(() -> roles.appoint(RoleHeld.in("nowhere", Role.SENIOR_TEAM, made.teacher('b'))))
                .isInstanceOf(EntryRefused.class)
                .hasMessage("There is no school nowhere. Please enter it first.");
    }

    @Test
    void theOfficeTakesNoPartInReviews() {
        roles.dismiss(RoleHeld.in(made.school('a'), Role.TEACHER, made.teacher('a')));
        roles.appoint(RoleHeld.in(made.school('a'), Role.OFFICE, made.teacher('a')));

        assertThat(register.rolesAt(made.school('a'), made.teacher('a'))).containsExactly(Role.OFFICE);
        assertThat(register.officeOf(made.school('a'))).extracting(Person::id).containsExactly(made.teacher('a'));
        assertThat(whoIsWho.groupsOf(made.teacher('a'))).isEmpty();
    }

    @Test
    void onlyATrainingThatCountsOnThatDayAllowsADutyAndStandingInForIt() {
        trains(made.teacher('a'), Duty.PEER_REVIEWER, DAY, DAY.plusDays(10));

        for (Duty duty : List.of(Duty.PEER_REVIEWER, Duty.RESERVE_REVIEWER)) {
            assertThat(trainedFor(duty, DAY)).hasSize(12).contains(made.teacher('a'));
            assertThat(trainedFor(duty, DAY.plusDays(10))).contains(made.teacher('a'));
            assertThat(trainedFor(duty, DAY.minusDays(1))).hasSize(11).doesNotContain(made.teacher('a'));
            assertThat(trainedFor(duty, DAY.plusDays(11))).hasSize(11).doesNotContain(made.teacher('a'));
        }
        assertThat(trainedFor(Duty.SPARE_IMPROVEMENT_CHAMPION, DAY)).doesNotContain(made.teacher('a'));
        assertThat(trainedFor(Duty.ASSOCIATE, DAY)).hasSize(12).contains(made.teacher('a'));
    }

    private List<String> trainedFor(Duty duty, LocalDate day) {
        return register.trainedFor(duty, made.id(), day).stream()
                .map(Person::id)
                .toList();
    }

    @Test
    void aTrainerIsSomebodyOfTheRegister() {
        PersonEntry opened = entry(made.teacher('a'));
        Person person = opened.person();
        Profile profile = Profile.DEFAULT.trained(
                List.of(new Training(Duty.PEER_REVIEWER, Optional.of(DAY), Optional.of("nobody"), Optional.empty())));

        assertThatThrownBy(() -> people.change(
                        opened.with(person.withPhone("01632 960998")).with(profile)))
                .isInstanceOf(EntryRefused.class)
                .hasMessageContaining("There is nobody nobody in the register who could have been the trainer.");
        assertThat(person(person.id())).as("nothing is half-written").isEqualTo(person);
    }

    private void trains(String person, Duty duty, LocalDate on, LocalDate until) {
        people.change(entry(person)
                .with(Profile.DEFAULT.trained(
                        List.of(new Training(duty, Optional.of(on), Optional.empty(), Optional.of(until))))));
    }

    private void leaves(String person) {
        people.change(person(person).leaving(DAY));
    }

    private Membership place(char school, MembershipStatus status) {
        Membership place = memberships.of(made.id()).stream()
                .filter(one -> one.school().equals(made.school(school)))
                .findFirst()
                .orElseThrow();
        return memberships.change(place.withStatus(status));
    }

    private Partnership partnership() {
        return partnerships.find(made.id()).orElseThrow();
    }

    private School school(char letter) {
        return schools.find(made.school(letter)).orElseThrow();
    }

    private PersonEntry entry(String id) {
        return people.entry(id).orElseThrow();
    }

    private Person person(String id) {
        return people.find(id).orElseThrow();
    }

    private static PartnershipSettings everyOtherSetting() {
        return new PartnershipSettings(
                LedBy.CENTRAL,
                PublicationPolicy.HOST,
                false,
                HeadAtWorkshop.NEVER,
                new TeamRule(Optional.of(3), 1),
                FollowUpWeeks.TERM_WEEKS,
                EnumSet.of(DayOfWeek.MONDAY),
                new Caps(4, 3, Optional.of(5)),
                new Templates(
                        List.of("What do leaders know?", "How do they know it?", "What do children say?"),
                        Map.of("HoldPlanningMeeting", "own-planning-meeting")));
    }
}
