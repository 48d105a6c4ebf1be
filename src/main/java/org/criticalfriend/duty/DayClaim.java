package org.criticalfriend.duty;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A day that a person gives to a review. Nobody gives a day twice.
 *
 * @param id key
 * @param occupancy key of the occupancy for which it is given
 * @param person id of the person
 * @param heldOn the day in school time
 * @param review key of the review
 * @param appointment what happens that day; the first in order where there are two
 */
public record DayClaim(
        UUID id, UUID occupancy, String person, LocalDate heldOn, UUID review, AppointmentKind appointment) {}
