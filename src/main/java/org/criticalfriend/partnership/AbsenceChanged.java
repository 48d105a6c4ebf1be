package org.criticalfriend.partnership;

/**
 * Somebody is away, or is here after all. Published in the transaction in which it is entered.
 *
 * @param person id
 */
public record AbsenceChanged(String person) {}
