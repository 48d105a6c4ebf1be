package org.criticalfriend.notification;

import java.util.List;
import java.util.Optional;

/**
 * What a page behind a personal link says. Whoever has the mail sees it, so it says no more than the mail.
 *
 * @param heading what it is about
 * @param paragraphs in their order
 * @param button what pressing means; empty if there is nothing to press
 */
public record LinkPage(String heading, List<String> paragraphs, Optional<String> button) {

    /** A page with nothing to press. */
    public static LinkPage saying(String heading, String... paragraphs) {
        return new LinkPage(heading, List.of(paragraphs), Optional.empty());
    }

    /** The same with a button. */
    public LinkPage withButton(String words) {
        return new LinkPage(heading, paragraphs, Optional.of(words));
    }
}
