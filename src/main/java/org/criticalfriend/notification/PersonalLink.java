package org.criticalfriend.notification;

/**
 * What a link in a mail is for, and whose it is.
 *
 * @param purpose name of the {@link LinkPurpose}
 * @param subject what it is about; an identifier, never content
 * @param person id of whoever got the mail
 */
public record PersonalLink(String purpose, String subject, String person) {}
