package org.criticalfriend.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankHolidaysTest {

    private static final LocalDate EASTER_MONDAY = LocalDate.of(2027, 3, 29);
    private static final LocalDate SUMMER_IN_ENGLAND = LocalDate.of(2026, 8, 31);
    private static final LocalDate SUMMER_IN_SCOTLAND = LocalDate.of(2026, 8, 3);
    private static final LocalDate WORLD_CUP = LocalDate.of(2026, 6, 15);

    private final BankHolidays shipped = new BankHolidays("classpath:calendar/bank-holidays.json");

    @TempDir
    Path folder;

    @Test
    void englandAndWalesKeepTheSameAndScotlandItsOwn() {
        for (int year = 2020; year <= 2040; year++) {
            assertThat(shipped.in(year, Country.WALES)).isEqualTo(shipped.in(year, Country.ENGLAND));
        }
        assertThat(shipped.in(2026, Country.ENGLAND))
                .hasSize(8)
                .contains(SUMMER_IN_ENGLAND)
                .doesNotContain(SUMMER_IN_SCOTLAND, WORLD_CUP);
        assertThat(shipped.in(2026, Country.SCOTLAND))
                .hasSize(10)
                .contains(SUMMER_IN_SCOTLAND, WORLD_CUP, LocalDate.of(2026, 11, 30), LocalDate.of(2026, 1, 2))
                .doesNotContain(SUMMER_IN_ENGLAND);
        assertThat(shipped.in(2027, Country.ENGLAND)).contains(EASTER_MONDAY);
        assertThat(shipped.in(2027, Country.SCOTLAND)).hasSize(9).doesNotContain(EASTER_MONDAY);
    }

    @ParameterizedTest
    @EnumSource(Country.class)
    void theShippedListAndTheRulesAgreeOnEveryYearThatItCovers(Country country) {
        // None differs: the rules know the World Cup bank holiday of 2026, and both move holidays off the weekend alike
        // (Boxing
        // Day 2026, Christmas 2027, New Year 2028). A one-off holiday that is announced from now on would be the first.
        for (int year = 2025; year <= 2028; year++) {
            assertThat(shipped.in(year, country)).isEqualTo(shipped.byRule(year, country));
        }
    }

    @ParameterizedTest
    @EnumSource(Country.class)
    void noneIsAtAWeekend(Country country) {
        for (int year = 2020; year <= 2060; year++) {
            assertThat(shipped.in(year, country))
                    .noneMatch(
                            day -> day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
        }
    }

    @Test
    void aYearThatTheListDoesNotCoverIsCountedByRule() {
        assertThat(shipped.in(2029, Country.ENGLAND))
                .containsExactlyInAnyOrder(
                        LocalDate.of(2029, 1, 1),
                        LocalDate.of(2029, 3, 30),
                        LocalDate.of(2029, 4, 2),
                        LocalDate.of(2029, 5, 7),
                        LocalDate.of(2029, 5, 28),
                        LocalDate.of(2029, 8, 27),
                        LocalDate.of(2029, 12, 25),
                        LocalDate.of(2029, 12, 26));
        assertThat(shipped.in(2023, Country.ENGLAND)).contains(LocalDate.of(2023, 5, 8));
    }

    @Test
    void aListOfOnesOwnCountsForTheYearsThatItCoversWholly() throws IOException {
        // 2030 in full, of 2031 only the beginning.
        LocalDate oneOff = LocalDate.of(2030, 7, 5);
        BankHolidays own = new BankHolidays(file(
                list(List.of(LocalDate.of(2030, 1, 1), oneOff, LocalDate.of(2030, 12, 25), LocalDate.of(2031, 1, 1)))));

        assertThat(own.in(2030, Country.WALES))
                .isEqualTo(Set.of(LocalDate.of(2030, 1, 1), oneOff, LocalDate.of(2030, 12, 25)));
        assertThat(own.in(2031, Country.WALES))
                .isEqualTo(own.byRule(2031, Country.WALES))
                .hasSize(8);
    }

    @Test
    void whatGovUkAddsBesidesTheDatesDoesNotMatter() throws IOException {
        String event = "{\"title\": \"Day\", \"date\": \"%s\", \"notes\": \"Substitute day\", \"bunting\": true}";
        String events = "{\"division\": \"x\", \"events\": [%s, %s]}"
                .formatted(event.formatted("2030-01-01"), event.formatted("2030-12-25"));

        assertThat(new BankHolidays(file("{\"england-and-wales\": %1$s, \"scotland\": %1$s, \"northern-ireland\": %1$s}"
                                .formatted(events)))
                        .in(2030, Country.SCOTLAND))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "<html>Page not found</html>",
                "{\"england-and-wales\": {\"events\": []}}",
                "{\"england-and-wales\": {\"events\": []}, \"scotland\": {}}",
                "{\"england-and-wales\": {\"events\": [{\"title\": \"Easter\"}]}, \"scotland\": {\"events\": []}}",
                "{\"england-and-wales\": {\"events\": [{\"date\": \"1 May 2030\"}]}, \"scotland\": {\"events\": []}}",
                "{\"england-and-wales\": {\"events\": ["
            })
    void aListThatCannotBeReadIsNamedWithTheReasonAndWhatToDo(String content) throws IOException {
        String location = file(content);

        assertThatThrownBy(() -> new BankHolidays(location))
                .isInstanceOfSatisfying(BankHolidaysUnreadable.class, unreadable -> {
                    assertThat(unreadable).hasMessageStartingWith("The bank holidays cannot be read from " + location);
                    assertThat(new BankHolidaysUnreadableInWords()
                                    .analyze(unreadable)
                                    .getAction())
                            .contains("https://www.gov.uk/bank-holidays.json", "CRITICAL_FRIEND_BANK_HOLIDAYS");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/file.json", "classpath:no/such.json", "file:/no/such/file.json"})
    void aListThatIsNotThereIsNamed(String location) {
        assertThatThrownBy(() -> new BankHolidays(location))
                .isInstanceOf(BankHolidaysUnreadable.class)
                .hasMessageContaining(location);
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("bank-holidays.json"), content).toString();
    }

    private static String list(List<LocalDate> days) {
        String events = String.join(
                ", ",
                days.stream()
                        .map("{\"title\": \"Day\", \"date\": \"%s\"}"::formatted)
                        .toList());
        return Stream.of("england-and-wales", "scotland")
                .map(division -> "\"%1$s\": {\"division\": \"%1$s\", \"events\": [%2$s]}".formatted(division, events))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
