package org.criticalfriend.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The application's own settings; README lists them.
 *
 * @param sample whether the sample is loaded into an empty database
 * @param address where people reach the application, such as {@code https://reviews.example.org}; empty for this machine
 * @param firstAdministratorPassword password of the sign-in {@code admin} that is made when nobody administers yet
 */
@ConfigurationProperties("critical-friend")
public record Settings(
        boolean sample, @DefaultValue("") String address, @DefaultValue("") String firstAdministratorPassword) {}
