package org.criticalfriend.engine.form;

import java.util.List;
import java.util.Map;

/** A part of a form that can carry values. What only shows something is no part. */
sealed interface Part {

    /** When this part, with all that is in it, is not shown. */
    Condition hide();

    /**
     * When a part's values cannot be changed. As in form-js, a disabled field is not submitted and a read-only one is;
     * what is inside a disabled or read-only group or list cannot be changed either.
     */
    record Lock(boolean disabled, Condition readOnly) {

        boolean isNever() {
            return !disabled && readOnly == Condition.NEVER;
        }

        boolean isAlways() {
            return disabled || readOnly == Condition.ALWAYS;
        }

        boolean holds(Feel feel, Map<String, Object> context) {
            return disabled || readOnly.holds(feel, context);
        }
    }

    /** One field that people fill in. */
    record Field(Binding binding, Condition hide, Lock lock, Input input, Object untouched) implements Part {}

    /** A field that the form computes: always, or only when it is submitted. */
    record Computed(Binding binding, Condition hide, FeelExpression expression, boolean onlyOnSubmit) implements Part {}

    /** Parts that are shown, hidden or locked together. Their bindings carry the group's path. */
    record Group(Condition hide, Lock lock, List<Part> parts) implements Part {}

    /**
     * A dynamic list: the same parts once for each row.
     *
     * @param addable whether rows can be added and removed
     * @param untouchedRows how many empty rows the browser shows if it was opened with no list
     * @param names what a row may carry
     */
    record Rows(
            Binding binding,
            Condition hide,
            Lock lock,
            boolean addable,
            int untouchedRows,
            Names names,
            List<Part> parts)
            implements Part {

        /** Whether row n of the answer can be told to be row n of what the form was opened with. */
        boolean canBeCompared() {
            return !addable || !lock.isNever();
        }
    }
}
