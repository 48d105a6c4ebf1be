package org.criticalfriend.partnership;

/**
 * Where a school is may have changed, or who is what there. Published in the transaction that changes it, so that what depends on it
 * changes with it or not at all.
 *
 * @param school id of the school
 */
public record SchoolChanged(String school) {}
