package org.criticalfriend.duty;

import java.time.LocalDate;

/**
 * A person is wanted on a day that they have given to another review. To which is not told: it may be another partnership's.
 *
 * @param person id of the person
 * @param day the day in school time
 */
public record Clash(String person, LocalDate day) {}
