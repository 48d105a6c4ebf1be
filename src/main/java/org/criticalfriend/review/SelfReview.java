package org.criticalfriend.review;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;

/**
 * How the host sees its own work before anybody comes (F15, F17); its statements are {@link SelfReviewStatement}s.
 *
 * @param hopes what the school hopes that the visit finds out; null if it has not said
 * @param handedInAt when it was handed in
 */
record SelfReview(@Id UUID id, UUID review, String hopes, Instant handedInAt) {}
