package org.criticalfriend.duty;

import java.util.UUID;

/** The lock on the row of a review, as it is noted in {@link org.criticalfriend.reading.ReadOnce}. */
public record ReviewRow(UUID review) {}
