package org.criticalfriend.engine.dates;

import java.util.List;

/**
 * A running process with what in it has a date.
 *
 * @param businessKey by which its record is known
 * @param steps open user tasks
 * @param timers of everything that is open, those that have fired included
 */
public record OpenProcess(String businessKey, List<OpenStep> steps, List<OpenTimer> timers) {}
