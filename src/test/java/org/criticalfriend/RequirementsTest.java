package org.criticalfriend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The table of requirements: what must be possible, where it is built and which tests show it. Both of the last are empty while it
 * is still to come, or is there in part only. A field holds neither commas nor quotes; several classes, files or tests in one field
 * are separated by a space.
 */
class RequirementsTest {

    private static final Path TABLE = Path.of("src", "test", "resources", "requirements.csv");
    private static final Path CLASSES = Path.of("src", "main", "java", "org", "criticalfriend");
    private static final Path RESOURCES = Path.of("src", "main", "resources");

    /**
     * One requirement.
     *
     * @param tag of the source and its row: Growing Great Schools, Priory St. cluster, Focus-Trust
     * @param built classes such as {@code review/HoldPlanningMeeting}, and files from the root of the project or from the resources
     * @param tests such as {@code org.criticalfriend.review.AppointmentsTest#theWorkshopFallsOnTheStaffMeetingDayOfTheHost}
     */
    private record Requirement(String tag, String sentence, List<String> built, List<String> tests) {}

    private final List<Requirement> requirements = read();

    @Test
    void everyRequirementIsThereOnceAndInOrder() {
        assertThat(requirements)
                .extracting(Requirement::tag)
                .containsExactlyElementsOf(Stream.of(tags("G", 32), tags("P", 40), tags("F", 28))
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void everyRequirementIsPutInOneShortSentenceOfItsOwn() {
        assertThat(requirements)
                .extracting(Requirement::sentence)
                .doesNotHaveDuplicates()
                .allSatisfy(sentence -> assertThat(sentence).isNotBlank().hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void everyTestThatIsNamedIsATest() {
        assertThat(requirements).allSatisfy(requirement -> assertThat(requirement.tests())
                .doesNotHaveDuplicates()
                .allMatch(RequirementsTest::isTest, "is a test"));
    }

    @Test
    void everyPlaceThatIsNamedIsThere() {
        assertThat(requirements).allSatisfy(requirement -> assertThat(requirement.built())
                .doesNotHaveDuplicates()
                .allMatch(RequirementsTest::isThere, "is a class or a file"));
    }

    @Test
    void whatATestShowsIsBuiltSomewhereAndWhatIsBuiltIsShown() {
        assertThat(requirements)
                .allSatisfy(requirement -> assertThat(requirement.built().isEmpty())
                        .as("%s is built but not shown, or shown but not built", requirement.tag())
                        .isEqualTo(requirement.tests().isEmpty()));
    }

    @AfterAll
    static void sayHowManyAreShown() {
        List<Requirement> all = read();
        System.out.printf(
                "Requirements shown by a test: %d of %d%n",
                all.stream()
                        .filter(requirement -> !requirement.tests().isEmpty())
                        .count(),
                all.size());
    }

    private static List<String> tags(String source, int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(number -> source + number)
                .toList();
    }

    private static boolean isTest(String name) {
        String[] parts = name.split("#", -1);
        return parts.length == 2
                && parts[0].startsWith("org.criticalfriend.")
                && named(parts[0]).map(Class::getDeclaredMethods).stream()
                        .flatMap(Arrays::stream)
                        .filter(method -> method.getName().equals(parts[1]))
                        .anyMatch(method -> AnnotationSupport.isAnnotated(method, Testable.class));
    }

    /** Not initialised: looking for a test starts no browser and no database. */
    private static Optional<Class<?>> named(String name) {
        try {
            return Optional.of(Class.forName(name, false, RequirementsTest.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private static boolean isThere(String place) {
        return Stream.of(Path.of(place), RESOURCES.resolve(place), CLASSES.resolve(place + ".java"))
                .anyMatch(Files::isRegularFile);
    }

    private static List<Requirement> read() {
        try {
            List<String> lines = Files.readAllLines(TABLE);
            assertThat(lines).first().isEqualTo("row,requirement,built,test");
            return lines.stream().skip(1).map(RequirementsTest::requirement).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Requirement requirement(String line) {
        String[] fields = line.split(",", -1);
        assertThat(line).doesNotContain("\"");
        assertThat(fields).as("fields of the row %s", line).hasSize(4);
        return new Requirement(fields[0], fields[1], list(fields[2]), list(fields[3]));
    }

    private static List<String> list(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split(" ", -1));
    }
}
