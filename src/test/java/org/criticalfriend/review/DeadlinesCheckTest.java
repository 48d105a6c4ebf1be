package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.criticalfriend.engine.deployment.ModelCheck.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesCheckTest {

    private final String table = packaged();

    @Test
    void thePackagedTableHasNoFault() {
        assertThat(faultsIn(table)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Anchor | \"VISIT_FRIST\" | Counted from needs one of \"VISIT_FIRST\", \"VISIT_LAST\"",
                "Anchor | VISIT_FIRST | Counted from needs one of",
                "Anchor | \"STEP_START\" | This row is read before its step starts, so it cannot count from \"STEP_START\".",
                "Offset | minus six | How many needs a whole number, such as -5.",
                "Offset | +6 | How many needs a whole number, such as -5.",
                "Offset | 2.5 | How many needs a whole number, such as -5.",
                "Offset | ~~ | How many needs a whole number, such as -5.",
                "Unit | \"DAYS\" | Of what needs one of \"SCHOOL_DAYS\"",
                "Roll | \"BACKWARDS\" | If the school is closed needs one of \"BACK\", \"FORWARD\", \"NONE\"",
                "Time | \"8 o'clock\" | Time of day needs hours and minutes in quotation marks, such as \"08:00\".",
                "Time | 17:00 | Time of day needs hours and minutes in quotation marks",
                "Kind | \"TRUST\" | Kind of review needs one of \"MAT\", \"SCHOOL\", in quotation marks. Blank fits all.",
                "Partnership | priory | Partnership needs the id of one partnership in quotation marks."
            })
    void aWrongCellIsFoundWithTheNumberOfItsRow(String column, String cell, String words) {
        assertThat(faultsIn(with("PrepareQuestions" + column, cell)))
                .extracting(Fault::words)
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("deadlines.dmn, row 10 (PrepareQuestions): ")
                        .contains(words));
    }

    @Test
    void aRowWithoutAStepIsFoundWithItsNumber() {
        assertThat(faultsIn(with("RecordEvidenceStep", "")))
                .extracting(Fault::words)
                .containsExactly(
                        "deadlines.dmn, row 19: Step needs the id of a step in quotation marks, such as \"WriteReport\".");
    }

    @ParameterizedTest
    @CsvSource({
        "PlanningMeeting, WORKSHOP",
        "WorkshopEarliest, WORKSHOP",
        "ReflectionDeadline, REFLECTION_DEADLINE",
        "WriteReport, REPORT"
    })
    void rowsThatWouldWaitForEachOtherAreFound(String row, String anchor) {
        assertThat(faultsIn(with(row + "Anchor", "\"" + anchor + "\"")))
                .extracting(Fault::words)
                .singleElement()
                .asString()
                .endsWith(
                        "Meetings, windows, the report and the suggested deadline count from \"VISIT_FIRST\" or \"VISIT_LAST\".");
    }

    @Test
    void hoursBelongToTheEndOfTheWorkshop() {
        assertThat(faultsIn(with("ReportTargetsToHeadUnit", "\"SCHOOL_DAYS\"")))
                .extracting(Fault::words)
                .singleElement()
                .asString()
                .endsWith("\"WORKSHOP_END\" and \"HOURS\" belong together.");
    }

    @Test
    void everyWrongRowIsFoundAtOnce() {
        String twice = with("PrepareQuestionsOffset", "six").replace("\"15:00\"", "\"3 p.m.\"");

        assertThat(faultsIn(twice))
                .extracting(Fault::element)
                .containsExactly("PrepareQuestionsRow", "RecordEvidenceRow");
    }

    @Test
    void aRowThatCanNeverCountIsFound() {
        String twice = table.replace("\"PrepareQuestionsAtLatest\"", "\"PrepareQuestions\"");

        assertThat(faultsIn(twice))
                .extracting(Fault::words)
                .containsExactly(
                        "deadlines.dmn, row 11 (PrepareQuestions): a row above it fits whenever this one does, so it never counts."
                                + " Move it up, or delete it.");
    }

    @Test
    void aRowForOnePartnershipAboveTheGeneralOneIsRight() {
        String special = cell(table, "VisitDayArrivesStep", "\"RecordEvidence\"");
        String withPartnership = cell(special, "VisitDayArrivesPartnership", "\"priory\"");

        assertThat(faultsIn(withPartnership)).isEmpty();
    }

    @Test
    void aRowIsMissedThatTheApplicationNeeds() {
        assertThat(faultsIn(table.replace("\"FollowUpLatest\"", "\"FollowUpLast\"")))
                .extracting(Fault::words)
                .containsExactly(
                        "deadlines.dmn: there is no row FollowUpLatest for all kinds of review and all partnerships. Please add one.");
    }

    @Test
    void anotherHitPolicyOrAMissingColumnIsFound() {
        assertThat(faultsIn(table.replace("hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\"")))
                .extracting(Fault::words)
                .singleElement()
                .asString()
                .contains("the hit policy has to be FIRST");
        assertThat(faultsIn(table.replace("name=\"roll\"", "name=\"rolling\"")))
                .extracting(Fault::words)
                .containsExactly("deadlines.dmn: the output column roll is missing.");
    }

    @Test
    void otherDecisionsAndOtherFilesAreNotItsBusiness() {
        assertThat(faultsIn(table.replace("<decision id=\"deadlines\"", "<decision id=\"team-size\"")
                        .replace("FIRST\" biodi", "COLLECT\" biodi")))
                .isEmpty();
        assertThat(new DeadlinesCheck().faultsIn("peer-review.bpmn", "anything".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(faultsIn("no XML at all")).isEmpty();
    }

    private static List<Fault> faultsIn(String content) {
        return new DeadlinesCheck().faultsIn("deadlines.dmn", content.getBytes(StandardCharsets.UTF_8));
    }

    private String with(String entry, String text) {
        return cell(table, entry, text);
    }

    private static String cell(String in, String entry, String text) {
        String changed = in.replaceFirst(
                "(id=\"" + entry + "\">\\s*<text>)[^<]*", "$1" + java.util.regex.Matcher.quoteReplacement(text));
        assertThat(changed).as("the cell %s", entry).isNotEqualTo(in);
        return changed;
    }

    private static String packaged() {
        try {
            return Files.readString(Path.of("processes/deadlines.dmn"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
