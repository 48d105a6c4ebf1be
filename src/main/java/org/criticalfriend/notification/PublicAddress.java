package org.criticalfriend.notification;

import org.criticalfriend.access.Settings;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where people reach the application from a mail: the setting {@code critical-friend.address}, or else this machine. */
@Component
public class PublicAddress {

    private final Settings settings;
    private final Environment environment;

    PublicAddress(Settings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /** Without a slash at the end, such as {@code https://reviews.example.org}. */
    public String base() {
        String set = settings.address().strip().replaceAll("/+$", "");
        return set.isEmpty() ? "http://localhost:" + port() : set;
    }

    /**
     * A whole address.
     *
     * @param path from the root, beginning with a slash
     */
    public String of(String path) {
        return base() + path;
    }

    /** The port is known when the server is up; mails are written after that. */
    private String port() {
        return environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    }
}
