package org.criticalfriend.notification;

/**
 * A personal link that somebody has opened; it was signed by this application and has not expired.
 *
 * @param purpose name of the {@link LinkPurpose}
 * @param subject what it is about, an identifier
 * @param person id of whoever it was made for
 */
public record PersonalLink(String purpose, String subject, String person) {}
