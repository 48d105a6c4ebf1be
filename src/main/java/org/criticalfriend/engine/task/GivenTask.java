package org.criticalfriend.engine.task;

import java.time.Instant;
import java.util.Optional;

/**
 * An open task, as one tells of it.
 *
 * @param id of the task
 * @param activity its id in the model
 * @param name what is to be done, as the model has it
 * @param documentation what the model says about it; empty if it says nothing
 * @param reference of what it belongs to (the business key), if to anything
 * @param assignee id of whoever does it, if anybody
 * @param due until when, if there is a date
 */
public record GivenTask(
        String id,
        String activity,
        String name,
        String documentation,
        Optional<String> reference,
        Optional<String> assignee,
        Optional<Instant> due) {}
