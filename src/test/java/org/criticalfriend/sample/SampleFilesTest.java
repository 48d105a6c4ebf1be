package org.criticalfriend.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.engine.StartRefused;
import org.criticalfriend.partnership.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.DefaultResourceLoader;

class SampleFilesTest {

    private final SampleFiles priory = new SampleFiles(new DefaultResourceLoader(), "classpath:sample/priory");

    @Test
    void prioryHasTenSchoolsOfWhichEightAreInTheCycle() {
        assertThat(priory.schools().schools())
                .hasSize(10)
                .filteredOn(school -> school.status().equals("IN_CYCLE"))
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
                        .getOrDefault("HoldPlanningMeeting", java.util.Map.of())
                        .get("question"))
                .contains(
                        "Is the core curriculum designed and delivered to enable Upper Ability boys to make significant"
                                + " progress in KS3 and KS4?");
    }

    @Test
    void nobodyOfTheHostSchoolSitsOnItsTeamAndNobodyUntrainedAnywhere() {
        List<SampleFiles.PersonRow> people = priory.people();
        assertThat(priory.reviews()).allSatisfy(review -> review.seats()
                .forEach((duty, seated) -> assertThat(seated).allSatisfy(id -> {
                    SampleFiles.PersonRow person = people.stream()
                            .filter(one -> one.id().equals(id))
                            .findFirst()
                            .orElseThrow();
                    assertThat(person.school()).isNotEqualTo(review.host());
                    assertThat(person.trained()).isNotEmpty();
                })));
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
