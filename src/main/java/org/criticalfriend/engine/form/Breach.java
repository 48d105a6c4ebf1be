package org.criticalfriend.engine.form;

/**
 * One thing in an answer that the form does not allow, in words for the person who filled it in. Neither part ever
 * repeats what was typed.
 *
 * @param field the label that people see, with its row: {@code Questions, row 2: Question}; {@code This form} if no field
 *     of the form is meant
 * @param words what is wrong or what to do: {@code please fill this in}
 */
public record Breach(String field, String words) {

    @Override
    public String toString() {
        return field + ": " + words;
    }
}
