package org.criticalfriend.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.criticalfriend.engine.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class ProductionSettingsTest {

    private static final Map<String, String> GOOD = Map.of(
            "spring.datasource.url", "jdbc:postgresql://database/reviews",
            "spring.datasource.username", "reviews",
            "spring.datasource.password", "a password of the database",
            "critical-friend.address", "https://reviews.example.org",
            "spring.mail.host", "smtp.example.org");

    @Test
    void goodSettingsStart() {
        assertThatCode(() -> start(GOOD, "production")).doesNotThrowAnyException();
    }

    @Test
    void whatIsGoodOnlyForTryingOutStartsWithoutTheProfile() {
        assertThatCode(() -> start(Map.of(), "other")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, '', SPRING_DATASOURCE_URL",
        "spring.datasource.url, jdbc:h2:file:./data/critical-friend, SPRING_DATASOURCE_URL",
        "spring.datasource.username, '', SPRING_DATASOURCE_USERNAME",
        "spring.datasource.username, sa, SPRING_DATASOURCE_USERNAME",
        "spring.datasource.password, ' ', SPRING_DATASOURCE_PASSWORD",
        "critical-friend.address, '', CRITICAL_FRIEND_ADDRESS",
        "critical-friend.address, http://reviews.example.org, CRITICAL_FRIEND_ADDRESS",
        "spring.mail.host, '', SPRING_MAIL_HOST",
        "critical-friend.mail.shown, true, CRITICAL_FRIEND_MAIL_SHOWN",
        "critical-friend.sample, true, CRITICAL_FRIEND_SAMPLE"
    })
    void aSettingThatDoesNotFitIsNamedAndNoOther(String setting, String value, String named) {
        Map<String, String> settings = new LinkedHashMap<>(GOOD);
        settings.put(setting, value);

        assertThatThrownBy(() -> start(settings, "production"))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("The profile production is on, and these settings do not fit it:\n  - " + named)
                .message()
                .satisfies(words -> org.assertj.core.api.Assertions.assertThat(words.split("\n  - "))
                        .hasSize(2));
    }

    @Test
    void allThatIsMissingIsNamedAtOnce() {
        assertThatThrownBy(() -> start(Map.of("critical-friend.sample", "true"), "production"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll(
                        "SPRING_DATASOURCE_URL",
                        "SPRING_DATASOURCE_USERNAME",
                        "SPRING_DATASOURCE_PASSWORD",
                        "CRITICAL_FRIEND_ADDRESS",
                        "SPRING_MAIL_HOST",
                        "CRITICAL_FRIEND_SAMPLE");
    }

    @Test
    void aRefusalDoesNotRepeatThePassword() {
        Map<String, String> settings = new LinkedHashMap<>(GOOD);
        settings.remove("critical-friend.address");

        assertThatThrownBy(() -> start(settings, "production")).hasMessageNotContaining("a password of the database");
    }

    private static void start(Map<String, String> settings, String profile) {
        MockEnvironment environment = new MockEnvironment();
        settings.forEach(environment::setProperty);
        environment.setActiveProfiles(profile);
        new ProductionSettings().postProcessEnvironment(environment, null);
    }
}
