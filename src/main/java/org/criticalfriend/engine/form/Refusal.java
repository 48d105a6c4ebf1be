package org.criticalfriend.engine.form;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.YearNotEntered;

/**
 * What a person wanted is not done, and nothing has changed. The message is shown to them as it is, in Tasklist and in REST's
 * answer; it never repeats what they typed.
 */
public class Refusal extends WebApplicationException {

    private Refusal(String words, Response.Status status) {
        super(words, status);
    }

    /** Something handed in has to be corrected: status 400. */
    public static Refusal of(String words) {
        return new Refusal(words, Response.Status.BAD_REQUEST);
    }

    /** Several things handed in have to be corrected: status 400. */
    public static Refusal of(List<Breach> breaches) {
        return of(breaches.stream().map(Refusal::sentence).collect(Collectors.joining(". ", "", ".")));
    }

    /** A label that asks a question ends with its own mark. */
    private static String sentence(Breach breach) {
        return breach.field() + (breach.field().endsWith("?") ? " – " : ": ") + breach.words();
    }

    /** The person may not do this: status 403. */
    public static Refusal forbidden(String words) {
        return new Refusal(words, Response.Status.FORBIDDEN);
    }

    /** Others wrote the same record at the same moment, several times in a row: status 409. */
    static Refusal overtaken() {
        return new Refusal(
                "Somebody else is working on this review at the same moment. Nothing of yours is lost: please hand in once more.",
                Response.Status.CONFLICT);
    }

    /** The record could not take it, for instance because a form allows longer texts than the record: status 400. */
    static Refusal notKept() {
        return of(
                "This could not be kept, and nothing has changed. Shorten long texts and hand in once more; if it stays, tell"
                        + " your administrator the time.");
    }

    /** A date of the step lies in a school year whose terms are missing: status 409. */
    static Refusal blocked(YearNotEntered missing) {
        return new Refusal(
                missing.getMessage()
                        + " Until then this step has no dates; nothing has changed. Please tell your partnership lead.",
                Response.Status.CONFLICT);
    }

    /** A process owner has deployed a form that cannot be guarded: status 409. */
    static Refusal unusableForm(FormSchemaException form) {
        return new Refusal(
                "The form of this step cannot be used at present. Please tell your process owner: " + form.getMessage(),
                Response.Status.CONFLICT);
    }

    /** The task was there a moment ago: status 404, with the reason. */
    static Refusal gone(String words) {
        return new Refusal(words, Response.Status.NOT_FOUND);
    }

    /** There is no such task, or none that this person may see; which of the two is not told: status 404. */
    public static Refusal noSuchTask() {
        return new Refusal(
                "This task is not there any more: it has been done or given to somebody else. Go back to your list of tasks.",
                Response.Status.NOT_FOUND);
    }
}
