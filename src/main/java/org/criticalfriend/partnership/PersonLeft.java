package org.criticalfriend.partnership;

/**
 * Somebody has left: the day on which they do was entered, and from now on they count as gone. Published in the transaction in which it
 * was entered, perhaps more than once.
 *
 * @param person id of the person
 */
public record PersonLeft(String person) {}
