package org.criticalfriend.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.criticalfriend.access.Settings;
import org.criticalfriend.partnership.Person;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.mock.env.MockEnvironment;

/** Every template of a mail, written with sample values; kept under {@code target/mails} to be looked at. */
class EveryMailTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates/mail");
    private static final Path KEPT = Path.of("target/mails");
    private static final Person ANNA = Person.of("anna", "Anna", "Weber", "anna@school.example", "Head");

    /** Names that people do not use for what happens to them (rule 8 of the product). */
    private static final List<String> NEVER_SAID = List.of("escalat", "overdue", "incident", "late");

    /** Between the name of a template and that of one more sample of it. */
    private static final String MORE = ", ";

    private final Letters letters = new Letters(
            new PublicAddress(new Settings(false, "https://reviews.example.org", ""), new MockEnvironment()));

    @TestFactory
    Stream<DynamicTest> isWrittenWithItsSampleValues() throws IOException {
        Map<String, Map<String, Object>> samples = new YAMLMapper()
                .readValue(Path.of("src/test/resources/mail-samples.yaml").toFile(), new TypeReference<>() {});
        return Stream.concat(templates(), samples.keySet().stream().filter(name -> name.contains(MORE)))
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Mail mail = letters.write(Letter.of(template(name), valuesFor(name, samples)), ANNA);

                    keep(name, mail);
                    assertThat(mail.subject()).hasSizeBetween(10, 90).doesNotContain("\n");
                    assertThat(mail.text()).contains("Dear Anna,").doesNotContain("[(", "${", "](", "null", "\n\n\n");
                    assertThat(mail.html()).doesNotContain("[(", "${", "src=", "null");
                    assertThat((mail.subject() + mail.text())
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .split("\\W+"))
                            .as("words that are never said")
                            .noneMatch(word -> NEVER_SAID.stream()
                                    .anyMatch(never ->
                                            never.equals("late") ? word.equals(never) : word.startsWith(never)));
                }));
    }

    private static Map<String, Object> valuesFor(String name, Map<String, Map<String, Object>> samples) {
        Map<String, Object> values = new HashMap<>(samples.get("every"));
        String folder = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
        values.putAll(samples.getOrDefault(folder, Map.of()));
        values.putAll(samples.getOrDefault(template(name), Map.of()));
        values.putAll(samples.getOrDefault(name, Map.of()));
        return values;
    }

    private static String template(String name) {
        return name.split(MORE)[0];
    }

    /** Parts stand in others. */
    private static Stream<String> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files
                    .map(file -> TEMPLATES.relativize(file).toString())
                    .filter(name -> name.endsWith(".md") && !name.startsWith("parts"))
                    .map(name -> name.substring(0, name.length() - ".md".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static void keep(String name, Mail mail) throws IOException {
        Files.createDirectories(KEPT);
        Path file = KEPT.resolve(name.replace('/', '-').replace(MORE, "-"));
        Files.writeString(Path.of(file + ".html"), mail.html());
        Files.writeString(Path.of(file + ".txt"), mail.subject() + "\n\n" + mail.text());
    }
}
