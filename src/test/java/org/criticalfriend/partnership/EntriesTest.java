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
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntriesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 8);

    @ParameterizedTest
    @MethodSource("whatCannotStandInTheRegister")
    void isRefusedInWordsThatSayWhatToDo(ThrowingCallable entry, String words) {
        assertThatThrownBy(entry).isInstanceOf(EntryRefused.class).hasMessage(words);
    }

    static Stream<Arguments> whatCannotStandInTheRegister() {
        return Stream.of(
                refused(
                        Partnership.of("st-annes", "A", PartnershipKind.MAT, settings())::check,
                        "\"st-annes\" cannot be the id of a partnership. Use up to 64 letters and digits, without spaces,"
                                + " hyphens or dots."),
                refused(
                        Partnership.of("a", " ", PartnershipKind.MAT, settings())::check,
                        "Please enter the name of the partnership."),
                refused(
                        new TeamRule(Optional.of(0), 1)::check,
                        "A team has at least 1 reviewer, not 0. Please enter 1 or more."),
                refused(
                        new TeamRule(Optional.of(2), 3)::check,
                        "A team of 2 cannot come from 3 other schools. Please enter a larger team or fewer schools."),
                refused(
                        new TeamRule(Optional.empty(), 0)::check,
                        "Reviewers come from at least 1 other school, not 0. Please enter 1 or more."),
                refused(
                        new Caps(-1, 1, Optional.empty())::check,
                        "Reviewer days per school cannot be -1. Please enter 0 or more."),
                refused(
                        new Caps(2, -1, Optional.empty())::check,
                        "Workshops per school cannot be -1. Please enter 0 or more."),
                refused(
                        new Caps(2, 1, Optional.of(0))::check,
                        "Days per person cannot be 0. Please enter 1 or more, or leave it empty."),
                refused(new Templates(List.of("Why?", ""), Map.of())::check, "Please enter the question."),
                refused(
                        new Templates(List.of("?".repeat(501)), Map.of())::check,
                        "Please shorten the question: it has 501 characters, and 500 fit."),
                refused(
                        new Templates(List.of(), Map.of("Hold planning", "own-form"))::check,
                        "\"Hold planning\" cannot be the id of an activity. Copy the id from the diagram, such as"
                                + " HoldPlanningMeeting."),
                refused(
                        new Templates(List.of(), Map.of("HoldPlanningMeeting", "own form"))::check,
                        "\"own form\" cannot be the key of a form. Copy the form's id from Modeler, such as"
                                + " hold-planning-meeting."),
                refused(
                        new PartnershipSettings(
                                LedBy.PEER,
                                PublicationPolicy.HOST,
                                true,
                                HeadAtWorkshop.NEVER,
                                TeamRule.DEFAULT,
                                FollowUpWeeks.TERM_WEEKS,
                                EnumSet.of(DayOfWeek.SATURDAY),
                                Caps.DEFAULT,
                                Templates.NONE)::check,
                        "Schools are closed at the weekend. Please choose visit days from Monday to Friday."),
                refused(
                        Membership.of("a", "b", MembershipStatus.IN_CYCLE, -1)::check,
                        "A school cannot have done -1 cycles. Please enter 0 or more."),
                refused(new AgeRange(1, 11)::check, agesRefused(1, 11)),
                refused(new AgeRange(11, 20)::check, agesRefused(11, 20)),
                refused(new AgeRange(11, 4)::check, agesRefused(11, 4)),
                refused(
                        new Profile(
                                        Optional.empty(),
                                        Optional.of(" "),
                                        Set.of(),
                                        Profile.DEFAULT.workingDays(),
                                        Set.of())::check,
                        "Please enter the area that the person leads."),
                refused(
                        schoolOf("W".repeat(201))::check,
                        "Please shorten the name of the trust: it has 201 characters, and 200 fit."),
                refused(school(0, "2", 1)::check, "Mill Lane cannot have 0 pupils. Please enter a roll of 1 or more."),
                refused(
                        school(70, "-1", 1)::check,
                        "Mill Lane cannot have -1 forms of entry. Please enter a number such as 2 or 1.5, or leave it empty."),
                refused(
                        school(70, "1.25", 1)::check,
                        "Mill Lane cannot have 1.25 forms of entry. Please enter a number such as 2 or 1.5, or leave it"
                                + " empty."),
                refused(
                        school(70, "2", 6)::check,
                        "There is no disadvantage band 6. Please enter 1 (lowest) to 5 (highest), or leave it empty."),
                refused(
                        school(70, "2", 0)::check,
                        "There is no disadvantage band 0. Please enter 1 (lowest) to 5 (highest), or leave it empty."),
                refused(
                        new SchoolLimits(Optional.of(0), Optional.empty(), true, Optional.empty())::check,
                        "At most 0 people out on one day leaves nobody to send. Please enter 1 or more, or leave it empty."),
                refused(
                        new SchoolLimits(Optional.empty(), Optional.of(-1), true, Optional.empty())::check,
                        "Days out in a year cannot be -1. Please enter 0 or more, or leave it empty."),
                refused(
                        Person.of("ruth.calder", "Ruth", "Calder", "", "Head")::check,
                        "\"ruth.calder\" cannot be the id of a person. Use up to 64 letters and digits, without spaces,"
                                + " hyphens or dots."),
                refused(
                        Person.of("ruth", "Ruth", "Calder", "ruth at school", "Head")::check,
                        "\"ruth at school\" cannot be a mail address. Please enter one such as name@school.example, or"
                                + " leave it empty."),
                refused(
                        Person.of("ruth", "Ruth", "Calder", "", "Head").withPhone("0".repeat(41))::check,
                        "Please shorten the phone number: it has 41 characters, and 40 fit."),
                refused(
                        Profile.DEFAULT.working(Set.of())::check,
                        "Please choose at least one day on which the person works."),
                refused(
                        Profile.DEFAULT.trained(
                                List.of(Training.as(Duty.LEAD_REVIEWER), trained(Duty.LEAD_REVIEWER, DAY, DAY)))::check,
                        "The same training is entered twice. Please enter each duty once, with the latest day."),
                refused(
                        Training.as(Duty.RESERVE_REVIEWER)::check,
                        "Nobody is trained as RESERVE_REVIEWER. Whoever stands in is trained for what they stand in for:"
                                + " please enter PEER_REVIEWER."),
                refused(
                        Training.as(Duty.ASSOCIATE)::check,
                        "An associate goes along without training. Please leave it out."),
                refused(
                        trained(Duty.PEER_REVIEWER, DAY, DAY.minusDays(1))::check,
                        "A training cannot count until 2026-10-07 if it was on 2026-10-08. Please correct one of the days."),
                refused(
                        RoleHeld.ofInstallation(Role.HEAD, "ruth")::check,
                        "HEAD is held at a school. Please say at which."),
                refused(
                        RoleHeld.ofInstallation(Role.TRUSTEE, "ruth")::check,
                        "TRUSTEE is held in a partnership. Please say in which."),
                refused(
                        RoleHeld.in("milllane", Role.ADMIN, "ruth")::check,
                        "ADMIN is held for the whole installation. Please leave school and partnership empty."));
    }

    @Test
    void aPartnershipThatDecidesNothingElseHasTheDefaults() {
        PartnershipSettings settings = PartnershipSettings.of(LedBy.PEER, PublicationPolicy.LEADERS);

        assertThat(settings)
                .isEqualTo(new PartnershipSettings(
                        LedBy.PEER,
                        PublicationPolicy.LEADERS,
                        true,
                        HeadAtWorkshop.OPT_IN,
                        new TeamRule(Optional.empty(), 2),
                        FollowUpWeeks.CALENDAR_WEEKS,
                        Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                        new Caps(2, 1, Optional.empty()),
                        new Templates(List.of(), Map.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-08", "2026-10-09", "2027-08-31"})
    void aTrainingCountsFromItsDayToItsLastDay(LocalDate day) {
        assertThat(trained(Duty.LEAD_REVIEWER, DAY, LocalDate.of(2027, 8, 31)).countsOn(day))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-07", "2027-09-01"})
    void aTrainingDoesNotCountBeforeOrAfter(LocalDate day) {
        assertThat(trained(Duty.LEAD_REVIEWER, DAY, LocalDate.of(2027, 8, 31)).countsOn(day))
                .isFalse();
    }

    @Test
    void aTrainingOfWhichTheDayIsNotKnownCountsAlways() {
        assertThat(Training.as(Duty.LEAD_REVIEWER).countsOn(LocalDate.EPOCH)).isTrue();
    }

    @Test
    void workingDaysGoFromMondayOnWhateverTheOrderInWhichTheyWereEntered() {
        assertThat(Profile.DEFAULT
                        .working(Set.of(DayOfWeek.WEDNESDAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY))
                        .workingDays())
                .containsExactly(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY);
    }

    private static Arguments refused(ThrowingCallable entry, String words) {
        return Arguments.of(entry, words);
    }

    private static PartnershipSettings settings() {
        return PartnershipSettings.of(LedBy.PEER, PublicationPolicy.HOST);
    }

    private static String agesRefused(int from, int to) {
        return ("A school cannot be for ages %d to %d. Please enter ages from 2 to 19, the lower one first, or leave them"
                        + " empty.")
                .formatted(from, to);
    }

    private static School schoolOf(String trust) {
        return school(Optional.of(trust), 70, "2", 1);
    }

    private static School school(int roll, String forms, int band) {
        return school(Optional.empty(), roll, forms, band);
    }

    private static School school(Optional<String> trust, int roll, String forms, int band) {
        return new School(
                "milllane",
                0,
                "Mill Lane",
                Phase.PRIMARY,
                Optional.empty(),
                trust,
                Optional.of(new BigDecimal(forms)),
                roll,
                "calendar",
                "Mill Lane",
                "01632 960130",
                Optional.empty(),
                Set.of(),
                Map.of(),
                Optional.of(band),
                SchoolLimits.NONE);
    }

    private static Training trained(Duty duty, LocalDate on, LocalDate until) {
        return new Training(duty, Optional.of(on), Optional.empty(), Optional.of(until));
    }
}
