package org.criticalfriend.review;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;

/**
 * Something that was not done in time.
 *
 * @param what id of the timer that said so, as in the model
 * @param since when it said so first
 */
record Lateness(@Id UUID id, UUID review, String what, Instant since) {}
