package org.criticalfriend.review;

import java.util.Set;
import java.util.UUID;

/**
 * What is counted in school days has followed a change of a calendar; appointments have stayed where they were. Published in the
 * transaction of that change.
 *
 * @param reviews keys of the open reviews with a host or people of the schools concerned, at least one
 */
public record CalendarFollowed(Set<UUID> reviews) {}
