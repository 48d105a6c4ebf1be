package org.criticalfriend.partnership;

import java.time.LocalDate;

/**
 * What an employer says of a person's DBS check: that it is in order, or that this is not confirmed any more, and since when. No more
 * is kept: no number, no kind, no content of a certificate.
 *
 * @param person id of the person
 * @param version goes up by one with each change; 0 when nothing has been said yet
 * @param confirmed whether the check is in order
 * @param on the day on which the employer said so
 * @param by id of the person who said it for the employer
 */
public record DbsConfirmation(String person, int version, boolean confirmed, LocalDate on, String by) {}
