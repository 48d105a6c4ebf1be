/**
 * What people hear of the system outside it: the outbox, mails, invitations, personal links, the daily round. It knows nobody's
 * business: what a mail is about, whether that still holds and with what words, says an
 * {@link org.criticalfriend.notification.Occasion} that others implement.
 */
package org.criticalfriend.notification;
