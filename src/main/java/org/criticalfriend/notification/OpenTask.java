package org.criticalfriend.notification;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A user task that is open and has a due date, as the engine has it now.
 *
 * @param id key of the task
 * @param activity id in the model
 * @param name as people read it
 * @param due the day in school
 * @param assignee id of whoever does it, unless they have left
 * @param school id of that person's own school
 * @param reference the business key of its process
 */
record OpenTask(
        String id,
        String activity,
        String name,
        LocalDate due,
        Optional<String> assignee,
        Optional<String> school,
        Optional<String> reference) {}
