package org.criticalfriend.engine.form;

import java.util.Set;

/** The rules under {@code validate} that the gate can check. form-js drops the others without a word, or breaks on them. */
final class KnownRules {

    private static final Set<String> OF_TEXT =
            Set.of("required", "minLength", "maxLength", "pattern", "validationType");
    private static final Set<String> OF_NUMBER = Set.of("required", "min", "max");
    private static final Set<String> OF_OTHER_FIELDS = Set.of("required");

    private KnownRules() {}

    /** @throws FormSchemaException if the component has a rule that is not known for its type */
    static void demand(Component component) {
        Set<String> known =
                switch (component.type()) {
                    case "textfield", "textarea" -> OF_TEXT;
                    case "number" -> OF_NUMBER;
                    case "group", "dynamiclist", "expression" -> Set.of();
                    default -> OF_OTHER_FIELDS;
                };
        for (String rule : component.names("validate")) {
            if (!known.contains(rule) && !isTrace(component, rule)) {
                throw component.refused("has a rule " + rule + " that is not known for it", "Take the rule out");
            }
        }
    }

    // Editors leave such traces of rules that were taken away again.
    private static boolean isTrace(Component component, String rule) {
        return component
                .property("validate/" + rule)
                .filter(value -> value.isBoolean() && !value.booleanValue()
                        || value.isTextual() && value.textValue().isEmpty())
                .isPresent();
    }
}
