package org.criticalfriend.partnership.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.criticalfriend.partnership.sheets.RegisterOf.csv;
import static org.criticalfriend.partnership.sheets.RegisterOf.together;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.criticalfriend.calendar.Blackout;
import org.criticalfriend.calendar.CalendarDay;
import org.criticalfriend.calendar.Country;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.calendar.Term;
import org.criticalfriend.calendar.Whose;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.MemberSchool;
import org.criticalfriend.partnership.Membership;
import org.criticalfriend.partnership.MembershipStatus;
import org.criticalfriend.partnership.Memberships;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.PersonEntry;
import org.criticalfriend.partnership.Phase;
import org.criticalfriend.partnership.PlanningFacts;
import org.criticalfriend.partnership.PlanningRecords;
import org.criticalfriend.partnership.Profile;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.SchoolChanged;
import org.criticalfriend.partnership.Schools;
import org.criticalfriend.partnership.Training;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.web.server.ResponseStatusException;

/** What a file does to the register. */
@ApplicationTest
class RegisterSheetsTest {

    @Autowired
    TestPartnership partnerships;

    @Autowired
    RegisterSheets sheets;

    @Autowired
    Schools schools;

    @Autowired
    People people;

    @Autowired
    PlanningRecords planning;

    @Autowired
    Roles roles;

    @Autowired
    Memberships memberships;

    @Autowired
    SchoolCalendars calendars;

    @Autowired
    ConfigurableApplicationContext application;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    MovableClock clock;

    private Made made;

    @BeforeEach
    void aPartnership() {
        made = partnerships.make();
    }

    @Test
    void whatIsDownloadedChangesNothingWhenItIsUploaded() {
        enterWhatIsHardToWrite();
        Content content = sheets.content(made.id(), made.lead());

        Preview spreadsheet = preview(Workbook.read(Workbook.write(content::shown)));
        Preview packed = preview(CsvFiles.readPacked(CsvFiles.writePacked(content::shown)));

        for (Preview preview : List.of(spreadsheet, packed)) {
            assertThat(preview.faults()).isEmpty();
            assertThat(preview.changes()).isEmpty();
            assertThat(preview.sheets()).extracting(Preview.OfSheet::sheet).containsExactly(Sheet.values());
            assertThat(preview.sheets()).allSatisfy(sheet -> assertThat(sheet.same())
                    .isEqualTo(content.shown(sheet.sheet()).size())
                    .isPositive());
        }
    }

    /** Formulas that are none, signs that separate, lines in a cell. */
    private void enterWhatIsHardToWrite() {
        School school = schools.find(made.school('a')).orElseThrow();
        schools.change(new School(
                school.id(),
                school.version(),
                "=SUM(A1:A9)",
                Phase.ALL_THROUGH,
                Optional.empty(),
                Optional.of("@trust"),
                Optional.of(new BigDecimal("1.5")),
                school.roll(),
                school.calendar(),
                "1 School Lane,\nWistanbridge; \"Old Town\"",
                "+44 1632 960001",
                Optional.of("'-1 is a note"),
                Set.of("TSA; ITT", "Diocese"),
                Map.of("Design, technology: both", made.teacher('a')),
                Optional.of(3),
                school.limits()));
        PersonEntry teacher = people.entry(made.teacher('a')).orElseThrow();
        people.change(teacher.with(teacher.profile()
                .working(Set.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY))
                .trained(List.of(new Training(
                        Duty.PEER_REVIEWER,
                        Optional.of(LocalDate.of(2025, 10, 8)),
                        Optional.of(made.lead()),
                        Optional.of(LocalDate.of(2029, 8, 31)))))));
        calendars.enterOwnTerms(
                made.school('a'),
                new SchoolYear(2026),
                List.of(new Term(LocalDate.of(2026, 9, 3), LocalDate.of(2026, 12, 11))));
        calendars.enterInsetDays(made.school('a'), List.of(LocalDate.of(2026, 11, 2)));
        calendars.enterBlackouts(
                Whose.partnership(made.id()),
                List.of(new Blackout(
                        LocalDate.of(2027, 5, 10),
                        LocalDate.of(2027, 5, 13),
                        "Key stage 2 tests",
                        Optional.of("PRIMARY"))));
        calendars.setStaffMeetingDay(made.school('a'), DayOfWeek.MONDAY);
        planning.enter(new PlanningFacts(
                made.school('a'), 0, Optional.of("-Art; \"Design\""), Optional.of(new BigDecimal("1210.50"))));
        planning.wishToGoAlong(made.teacher('a'));
    }

    @Test
    void whatSchoolsAndPeopleSayForPlanningComesWithAFile() {
        Given file = together(
                csv(
                        Sheet.SCHOOLS,
                        "Id,Wanted subject,Day rate",
                        made.school('a') + ",Mathematics,\"£1,210.50\"",
                        made.school('b') + ",,180"),
                csv(Sheet.PEOPLE, "Id,Asks to go along", made.teacher('a') + ",yes", made.teacher('b') + ","));

        Preview preview = apply(file);

        assertThat(preview.faults()).isEmpty();
        assertThat(preview.changes())
                .extracting(Change::words)
                .containsExactly(
                        List.of("Wanted subject: nothing → Mathematics", "Day rate: nothing → 1210.50"),
                        List.of("Day rate: nothing → 180"),
                        List.of("Asks to go along: nothing → Yes"));
        assertThat(factsOf('a').wantedSubject()).contains("Mathematics");
        assertThat(factsOf('a').dayRate())
                .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("1210.50"));
        assertThat(factsOf('b').wantedSubject()).isEmpty();
        assertThat(askToGoAlong()).containsExactly(made.teacher('a'));
        assertThat(preview(file).changes()).as("the same file again").isEmpty();
        assertThat(sheets.changes(made.id(), made.lead(), 0, 10))
                .extracting(RecordOfChanges.Noted::keys, RecordOfChanges.Noted::cells)
                .contains(tuple(made.teacher('a'), "Asks to go along: nothing → Yes"));

        apply(together(
                csv(Sheet.SCHOOLS, "Id,Wanted subject", made.school('a') + ","),
                csv(Sheet.PEOPLE, "Id,Asks to go along", made.teacher('a') + ",no")));

        assertThat(factsOf('a').wantedSubject()).isEmpty();
        assertThat(factsOf('a').dayRate()).as("has no column, and stays").isPresent();
        assertThat(askToGoAlong()).isEmpty();
    }

    @Test
    void aDayRateThatIsNoneIsRefusedAtItsCell() {
        Preview preview = apply(csv(
                Sheet.SCHOOLS,
                "Id,Pupils,Day rate",
                made.school('a') + ",210,-1",
                made.school('b') + ",210,0.005",
                made.school('c') + ",210,much"));

        assertThat(preview.faults())
                .extracting(Fault::place)
                .containsExactly("Schools, row 2, Day rate", "Schools, row 3, Day rate", "Schools, row 4, Day rate");
        assertThat(preview.faults().get(0).words())
                .isEqualTo("A day of cover cannot cost that. Please enter pounds and pence, such as 210.50.");
        assertThat(schools.find(made.school('a')).orElseThrow().roll()).isEqualTo(200);
    }

    @Test
    void whoeverLeavesAsksForNothingAnyMore() {
        apply(csv(Sheet.PEOPLE, "Id,Asks to go along", made.teacher('a') + ",Yes"));

        apply(csv(
                Sheet.PEOPLE,
                "Id,Asks to go along,Left on",
                made.teacher('a') + ",Yes,2026-09-30",
                made.teacher('b') + ",Yes,2026-09-30"));

        assertThat(askToGoAlong()).isEmpty();
    }

    private PlanningFacts factsOf(char school) {
        return planning.factsOf(Set.of(made.school(school))).get(made.school(school));
    }

    private Set<String> askToGoAlong() {
        return planning.wishingToGoAlong(List.of(made.teacher('a'), made.teacher('b')));
    }

    @Test
    void aWholeSchoolComesWithOneFileAndTheSameFileTwiceChangesNothing() {
        String school = made.id() + "e";
        Given file = together(
                csv(Sheet.CALENDARS, "Id,Name,Country", made.id() + "wales,Powys,Wales"),
                csv(
                        Sheet.SCHOOLS,
                        "Id,Name,Status,Phase,Pupils,Calendar,Address,Phone,Subject leaders,Approver,Staff meeting",
                        school + ",Hill Top,not yet in cycle,primary,410," + made.id()
                                + "wales,Hill Top Road,01632 960140,History: " + school + "head," + made.lead()
                                + ",tuesday"),
                csv(
                        Sheet.PEOPLE,
                        "Id,Given name,Family name,Post,School,Subjects",
                        school + "head,Marcus,Bellamy,Headteacher," + school + ",History; Art",
                        school + "teacher,Owen,Prothero,Teacher," + school + ","),
                csv(Sheet.ROLES, "Person,Role,At", school + "head,head," + school),
                csv(
                        Sheet.TRAINING,
                        "Person,Trained as,Trained on,Trained by",
                        school + "teacher,Improvement champion,8/10/2025," + school + "head"),
                csv(Sheet.WORKING_DAYS, "Person,Monday,Tuesday,Wednesday", school + "teacher,x,yes,Y"),
                csv(
                        Sheet.TERMS,
                        "Calendar,School,School year,Term 1 first day,Term 1 last day,Term 2 first day,Term 2 last day",
                        made.id() + "wales,,2026/27,2026-09-02,2026-10-23,2 November 2026,18.12.2026"),
                csv(Sheet.DAYS, "Calendar,School,Day,What,Why", "," + school + ",2026-11-02,inset,INSET day"),
                csv(
                        Sheet.BLACKOUTS,
                        "Calendar,School,First day,Last day,Why,Phase",
                        ",,2027-05-10,2027-05-13,Tests,Primary"));

        Preview made1 = apply(file);

        assertThat(made1.faults()).isEmpty();
        MemberSchool member = schools.of(made.id()).stream()
                .filter(one -> one.school().id().equals(school))
                .findFirst()
                .orElseThrow();
        assertThat(member.membership().status()).isEqualTo(MembershipStatus.NOT_YET_IN_CYCLE);
        assertThat(member.school().subjectLeaders()).isEqualTo(Map.of("History", school + "head"));
        assertThat(member.school().limits().approver()).contains(made.lead());
        assertThat(member.school().limits().hostsExternals()).isTrue();
        Profile teacher = people.entry(school + "teacher").orElseThrow().profile();
        assertThat(teacher.workingDays()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY);
        assertThat(teacher.trainings())
                .containsExactly(new Training(
                        Duty.IMPROVEMENT_CHAMPION,
                        Optional.of(LocalDate.of(2025, 10, 8)),
                        Optional.of(school + "head"),
                        Optional.empty()));
        assertThat(people.entry(school + "head").orElseThrow().profile().workingDays())
                .hasSize(5);
        assertThat(roles.heldBy(school + "head")).containsExactly(RoleHeld.in(school, Role.HEAD, school + "head"));
        assertThat(calendars.of(school).isPupilDay(LocalDate.of(2026, 11, 3))).isTrue();
        assertThat(calendars.of(school).isPupilDay(LocalDate.of(2026, 11, 2))).isFalse();
        assertThat(calendars.of(school).staffMeetingDay()).contains(DayOfWeek.TUESDAY);
        assertThat(calendars.blackoutsOf(made.id())).hasSize(1);

        Preview again = preview(file);
        assertThat(again.faults()).isEmpty();
        assertThat(again.changes()).isEmpty();
    }

    @Test
    void everyChangeIsShownFromWhatToWhatAndWhatIsLeftOutIsLeftAlone() {
        Preview preview = preview(csv(
                Sheet.SCHOOLS, "Id,Pupils,Note", made.school('a') + ",210,Has a new hall", made.school('b') + ",200,"));

        assertThat(preview.faults()).isEmpty();
        Preview.OfSheet sheet = preview.sheets().get(0);
        assertThat(sheet.changes()).hasSize(1);
        assertThat(sheet.changes().get(0).what()).isEqualTo(Change.What.CHANGED);
        assertThat(sheet.changes().get(0).number()).isEqualTo(2);
        assertThat(sheet.changes().get(0).words())
                .containsExactly("Pupils: 200 → 210", "Note: nothing → Has a new hall");
        assertThat(sheet.words()).isEqualTo("1 to change, 1 as it is; 2 of the register are not in the file and stay");
        assertThat(schools.find(made.school('a')).orElseThrow().roll())
                .as("only looked at")
                .isEqualTo(200);

        apply(csv(Sheet.SCHOOLS, "Id,Pupils", made.school('a') + ",210"));

        School school = schools.find(made.school('a')).orElseThrow();
        assertThat(school.roll()).isEqualTo(210);
        assertThat(school.phone()).isEqualTo("01632 960001");
        assertThat(schools.of(made.id())).hasSize(4);
    }

    @Test
    void whatIsWrongIsSaidBySheetRowAndColumnAndNothingIsChanged() {
        Given file = together(
                csv(
                        Sheet.SCHOOLS,
                        "Id,Pupils,Phase,Calendar,Approver,Youngest age,Colour",
                        made.school('a') + ",many,Primary," + made.id() + ",,,",
                        made.school('b') + ",0,Primary," + made.id() + ",,,",
                        made.school('c') + ",210,Kindergarten,nowhere,nobody,,",
                        made.school('d') + ",210,Primary,nowhere," + made.head('d') + ",4,",
                        made.school('d') + ",210,Primary," + made.id() + ",,,"),
                csv(
                        Sheet.PEOPLE,
                        "Id,Given name,Family name,Post,School,Mail address",
                        made.id() + "new,Ruth,,Head," + made.school('a') + ",",
                        "not an id,Ruth,Calder,Head," + made.school('a') + ",",
                        made.id() + "lost,Ruth,Calder,Head,,",
                        made.head('a') + ",Given,Family,Post," + made.school('a') + ",nowhere at all"),
                csv(
                        Sheet.ROLES,
                        "Person,Role,At",
                        made.head('a') + ",Trustee," + made.school('a'),
                        "nobody,Head," + made.school('a')),
                csv(
                        Sheet.TERMS,
                        "Calendar,School,School year,Term 1 first day,Term 1 last day,Term 2 first day",
                        "," + made.school('a') + ",2026/27,2026-09-03,2026-10-23,2026-11-02"));

        Preview preview = apply(file);

        assertThat(preview.faults())
                .extracting(fault -> fault.place() + ": " + fault.words())
                .containsSubsequence(
                        "Schools, row 1: The heading of column G is none of this sheet. Please take it from the template, or leave the"
                                + " column out.",
                        "Schools, row 2, Pupils: Please enter a whole number.",
                        "Schools, row 3, Pupils: School b %s cannot have 0 pupils. Please enter a roll of 1 or more."
                                .formatted(made.id()),
                        "Schools, row 4, Phase: Please enter one of these: Primary, Secondary, Preparatory, Special, All-through.",
                        "Schools, row 4, Calendar: There is no calendar of this id. Please correct it, or enter the calendar.",
                        "Schools, row 5, Oldest age: Please enter both the youngest and the oldest age, or neither.",
                        "Schools, row 6: The same row stands in row 5 already. Please enter it once.",
                        "People, row 2, Family name: Please fill this in.",
                        "People, row 4, School: Please enter a school, or give the person a role in the partnership.",
                        "Roles, row 2, At: This role is held in the partnership. Please leave the school empty.",
                        "Roles, row 3, Person: There is nobody of this id in the partnership. Please correct it, or enter the person.",
                        "Terms, row 2, Term 2 last day: Please enter both the first and the last day of term 2, or neither.");
        assertThat(preview.faults())
                .anySatisfy(fault -> assertThat(fault.place()).isEqualTo("People, row 3, Id"))
                .anySatisfy(fault -> assertThat(fault.place()).isEqualTo("People, row 5, Mail address"));
        assertThat(schools.find(made.school('d')).orElseThrow().roll()).isEqualTo(200);
        assertThat(people.find(made.id() + "lost")).isEmpty();
    }

    @Test
    void somebodyWhoKeepsACalendarOrTeachesElsewhereIsNamedByTheColumn() {
        Preview preview = preview(csv(
                Sheet.SCHOOLS,
                "Id,Calendar,Approver,Subject leaders",
                made.school('a') + ",nowhere," + made.head('a') + ",English: " + made.head('b')));

        assertThat(preview.faults())
                .extracting(Fault::place)
                .containsExactlyInAnyOrder(
                        "Schools, row 2, Calendar", "Schools, row 2, Approver", "Schools, row 2, Subject leaders");
    }

    @Test
    void oneThingToPutRightKeepsEverythingElseFromBeingChanged() {
        Preview preview = apply(together(
                csv(Sheet.SCHOOLS, "Id,Pupils", made.school('a') + ",210"),
                csv(Sheet.DAYS, "Calendar,School,Day,What,Why", "," + made.school('a') + ",someday,Closed,Snow")));

        assertThat(preview.faults()).extracting(Fault::place).containsExactly("Days, row 2, Day");
        assertThat(schools.find(made.school('a')).orElseThrow().roll()).isEqualTo(200);
    }

    @Test
    void whatWasLookedAtBeforeSomebodyElseChangedTheRegisterIsNotDone() {
        Given file = csv(Sheet.SCHOOLS, "Id,Pupils", made.school('a') + ",210");
        UUID seen = preview(file).state();
        roles.appoint(RoleHeld.in(made.id(), Role.TRUSTEE, made.teacher('a')));

        assertThatThrownBy(() -> sheets.apply(made.id(), file, made.lead(), seen))
                .isInstanceOf(ChangedSince.class);

        assertThat(schools.find(made.school('a')).orElseThrow().roll()).isEqualTo(200);
        apply(file);
        assertThat(schools.find(made.school('a')).orElseThrow().roll()).isEqualTo(210);
    }

    @Test
    void whatSomebodyChangesWhileTheFileIsAppliedKeepsAllOfItFromBeingDone() {
        Given file = csv(Sheet.SCHOOLS, "Id,Pupils", made.school('a') + ",210");
        UUID seen = preview(file).state();
        ApplicationListener<PayloadApplicationEvent<SchoolChanged>> inTheMiddle =
                ApplicationListener.forPayload(event -> {
                    if (event.school().equals(made.school('a'))) {
                        CompletableFuture.runAsync(() ->
                                        calendars.enterInsetDays(made.school('b'), List.of(LocalDate.of(2026, 11, 2))))
                                .join();
                    }
                });
        application.addApplicationListener(inTheMiddle);
        try {
            assertThatThrownBy(() -> sheets.apply(made.id(), file, made.lead(), seen))
                    .isInstanceOf(ChangedSince.class);
        } finally {
            application.removeApplicationListener(inTheMiddle);
        }

        assertThat(schools.find(made.school('a')).orElseThrow().roll()).isEqualTo(200);
        assertThat(sheets.changes(made.id(), made.lead(), 0, 10)).isEmpty();
        assertThat(calendars.of(made.school('b')).isPupilDay(LocalDate.of(2026, 11, 2)))
                .isFalse();
    }

    @Test
    void whoeverLeavesGetsADayAndIsNeverDeleted() {
        Given leaves = together(
                csv(Sheet.PEOPLE, "Id,Left on", made.teacher('a') + ",2026-11-20"),
                csv(Sheet.ROLES, "Person,Role,At", made.teacher('a') + ",Teacher," + made.school('a')));

        assertThat(apply(leaves).faults()).isEmpty();

        Person left = people.find(made.teacher('a')).orElseThrow();
        assertThat(left.leftOn()).contains(LocalDate.of(2026, 11, 20));
        assertThat(people.ofPartnership(made.id())).doesNotContain(left);
        assertThat(preview(leaves).changes()).as("the same file again").isEmpty();

        Preview earlier = preview(csv(Sheet.PEOPLE, "Id,Left on,Post", made.teacher('a') + ",,Head"));
        assertThat(earlier.changes()).as("an earlier file").isEmpty();
        assertThat(earlier.notes())
                .containsExactly("People: 1 row is left alone, for the person has left, or their school has.");
        assertThat(sheets.content(made.id(), made.lead()).shown(Sheet.PEOPLE))
                .noneMatch(row -> row.cell("Id").equals(made.teacher('a')));
    }

    @Test
    void rowsThatAreToGoGoAndMayBeGoneAlready() {
        roles.appoint(RoleHeld.in(made.id(), Role.TRUSTEE, made.teacher('a')));
        calendars.enterInsetDays(made.school('a'), List.of(LocalDate.of(2026, 11, 2)));
        calendars.enterBlackouts(
                Whose.school(made.school('a')),
                List.of(new Blackout(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 4), "Mocks")));
        Given file = together(
                csv(Sheet.ROLES, "Person,Role,At,Remove", made.teacher('a') + ",Trustee,,yes"),
                csv(Sheet.TRAINING, "Person,Trained as,Remove", made.teacher('a') + ",Lead reviewer,yes"),
                csv(Sheet.DAYS, "Calendar,School,Day,Remove", "," + made.school('a') + ",2026-11-02,x"),
                csv(
                        Sheet.BLACKOUTS,
                        "Calendar,School,First day,Why,Phase,Remove",
                        "," + made.school('a') + ",2026-12-01,Mocks,,yes"));

        Preview preview = apply(file);

        assertThat(preview.faults()).isEmpty();
        assertThat(preview.changes()).extracting(Change::what).containsOnly(Change.What.REMOVED);
        assertThat(roles.heldBy(made.teacher('a'))).extracting(RoleHeld::role).containsExactly(Role.TEACHER);
        assertThat(people.entry(made.teacher('a')).orElseThrow().profile().trainings())
                .extracting(Training::duty)
                .containsExactlyInAnyOrder(Duty.PEER_REVIEWER, Duty.IMPROVEMENT_CHAMPION);
        assertThat(calendars.of(made.school('a')).isPupilDay(LocalDate.of(2026, 11, 2)))
                .isTrue();
        assertThat(preview(file).changes()).isEmpty();
    }

    @Test
    void aBlackoutThatEndsOnAnotherDayTakesThePlaceOfTheOneBefore() {
        calendars.enterBlackouts(
                Whose.partnership(made.id()),
                List.of(new Blackout(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 4), "Mocks")));

        apply(csv(Sheet.BLACKOUTS, "Calendar,School,First day,Last day,Why,Phase", ",,2026-12-01,2026-12-11,Mocks,"));

        assertThat(calendars.blackoutsOf(made.id()))
                .containsExactly(new Blackout(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 11), "Mocks"));
    }

    @Test
    void aDayMayBecomeAnother() {
        calendars.enterInsetDays(made.school('a'), List.of(LocalDate.of(2026, 11, 2)));

        apply(csv(Sheet.DAYS, "Calendar,School,Day,What,Why", "," + made.school('a') + ",2026-11-02,Closed,Snow"));

        assertThat(calendars
                        .ownOf(List.of(), List.of(), List.of(made.school('a')), made.id())
                        .days()
                        .get(Whose.school(made.school('a'))))
                .containsExactly(new CalendarDay(LocalDate.of(2026, 11, 2), CalendarDay.Kind.CLOSED, "Snow"));
    }

    @Test
    void anExtraBankHolidayOfTheCountryIsAnAdministratorsToEnterAndReviewsFollow() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.makeIn(Country.WALES);
        String reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.holdPlanningMeeting(made, reference);
        Date before = due(reference);
        Given file = csv(Sheet.DAYS, "Country,Day,What,Why", "wales,2026-10-05,Closed,Coronation");
        String admin = partnerships.ofTheInstallation(Role.ADMIN);

        assertThat(preview(file).faults()).extracting(Fault::place).containsExactly("Days, row 2, Country");
        Preview preview = sheets.preview(made.id(), file, admin);
        sheets.apply(made.id(), file, admin, preview.state());

        try {
            assertThat(calendars.of(made.school('a')).isPupilDay(LocalDate.of(2026, 10, 5)))
                    .isFalse();
            assertThat(due(reference)).isBefore(before);
            assertThat(sheets.preview(made.id(), file, admin).changes()).isEmpty();
        } finally {
            Given gone = csv(Sheet.DAYS, "Country,Day,Remove", "Wales,2026-10-05,Yes");
            sheets.apply(
                    made.id(),
                    gone,
                    admin,
                    sheets.preview(made.id(), gone, admin).state());
        }
        assertThat(due(reference)).isEqualTo(before);
    }

    private Date due(String reference) {
        return scenario.open(reference, "PrepareQuestions", made.leadReviewer()).getDueDate();
    }

    @Test
    void thePartnershipKeepsALead() {
        Preview dismissed = preview(csv(Sheet.ROLES, "Person,Role,At,Remove", made.lead() + ",Partnership lead,,Yes"));
        Preview left = preview(csv(Sheet.PEOPLE, "Id,Left on", made.lead() + ",2026-11-20"));
        Preview handedOver = preview(csv(
                Sheet.ROLES,
                "Person,Role,At,Remove",
                made.lead() + ",Partnership lead,,Yes",
                made.head('a') + ",Partnership lead,,"));

        assertThat(dismissed.faults())
                .extracting(Fault::words)
                .containsExactly(
                        "Nobody would lead the partnership any more. Please make somebody else Partnership lead first.");
        assertThat(left.faults()).hasSize(1);
        assertThat(handedOver.faults()).isEmpty();
    }

    @Test
    void onlyLeadDeputyAndAdministratorsAreAnswered() {
        Given file = csv(Sheet.SCHOOLS, "Id,Pupils", made.school('a') + ",210");
        for (String person : List.of(
                made.hostHead(),
                partnerships.ofTheInstallation(Role.OWNER),
                partnerships.make().lead())) {
            assertThatThrownBy(() -> sheets.content(made.id(), person)).isInstanceOf(ResponseStatusException.class);
            assertThatThrownBy(() -> sheets.preview(made.id(), file, person))
                    .isInstanceOf(ResponseStatusException.class);
            assertThatThrownBy(() -> sheets.apply(made.id(), file, person, UUID.randomUUID()))
                    .isInstanceOf(ResponseStatusException.class);
        }
        for (String person : List.of(made.lead(), made.deputyLead(), partnerships.ofTheInstallation(Role.ADMIN))) {
            assertThat(sheets.preview(made.id(), file, person).changes()).hasSize(1);
        }
    }

    @Test
    void leadsTouchNothingThatBelongsToOthers() {
        Made other = partnerships.make();
        String admin = partnerships.ofTheInstallation(Role.ADMIN);
        roles.appoint(RoleHeld.in(made.id(), Role.CENTRAL_TEAM, other.head('b')));
        Given file = together(
                csv(Sheet.CALENDARS, "Id,Name,Country", other.id() + ",Mine now,England"),
                csv(
                        Sheet.SCHOOLS,
                        "Id,Name,Status,Phase,Pupils,Calendar,Address,Phone",
                        other.school('a') + ",Mine now,In cycle,Primary,200," + made.id() + ",Lane,01632"),
                csv(
                        Sheet.PEOPLE,
                        "Id,Given name,Family name,Post,School",
                        other.head('a') + ",Mine,Now,Head," + made.school('a'),
                        other.head('b') + ",Mine,Now,Head,",
                        admin + ",Mine,Now,Head," + made.school('a')),
                csv(
                        Sheet.ROLES,
                        "Person,Role,At",
                        other.head('c') + ",Trustee,",
                        made.head('a') + ",Head," + other.school('a')));

        Preview preview = preview(file);

        assertThat(preview.faults())
                .extracting(Fault::place)
                .contains(
                        "Calendars, row 2",
                        "Schools, row 2, Id",
                        "People, row 2, Id",
                        "People, row 3",
                        "People, row 4, Id",
                        "Roles, row 2, Person");
        assertThat(preview.changes().stream().flatMap(change -> change.words().stream()))
                .noneMatch(words -> words.contains("@school.example"));
        assertThat(sheets.preview(made.id(), file, admin).faults())
                .as("an administrator may")
                .isEmpty();
    }

    @Test
    void aSchoolThatLeftAndIsAMemberElsewhereIsNotTheLeadsAnyMore() {
        Made other = partnerships.make();
        memberships.join(Membership.of(other.id(), made.school('b'), MembershipStatus.IN_CYCLE, 0));
        assertThat(apply(csv(Sheet.SCHOOLS, "Id,Status", made.school('b') + ",Left", made.school('c') + ",Left"))
                        .faults())
                .isEmpty();

        Preview preview = preview(together(
                csv(Sheet.SCHOOLS, "Id,Status", made.school('b') + ",In cycle", made.school('c') + ",In cycle"),
                csv(Sheet.ROLES, "Person,Role,At", made.head('a') + ",Head," + made.school('b')),
                csv(Sheet.PEOPLE, "Id,Post", made.head('b') + ",Head"),
                csv(Sheet.DAYS, "Calendar,School,Day,What,Why", "," + made.school('b') + ",2026-11-02,Closed,Snow")));

        assertThat(preview.faults())
                .extracting(Fault::place)
                .containsExactly("Schools, row 2", "Roles, row 2", "Days, row 2");
        assertThat(preview.notes()).hasSize(1);
    }

    @Test
    void nobodyGivesARoleToThemselves() {
        Given file = csv(Sheet.ROLES, "Person,Role,At", made.lead() + ",Head," + made.school('a'));

        assertThat(preview(file).faults())
                .extracting(Fault::words)
                .containsExactly("Nobody gives a role to themselves. Please ask your deputy or an administrator.");
        assertThat(sheets.preview(made.id(), file, made.deputyLead()).faults()).isEmpty();
    }

    @Test
    void whoChangedWhatIsKeptAndOfContactDataOnlyThatItChanged() {
        apply(together(
                csv(Sheet.SCHOOLS, "Id,Pupils", made.school('a') + ",210"),
                csv(Sheet.PEOPLE, "Id,Phone,Post", made.head('a') + ",01632 960999,Executive head")));

        List<RecordOfChanges.Noted> noted = sheets.changes(made.id(), made.deputyLead(), 0, 10);

        assertThat(noted).extracting(RecordOfChanges.Noted::by).containsOnly(made.lead());
        assertThat(noted)
                .extracting(RecordOfChanges.Noted::keys, RecordOfChanges.Noted::cells)
                .containsExactlyInAnyOrder(
                        tuple(made.school('a'), "Pupils: 200 → 210"),
                        tuple(made.head('a'), "Phone\nPost: Post → Executive head"));
    }

    private Preview preview(Given file) {
        return sheets.preview(made.id(), file, made.lead());
    }

    private Preview apply(Given file) {
        return sheets.apply(made.id(), file, made.lead(), preview(file).state());
    }
}
