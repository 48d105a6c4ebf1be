package org.criticalfriend.engine.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What {@code validationType} of a text field asks for. */
enum TextPreset {

    /** As form-js does in the browser: the e-mail address of the HTML standard. */
    EMAIL(
            "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
                    + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$",
            "please give an e-mail address such as name@school.example"),

    /**
     * An international number without spaces. form-js looks for the same shape, at the end of the text, and knows the
     * country codes as well: what passes there passes here.
     */
    PHONE("(?:\\+|00)[1-9]\\d{5,29}$", "please give a phone number with country code and no spaces");

    private final TextPattern pattern;
    private final String words;

    TextPreset(String pattern, String words) {
        this.pattern = TextPattern.of(pattern);
        this.words = words;
    }

    /** @param name as in the form: {@code email}, {@code phone} */
    static Optional<TextPreset> of(String name) {
        return Arrays.stream(values())
                .filter(preset -> preset.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    boolean fits(String text) {
        return pattern.isFoundIn(text);
    }

    String words() {
        return words;
    }
}
