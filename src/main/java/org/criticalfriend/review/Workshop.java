package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.annotation.Id;

/**
 * What everybody on a review may know of its improvement workshop. Its notes are elsewhere ({@link ForFewEyes}).
 *
 * @param heldOn day on which it was held
 * @param commitment one sentence, written by the staff (F11)
 * @param headWasThere whether the host's head was there, having asked for it beforehand (P26)
 */
record Workshop(@Id UUID id, UUID review, LocalDate heldOn, String commitment, boolean headWasThere) {}
