package org.criticalfriend.engine.form;

/**
 * A form that the gate cannot guard: it would let pass what the form forbids, or refuse what the browser allows. Such a
 * form must not be used. The message names the form, the component and what to do, for the person who edits the form.
 */
public final class FormSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String formId;

    FormSchemaException(String formId, String component, String problem, String remedy) {
        super("Form \"%s\": %s %s. %s.".formatted(formId, component, problem, remedy));
        this.formId = formId;
    }

    /** The form's id; {@code unknown} if it has none. */
    public String formId() {
        return formId;
    }
}
