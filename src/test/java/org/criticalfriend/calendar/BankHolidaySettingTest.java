package org.criticalfriend.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The setting by which an administrator lays a newer list of bank holidays in place. */
class BankHolidaySettingTest {

    private static final LocalDate ONE_OFF = LocalDate.of(2030, 7, 5);

    @TempDir
    Path folder;

    @Test
    void theVariableThatReadmeNamesPointsToAnotherList() throws IOException {
        Path list = folder.resolve("bank-holidays.json");
        Files.writeString(
                list,
                """
                {"england-and-wales": {"events": [
                    {"date": "2030-01-01"}, {"date": "2030-07-05"}, {"date": "2030-12-25"}]},
                 "scotland": {"events": []}}""");

        try (ConfigurableApplicationContext application = start(list.toString())) {
            assertThat(application.getBean(BankHolidays.class).in(2030, Country.ENGLAND))
                    .contains(ONE_OFF);
        }
    }

    @Test
    void withoutItTheShippedListCounts() {
        try (ConfigurableApplicationContext application = start(null)) {
            assertThat(application.getBean(BankHolidays.class).in(2026, Country.SCOTLAND))
                    .contains(LocalDate.of(2026, 6, 15));
        }
    }

    @Test
    void aListThatIsNotThereRefusesTheStart() {
        String nowhere = folder.resolve("nowhere.json").toString();

        assertThatThrownBy(() -> start(nowhere))
                .hasRootCauseInstanceOf(IOException.class)
                .hasStackTraceContaining("The bank holidays cannot be read from " + nowhere);
    }

    /** As little of the application as has bank holidays. */
    private static ConfigurableApplicationContext start(String variable) {
        StandardEnvironment environment = new StandardEnvironment();
        Map<String, Object> variables = variable == null ? Map.of() : Map.of("CRITICAL_FRIEND_BANK_HOLIDAYS", variable);
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        return new SpringApplicationBuilder(BankHolidays.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .environment(environment)
                .run();
    }
}
