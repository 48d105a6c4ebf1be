package org.criticalfriend.partnership.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.criticalfriend.partnership.EntryRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in a cell, and how it is written. */
class KindTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-09-03",
                "3/9/2026",
                "03/09/2026",
                "3.9.2026",
                "3 September 2026",
                "3 Sept 2026",
                "3 Sep 2026",
                " 2026-09-03 "
            })
    void aDayIsWrittenInOneWay(String typed) {
        assertThat(Kind.DAY.read(typed)).isEqualTo("2026-09-03");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/9/2026", "9/31/2026", "soon", "2026", "30 February 2027"})
    void aDayThatThereIsNotIsRefused(String typed) {
        assertThatThrownBy(() -> Kind.DAY.read(typed))
                .isInstanceOf(EntryRefused.class)
                .hasMessage("Please enter a day such as 2026-09-03 or 3/9/2026.");
    }

    @ParameterizedTest
    @CsvSource({"2026/27", "2026/2027", "2026-27", "2026"})
    void aSchoolYearIsWrittenInOneWay(String typed) {
        assertThat(Kind.SCHOOL_YEAR.read(typed)).isEqualTo("2026/27");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026/28", "26/27", "next"})
    void aSchoolYearThatThereIsNotIsRefused(String typed) {
        assertThatThrownBy(() -> Kind.SCHOOL_YEAR.read(typed)).isInstanceOf(EntryRefused.class);
    }

    @Test
    void weekdaysComeInTheOrderOfTheWeek() {
        assertThat(Kind.WEEKDAYS.read("fri; Thursday,fri")).isEqualTo("Thursday, Friday");
        assertThatThrownBy(() -> Kind.WEEKDAYS.read("T")).isInstanceOf(EntryRefused.class);
    }

    @Test
    void numbersAreNumbers() {
        assertThat(Kind.NUMBER.read("210.0")).isEqualTo("210");
        assertThat(Kind.DECIMAL.read("1.50")).isEqualTo("1.5");
        for (String typed : List.of("1.5", "many", "1e99", "99999999999")) {
            assertThatThrownBy(() -> Kind.NUMBER.read(typed)).isInstanceOf(EntryRefused.class);
        }
        for (String typed : List.of("many", "1e999999999", "1e-999999999")) {
            assertThatThrownBy(() -> Kind.DECIMAL.read(typed)).isInstanceOf(EntryRefused.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "210.50|210.50",
                "£210.5|210.50",
                "£ 180|180",
                "180.00|180",
                "£1,210.50|1210.50",
                "12,345,678|12345678"
            })
    void poundsAreWrittenWithoutTheirSignAndWithPenceIfThereAreAny(String typed, String written) {
        assertThat(Kind.POUNDS.read(typed)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"210,50", "1,2345", "£", "180 a day", "€180"})
    void whatMayBeAnotherAmountIsRefused(String typed) {
        assertThatThrownBy(() -> Kind.POUNDS.read(typed)).isInstanceOf(EntryRefused.class);
    }

    @Test
    void severalTextsKeepWhatSeparatesOthers() {
        String cell = Kind.joined(List.of("TSA; ITT", "Diocese", "a\\b"));

        assertThat(Kind.SEVERAL.read(cell)).isEqualTo(cell);
        assertThat(Kind.parts(cell)).containsExactlyInAnyOrder("TSA; ITT", "Diocese", "a\\b");
        assertThat(Kind.SEVERAL.read(" Diocese;;TSA\n")).isEqualTo("Diocese; TSA");
    }

    @ParameterizedTest
    @CsvSource({"all through,All-through", "ALL_THROUGH,All-through", "primary,Primary"})
    void oneOfAFewWordsIsFoundHoweverItIsTyped(String typed, String written) {
        assertThat(Kind.oneOf(org.criticalfriend.partnership.Phase.values()).read(typed))
                .isEqualTo(written);
    }

    @Test
    void everyExampleOfTheTemplateCanStandWhereItIsGiven() {
        for (Sheet sheet : Sheet.values()) {
            for (Column column : sheet.columns()) {
                assertThat(column.kind().read(column.example()))
                        .as("%s, %s", sheet.title(), column.title())
                        .isEqualTo(column.example());
            }
        }
    }
}
