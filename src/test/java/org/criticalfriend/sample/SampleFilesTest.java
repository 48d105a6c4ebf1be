package org.criticalfriend.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.engine.StartRefused;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.MembershipStatus;
import org.criticalfriend.partnership.Profile;
import org.criticalfriend.partnership.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.DefaultResourceLoader;

class SampleFilesTest {

    /** Reviews of the sample come out of the year plan at most half a school year before its first day. */
    private static final LocalDate EARLIEST_PLANNING = LocalDate.of(2026, 2, 1);

    private final SampleFiles priory = new SampleFiles(new DefaultResourceLoader(), "classpath:sample/priory");

    @Test
    void prioryHasTenSchoolsOfWhichEightAreInTheCycle() {
        assertThat(priory.schools().schools())
                .hasSize(10)
                .filteredOn(school -> school.status() == MembershipStatus.IN_CYCLE)
                .hasSize(8);
    }

    @Test
    void everySchoolHasAHeadAndFiveInsetDaysInItsTerms() {
        Set<String> heads = priory.people().stream()
                .filter(person -> person.roles().contains(Role.HEAD))
                .map(SampleFiles.PersonRow::school)
                .collect(Collectors.toSet());

        assertThat(priory.schools().schools()).allSatisfy(school -> {
            assertThat(heads).contains(school.id());
            assertThat(school.inset()).hasSize(5).allSatisfy(day -> assertThat(
                            school.terms().isEmpty()
                                    ? priory.schools().calendar().terms()
                                    : school.terms())
                    .anyMatch(term -> !day.isBefore(term.from()) && !day.isAfter(term.to())));
        });
    }

    @Test
    void theSignInsOfProductPageAreThere() {
        Set<String> names = priory.people().stream()
                .flatMap(person -> Stream.concat(
                        Stream.of(person.id()), person.signIns() == null ? Stream.of() : person.signIns().stream()))
                .collect(Collectors.toSet());

        assertThat(names)
                .contains("admin", "owner", "priorylead", "trustee", "milllanehead", "northfieldhead")
                .allSatisfy(name -> assertThat(name).matches("[a-z]+"));
    }

    @Test
    void oneReviewCarriesTheSeedsDrivingQuestion() {
        assertThat(priory.reviews())
                .extracting(review -> review.answers()
                        .getOrDefault("HoldPlanningMeeting", Map.of())
                        .get("question"))
                .contains(
                        "Is the core curriculum designed and delivered to enable Upper Ability boys to make significant"
                                + " progress in KS3 and KS4?");
    }

    /** P19: it is read in other reviews too. */
    @Test
    void whatWorkedNamesNeitherASchoolNorAPerson() {
        List<String> texts = priory.reviews().stream()
                .flatMap(review -> rows(review, "HoldFollowUpMeeting", "whatWorked"))
                .map(row -> String.valueOf(row.get("text")))
                .toList();
        List<String> names = Stream.concat(
                        priory.schools().schools().stream().map(SampleFiles.SchoolRow::name),
                        priory.people().stream().flatMap(person -> Stream.of(person.given(), person.family())))
                .toList();

        assertThat(texts).isNotEmpty();
        assertThat(names).allSatisfy(name -> assertThat(texts)
                .noneMatch(text -> Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                        .matcher(text)
                        .find()));
    }

    @Test
    void inTwoReviewsTheTeamSaysHowItSeesTheStatementsOfTheSchool() {
        List<SampleFiles.ReviewRow> viewed = priory.reviews().stream()
                .filter(review ->
                        rows(review, "PresentFeedback", "teamViews").findAny().isPresent())
                .toList();

        assertThat(viewed).hasSize(2).allSatisfy(review -> assertThat(rows(review, "PresentFeedback", "teamViews"))
                .hasSameSizeAs(rows(review, "CompleteSelfReview", "statements").toList())
                .allSatisfy(row ->
                        assertThat(row.keySet().stream().map(String::valueOf)).contains("view", "note")));
    }

    private static Stream<Map<?, ?>> rows(SampleFiles.ReviewRow review, String step, String list) {
        return review.answers().getOrDefault(step, Map.of()).get(list) instanceof List<?> rows
                ? rows.stream().map(row -> (Map<?, ?>) row)
                : Stream.empty();
    }

    @Test
    void theReviewsStandInEveryPhaseOfAYearAndOneHasEnded() {
        assertThat(priory.reviews())
                .flatExtracting(SampleFiles.ReviewRow::open)
                .contains(
                        "HoldPlanningMeeting",
                        "PrepareForVisit",
                        "RecordEvidence",
                        "PresentFeedback",
                        "WriteReport",
                        "CheckReport",
                        "RunImprovementWorkshop",
                        "AgreeActionPlan",
                        "AgreeToSupport",
                        "ReleaseSupporter",
                        "HoldFollowUpMeeting");
        assertThat(priory.reviews())
                .filteredOn(review -> review.open().isEmpty())
                .hasSize(1)
                .allSatisfy(review -> assertThat(review.answers())
                        .containsKeys("CheckReport", "AgreeActionPlan", "GiveSupport", "HoldFollowUpMeeting"));
    }

    @Test
    void everyTeamIsOfTheSizeThatPrioryHasFixedAndHasSomebodyWhoStepsUpForTheLead() {
        int fixed = priory.schools().partnership().teamSize();

        assertThat(priory.reviews()).allSatisfy(review -> {
            assertThat(review.seats().get(Duty.LEAD_REVIEWER)).hasSize(1);
            assertThat(review.seats().get(Duty.PEER_REVIEWER)).hasSize(fixed - 1);
        });
    }

    @Test
    void nobodyOfTheHostSchoolSitsOnItsTeamAndNobodyUntrainedForTheirDutyAnywhere() {
        assertThat(priory.reviews()).allSatisfy(review -> review.seats()
                .forEach((duty, seated) -> assertThat(seated).allSatisfy(id -> {
                    assertThat(person(id).school()).isNotEqualTo(review.host());
                    assertThat(person(id).profile(0).trainings())
                            .filteredOn(training -> duty.trainedAs()
                                    .filter(training.duty()::equals)
                                    .isPresent())
                            .hasSize(1)
                            .allMatch(training -> training.countsOn(EARLIEST_PLANNING));
                })));
    }

    @Test
    void everybodyOnATeamComesFromASchoolOfTheirOwn() {
        assertThat(priory.reviews()).allSatisfy(review -> assertThat(
                        review.seats().values().stream().flatMap(List::stream).map(id -> person(id)
                                .school()))
                .doesNotHaveDuplicates());
    }

    @Test
    void whoWorksOnSomeDaysOnlySitsOnNoTeamBecauseVisitsMayFallOnAnyDay() {
        List<String> partTime = priory.people().stream()
                .filter(person -> !person.profile(0).workingDays().equals(Profile.DEFAULT.workingDays()))
                .map(SampleFiles.PersonRow::id)
                .toList();

        assertThat(partTime).isNotEmpty();
        assertThat(priory.reviews())
                .flatExtracting(review ->
                        review.seats().values().stream().flatMap(List::stream).toList())
                .doesNotContainAnyElementsOf(partTime);
    }

    @Test
    void millLaneSparesOnePersonADayAndWeirRoadsTrustThreeDaysAYear() {
        assertThat(school("milllane").mostPeopleOutADay()).isEqualTo(1);
        assertThat(school("weirroad").mostDaysOutAYear()).isEqualTo(3);
        assertThat(school("weirroad").trust()).isEqualTo("Wistanbridge Learning Trust");
        assertThat(person(school("weirroad").approver()).school()).isNull();
    }

    @Test
    void everybodyHasAPhoneNumberThatReachesNobody() {
        assertThat(priory.people())
                .extracting(SampleFiles.PersonRow::phone)
                .doesNotHaveDuplicates()
                .allMatch(phone -> phone.matches("01632 960\\d{3}"));
    }

    @Test
    void everybodyIsThereOnce() {
        assertThat(priory.people()).extracting(SampleFiles.PersonRow::id).doesNotHaveDuplicates();
    }

    private SampleFiles.PersonRow person(String id) {
        return priory.people().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private SampleFiles.SchoolRow school(String id) {
        return priory.schools().schools().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- id: somebody\\n  colour: blue            | people.yaml, row 1, field colour: there is no such field",
                "- id: one\\n- id: two\\n  trained: [FLYING]  | people.yaml, row 2, field trained, row 1: \"FLYING\" does not fit",
                "- id: [a list]                           | people.yaml, row 1, field id: what stands here does not fit",
                "- id: one\\n  given: \"not closed          | line 2"
            })
    void aBrokenRowIsNamedWithFilePlaceAndReason(String content, String words, @TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("people.yaml"), content.replace("\\n", "\n"));

        assertThatThrownBy(() -> new SampleFiles(
                                new DefaultResourceLoader(), folder.toUri().toString())
                        .people())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(words);
    }
}
