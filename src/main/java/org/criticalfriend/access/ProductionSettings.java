package org.criticalfriend.access;

import java.util.ArrayList;
import java.util.List;
import org.criticalfriend.engine.StartRefused;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** With the profile {@code production}, refuses to start on anything that is good only for trying out. */
public class ProductionSettings implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment settings, SpringApplication application) {
        if (settings.acceptsProfiles(Profiles.of("production"))) {
            List<String> faults = faults(settings);
            if (!faults.isEmpty()) {
                throw new StartRefused(
                        "The profile production is on, and these settings do not fit it:\n  - "
                                + String.join("\n  - ", faults),
                        "Set them as environment variables (README, section Settings) and start again.");
            }
        }
    }

    private static List<String> faults(ConfigurableEnvironment settings) {
        List<String> faults = new ArrayList<>();
        if (!settings.getProperty("spring.datasource.url", "").startsWith("jdbc:postgresql:")) {
            faults.add("SPRING_DATASOURCE_URL must name a PostgreSQL database (jdbc:postgresql://host/database);"
                    + " H2 is for trying out.");
        }
        if (isMissing(settings, "spring.datasource.username")
                || "sa".equals(settings.getProperty("spring.datasource.username"))) {
            faults.add("SPRING_DATASOURCE_USERNAME is missing: the database's user.");
        }
        if (isMissing(settings, "spring.datasource.password")) {
            faults.add("SPRING_DATASOURCE_PASSWORD is missing: the database user's password.");
        }
        if (!settings.getProperty("critical-friend.address", "").startsWith("https://")) {
            faults.add(
                    "CRITICAL_FRIEND_ADDRESS is missing: where people reach the application, beginning with https://.");
        }
        if (isMissing(settings, "spring.mail.host") && isMissing(settings, "spring.mail.jndi-name")) {
            faults.add("SPRING_MAIL_HOST is missing: the mail server. Without it mails lie in files and reach nobody.");
        }
        if (settings.getProperty("critical-friend.mail.shown", Boolean.class, false)) {
            faults.add("CRITICAL_FRIEND_MAIL_SHOWN must not be true: administrators would read everybody's mails.");
        }
        if (settings.getProperty("critical-friend.sample", Boolean.class, false)) {
            faults.add("CRITICAL_FRIEND_SAMPLE must not be true: everybody knows the sample's password.");
        }
        return faults;
    }

    private static boolean isMissing(ConfigurableEnvironment settings, String name) {
        return settings.getProperty(name, "").isBlank();
    }

    /** After the configuration files have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
