package org.criticalfriend.engine.form;

import java.util.Optional;
import java.util.Set;

/**
 * A task that somebody has opened or hands in.
 *
 * @param id the engine's id of the task
 * @param activity id of the activity in the model, such as {@code HoldPlanningMeeting}
 * @param reference the business key: which review it belongs to
 * @param seat id of the seat whose task it is, where a step is done by several seats
 * @param subject id of the record that its process is about, where a process is about one of several, such as one offer of support
 * @param assignee the person it is assigned to
 * @param routing names of the variables that the model declares for this step (extension property {@code routing})
 */
public record TaskInHand(
        String id,
        String activity,
        String reference,
        Optional<String> seat,
        Optional<String> subject,
        Optional<String> assignee,
        Set<String> routing) {}
