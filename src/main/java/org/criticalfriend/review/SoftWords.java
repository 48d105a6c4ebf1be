package org.criticalfriend.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Hints on words that a review does without (G22), and on what looks like a name. The forms hold the same; they never hinder. */
final class SoftWords {

    /** Words of an inspection. */
    static final String OF_AN_INSPECTION =
            "(^|[^A-Za-z])([Oo]utstanding|[Ii]nadequate|[Rr]equires improvement|[Ss]pecial measures|[Gg]rade [1-4]|[Ff]ailing)([^A-Za-z]|$)";

    /** What looks like somebody's name. */
    static final String NAMES =
            "(^|[^A-Za-z])((Mr|Mrs|Miss|Ms|Mx|Dr)[.]? [A-Z][a-z]+|([Pp]upil|[Ss]tudent|[Cc]hild|[Bb]oy|[Gg]irl|[Tt]eacher) ((called|named) )?[A-Z][a-z]+)";

    private static final Pattern INSPECTION = Pattern.compile(OF_AN_INSPECTION);
    private static final Pattern NAME = Pattern.compile(NAMES);

    private SoftWords() {}

    /** What might be said otherwise in a text, in words; nothing in most. */
    static List<String> hints(String text) {
        List<String> hints = new ArrayList<>();
        if (INSPECTION.matcher(text).find()) {
            hints.add(
                    "A word of an inspection: this review says what was seen and does not grade. Could you describe it instead?");
        }
        if (NAME.matcher(text).find()) {
            hints.add(
                    "This looks like somebody's name: no pupil names, please, and adults by their role. If it is none, leave it.");
        }
        return hints;
    }
}
