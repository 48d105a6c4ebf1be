package org.criticalfriend.review;

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

class TeamSizeCheckTest {

    private final String table = packaged();

    @Test
    void thePackagedTableHasNoFault() {
        assertThat(wordsOn(table)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Roll | about 900 | Pupils needs a bound such as <= 420, or a range such as [101..420]. Blank fits all.",
                "Roll | 900 | Pupils needs a bound",
                "Roll | [900..421] | Pupils needs a bound",
                "Kind | \"TRUST\" | Kind of review needs one of \"MAT\", \"SCHOOL\", in quotation marks. Blank fits all.",
                "Partnership | priory | Partnership needs the id of one partnership in quotation marks.",
                "Reviewers | 0 | Reviewers needs a whole number from 1 to 12.",
                "Reviewers | four | Reviewers needs a whole number from 1 to 12.",
                "Reviewers | ~~ | Reviewers needs a whole number from 1 to 12.",
                "Days | 2.5 | Visit days needs half a day to 2 days, in halves, such as 1.5.",
                "Days | 0 | Visit days needs half a day to 2 days",
                "Days | 1.25 | Visit days needs half a day to 2 days",
                "Days | ~~ | Visit days needs half a day to 2 days",
                "Associates | 3 | Associates at most needs a whole number from 0 to 2.",
                "Associates | -1 | Associates at most needs a whole number from 0 to 2."
            })
    void aWrongCellIsFoundWithTheNumberOfItsRow(String column, String cell, String words) {
        assertThat(wordsOn(with("UpTo900" + column, cell.replace("<", "&lt;").replace(">", "&gt;"))))
                .anySatisfy(fault ->
                        assertThat(fault).startsWith("team-size.dmn, row 3: ").contains(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&lt; 901", "[421..900]", "[ 421 .. 900 ]"})
    void boundsAndRangesCanBeRead(String cell) {
        assertThat(wordsOn(with("UpTo900Roll", cell))).isEmpty();
    }

    @Test
    void threeDaysForATrustAreRightAndForASchoolTheyAreNot() {
        assertThat(wordsOn(with("TrustUpTo420Days", "3"))).isEmpty();
        assertThat(wordsOn(with("LargerDays", "3")))
                .containsExactly(
                        "team-size.dmn, row 5: Visit days needs half a day to 2 days, in halves, such as 1.5.");
        assertThat(wordsOn(with("LargerRoll", "&lt;= 3000")))
                .as("the last row would give a very large school three days")
                .containsExactly(
                        "team-size.dmn, row 8: Visit days needs half a day to 2 days, in halves, such as 1.5.");
    }

    @Test
    void aRowThatCanNeverCountIsFound() {
        assertThat(wordsOn(with("UpTo900Roll", "&lt; 420")))
                .containsExactly(
                        "team-size.dmn, row 3: a row above it fits whenever this one does, so it never counts. Move it up, or delete it.");
    }

    @Test
    void aRowForOnePartnershipAboveTheGeneralOnesIsRight() {
        assertThat(wordsOn(with("UpTo420Partnership", "\"priory\""))).isEmpty();
    }

    @Test
    void aTableThatHasNoAnswerForEverybodyIsFound() {
        assertThat(wordsOn(with("AllOthersRoll", "&lt;= 9000")))
                .containsExactly(
                        "team-size.dmn: there is no row for any number of pupils, all kinds of review and all partnerships. Please add one at the end.");
    }

    @Test
    void anotherHitPolicyOrAMissingColumnIsFound() {
        assertThat(wordsOn(table.replace("hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\"")))
                .singleElement()
                .asString()
                .contains("the hit policy has to be FIRST");
        assertThat(wordsOn(table.replace("name=\"days\"", "name=\"time\"")))
                .containsExactly("team-size.dmn: the output column days is missing.");
    }

    @Test
    void otherDecisionsAreNotItsBusiness() {
        assertThat(wordsOn(with("UpTo900Days", "x").replace("<decision id=\"team-size\"", "<decision id=\"other\"")))
                .isEmpty();
        assertThat(wordsOn("no XML at all")).isEmpty();
    }

    private static List<String> wordsOn(String content) {
        return new TeamSizeCheck()
                .faultsIn("team-size.dmn", content.getBytes(StandardCharsets.UTF_8)).stream()
                        .map(Fault::words)
                        .toList();
    }

    private String with(String entry, String text) {
        String changed =
                table.replaceFirst("(id=\"" + entry + "\">\\s*<text>)[^<]*", "$1" + Matcher.quoteReplacement(text));
        assertThat(changed).as("the cell %s", entry).isNotEqualTo(table);
        return changed;
    }

    private static String packaged() {
        try {
            return Files.readString(Path.of("processes/team-size.dmn"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
