package org.criticalfriend.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import org.criticalfriend.engine.deployment.ModelCheck.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LadderCheckTest {

    private final String table = packaged();

    @Test
    void thePackagedLadderHasNoFault() {
        assertThat(faultsIn(table)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"WriteReport\"", "\"WriteReport\", \"CheckReport\"", "not(\"WriteReport\")", "not(\"A\",\"B\")"
            })
    void stepsAreNamedOneByOneOrLeftOut(String steps) {
        assertThat(faultsIn(with("DayAfterActivity", steps))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Activity | WriteReport | Step needs ids of steps in quotation marks, such as \"WriteReport\"",
                "Activity | \"Write report\" | Step needs ids of steps in quotation marks",
                "Activity | not(WriteReport) | Step needs ids of steps in quotation marks",
                "Rung | minus one | School days after it is due needs a whole number from -40 to 40, such as -5; 0 is the day itself.",
                "Rung | +1 | School days after it is due needs a whole number",
                "Rung | 1.5 | School days after it is due needs a whole number",
                "Rung | 41 | School days after it is due needs a whole number",
                "Rung | ~~ | School days after it is due needs a whole number"
            })
    void aWrongCellIsFoundWithTheNumberOfItsRow(String column, String cell, String words) {
        assertThat(faultsIn(with("DayBefore" + column, cell))).singleElement().satisfies(fault -> {
            assertThat(fault.words()).startsWith("reminder-ladder.dmn, row 2: ").contains(words);
            assertThat(fault.element()).isEqualTo("DayBeforeRow");
        });
    }

    @Test
    void aRowThatSaysWhatAnotherSaysIsFound() {
        assertThat(faultsIn(with("DayAfterRung", "-1")))
                .extracting(Fault::words)
                .containsExactly("reminder-ladder.dmn, row 4: A row above it says the same. Delete one of them.");
    }

    @Test
    void rowsForSomeStepsAloneAreNotEnough() {
        assertThat(faultsIn(table.replaceAll("(Activity\">\\s*<text>)", "$1\"WriteReport\"")))
                .extracting(Fault::words)
                .containsExactly(
                        "reminder-ladder.dmn: there is no row for all steps. Please add one whose Step is blank, or nobody is reminded of"
                                + " steps that are named nowhere.");
    }

    @Test
    void anotherHitPolicyOrAMissingColumnIsFound() {
        assertThat(faultsIn(table.replace("\"COLLECT\"", "\"FIRST\"")))
                .extracting(Fault::words)
                .containsExactly(
                        "reminder-ladder.dmn: the hit policy has to be COLLECT, without aggregation, so that every row counts that fits.");
        assertThat(faultsIn(table.replace("\"COLLECT\"", "\"COLLECT\" aggregation=\"MAX\"")))
                .hasSize(1);
        assertThat(faultsIn(table.replace("name=\"rung\"", "name=\"step\"")))
                .extracting(Fault::words)
                .containsExactly("reminder-ladder.dmn: the output column rung is missing.");
    }

    @Test
    void otherTablesAreNotItsBusiness() {
        assertThat(faultsIn(
                        with("DayBeforeRung", "x").replace("decision id=\"reminder-ladder\"", "decision id=\"other\"")))
                .isEmpty();
    }

    private static List<Fault> faultsIn(String content) {
        return new LadderCheck().faultsIn("reminder-ladder.dmn", content.getBytes(StandardCharsets.UTF_8));
    }

    private String with(String entry, String text) {
        return cell(table, entry, text);
    }

    static String cell(String in, String entry, String text) {
        String changed =
                in.replaceFirst("(id=\"" + entry + "\">\\s*<text>)[^<]*", "$1" + Matcher.quoteReplacement(text));
        assertThat(changed).as("the cell %s", entry).isNotEqualTo(in);
        return changed;
    }

    static String packaged() {
        try {
            return Files.readString(Path.of("processes/reminder-ladder.dmn"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
