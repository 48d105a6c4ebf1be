package org.criticalfriend.notification;

import java.util.Optional;

/**
 * A letter in its final words, ready to be sent. Text and HTML say the same.
 *
 * @param subject one line
 * @param text for programs that show no HTML, and for people who like it better
 * @param html a whole page; loads nothing from anywhere
 * @param invitation calendar part, if the mail has one
 */
public record Mail(String subject, String text, String html, Optional<Letter.CalendarPart> invitation) {}
