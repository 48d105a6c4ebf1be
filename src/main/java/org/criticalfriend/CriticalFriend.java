package org.criticalfriend;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the application. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class CriticalFriend {

    /**
     * Starts the application.
     *
     * @param arguments settings as {@code --name=value}; README lists them
     */
    public static void main(String[] arguments) {
        // The engine stores time stamps in the zone of the JVM. School time is Europe/London, in calendar only.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(CriticalFriend.class, arguments);
    }
}
