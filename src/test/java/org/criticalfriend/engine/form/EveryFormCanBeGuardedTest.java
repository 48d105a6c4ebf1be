package org.criticalfriend.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryFormCanBeGuardedTest {

    private static final Path FORMS = Path.of("forms");

    @ParameterizedTest
    @MethodSource("forms")
    void the_gate_can_guard_the_form_and_the_form_has_the_name_of_its_file(Path form) throws IOException {
        FormSchema schema = FormSchema.parse(Files.readString(form));

        assertThat(schema.id() + ".form").isEqualTo(form.getFileName().toString());
        assertThat(schema.labels()).isNotEmpty();
    }

    @Test
    void there_are_forms_to_guard() throws IOException {
        try (Stream<Path> forms = forms()) {
            assertThat(forms).isNotEmpty();
        }
    }

    static Stream<Path> forms() throws IOException {
        return Files.list(FORMS).filter(file -> file.toString().endsWith(".form"));
    }
}
