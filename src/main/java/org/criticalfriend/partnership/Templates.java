package org.criticalfriend.partnership;

import java.util.List;
import java.util.Map;

/**
 * A partnership's own templates.
 *
 * @param questions questions from which a team may start, in their order
 * @param forms key of the form that takes the place of the usual one, by activity
 */
public record Templates(List<String> questions, Map<String, String> forms) {

    /** None of its own. */
    public static final Templates NONE = new Templates(List.of(), Map.of());

    /** Copies that cannot be changed. */
    public Templates {
        questions = List.copyOf(questions);
        forms = Map.copyOf(forms);
    }

    /** @throws EntryRefused if a question is empty or too long, or what names an activity or a form cannot be one */
    void check() {
        Demand.texts("the question", questions, 500);
        forms.forEach((activity, form) -> {
            Demand.that(
                    activity.matches("[A-Za-z][A-Za-z0-9_]{0,99}"),
                    "\"%s\" cannot be the id of an activity. Copy the id from the diagram, such as HoldPlanningMeeting.",
                    activity);
            Demand.that(
                    form.matches("[A-Za-z][A-Za-z0-9_-]{0,99}"),
                    "\"%s\" cannot be the key of a form. Copy the form's id from Modeler, such as hold-planning-meeting.",
                    form);
        });
    }
}
