package org.criticalfriend.notification;

import java.util.List;
import java.util.Optional;

/**
 * What the page of a personal link says.
 *
 * @param heading its heading
 * @param paragraphs its text
 * @param button label of the button; empty if there is nothing to press (any more)
 */
public record LinkPage(String heading, List<String> paragraphs, Optional<String> button) {}
