package org.criticalfriend.partnership;

import java.util.Collection;
import java.util.Optional;

/** What the register demands of an entry. Each demand that is not met is refused in words. */
final class Demand {

    private static final String ID = "[A-Za-z0-9]{1,64}";

    private Demand() {}

    /** @throws EntryRefused with these words unless the demand is met */
    static void that(boolean met, String words, Object... values) {
        if (!met) {
            throw new EntryRefused(words.formatted(values));
        }
    }

    /** An id stands in addresses and is the engine's user id, which allows letters and digits only. */
    static void id(String what, String id) {
        that(
                id.matches(ID),
                "\"%s\" cannot be the id of a %s. Use up to 64 letters and digits, without spaces, hyphens or dots.",
                id,
                what);
    }

    /** Text that has to be there and to fit. */
    static void text(String what, String text, int longest) {
        that(!text.isBlank(), "Please enter %s.", what);
        fits(what, text, longest);
    }

    /** Text that has to fit where there is any. */
    static void text(String what, Optional<String> text, int longest) {
        text.ifPresent(given -> text(what, given, longest));
    }

    /** Text that may be empty and has to fit. */
    static void fits(String what, String text, int longest) {
        that(
                text.length() <= longest,
                "Please shorten %s: it has %d characters, and %d fit.",
                what,
                text.length(),
                longest);
    }

    /** Words of a list, each of which has to be there and to fit. */
    static void texts(String what, Collection<String> texts, int longest) {
        texts.forEach(text -> text(what, text, longest));
    }
}
