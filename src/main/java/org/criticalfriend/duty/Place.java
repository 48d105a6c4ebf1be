package org.criticalfriend.duty;

import java.util.Comparator;
import java.util.UUID;
import org.criticalfriend.partnership.Duty;

/**
 * Where a person stands on a review: their occupancy together with its seat.
 *
 * @param occupancy key of the occupancy
 * @param person id of the person
 * @param review key of the review
 * @param duty of the seat
 * @param fills whether they hold the seat, or are only asked for it
 */
record Place(UUID occupancy, String person, UUID review, Duty duty, boolean fills) {

    /** For which of several places of one person a day is given: what they do goes before what they might do. */
    static final Comparator<Place> WEIGHTIEST_FIRST = Comparator.comparing((Place place) -> !place.fills())
            .thenComparing(place -> StandIns.include(place.duty()))
            .thenComparing(Place::occupancy);
}
