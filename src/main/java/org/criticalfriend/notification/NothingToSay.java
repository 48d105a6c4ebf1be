package org.criticalfriend.notification;

/**
 * The occasion does not hold any more; nothing is sent.
 *
 * @param reason for the record, in words, such as <i>The step is done.</i>; at most 200 characters, nothing that a person typed
 */
public record NothingToSay(String reason) implements ToSay {}
