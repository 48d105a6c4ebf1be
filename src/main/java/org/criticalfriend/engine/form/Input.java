package org.criticalfriend.engine.form;

import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of field: how its value looks in the browser, what the form asks of it, and how it is kept.
 *
 * <p>Between {@link #read} and {@link #kept} a value looks as in form-js, where {@code ""}, {@code null}, {@code false} and
 * the empty list are empty values, for that is what the form's FEEL expressions are written against.
 */
interface Input {

    /** What the browser holds while nothing has been filled in. */
    Object empty();

    /** What the browser makes of the value that the form is opened with; what does not fit becomes empty. */
    Object opened(Object value, Map<String, Object> known);

    /**
     * The submitted value as the browser held it.
     *
     * @param value {@code null} if nothing was submitted
     * @throws NotReadable if it is not of this field's type
     */
    Object read(Object value) throws NotReadable;

    /** What the form does not allow about {@code value}, as read, in words; empty if it is fine. */
    Optional<String> fault(Object value, Situation situation);

    /** The value for the record, in the types of {@link Answer}. Equal values are equal objects. */
    Object kept(Object value, ZonedDateTime now);

    /** What is kept of a field that was not asked because it is hidden. */
    default Object notAsked() {
        return null;
    }

    /** A value that is not of the type of its field; the message is for the person who filled it in. */
    final class NotReadable extends Exception {

        private static final long serialVersionUID = 1L;

        NotReadable(String words) {
            super(words);
        }
    }
}
