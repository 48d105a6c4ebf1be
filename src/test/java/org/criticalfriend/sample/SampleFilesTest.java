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
                            priory.schools().calendar().terms())
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

    @Test
    void aBrokenRowIsNamedWithFileAndLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("people.yaml"), "- id: somebody\n  given: Ann\n  colour: blue\n");

        assertThatThrownBy(() -> new SampleFiles(
                                new DefaultResourceLoader(), folder.toUri().toString())
                        .people())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("people.yaml, line 3")
                .hasMessageContaining("colour");
    }
}
