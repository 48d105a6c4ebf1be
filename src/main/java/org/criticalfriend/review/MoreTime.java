package org.criticalfriend.review;

import java.time.LocalDate;

/**
 * That a step which was late may be done later.
 *
 * @param late id of the timer that says when it is late
 * @param step id of the step
 * @param until the day by which it is to be done
 */
record MoreTime(String late, String step, LocalDate until) {}
