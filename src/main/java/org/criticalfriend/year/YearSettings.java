package org.criticalfriend.year;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How years are planned; README lists it.
 *
 * @param search whether this node searches for plans
 * @param every how often it looks whether a plan is wanted
 * @param atMost how long a search may take, at most ten minutes
 * @param withoutBetter how long it goes on after the best plan so far
 * @param lease how long a node has a search for itself; another begins it anew if the node has died
 */
@ConfigurationProperties("critical-friend.planning")
public record YearSettings(
        @DefaultValue("true") boolean search,
        @DefaultValue("1s") Duration every,
        @DefaultValue("1m") Duration atMost,
        @DefaultValue("10s") Duration withoutBetter,
        @DefaultValue("30s") Duration lease) {}
