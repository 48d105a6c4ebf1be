package org.criticalfriend.review;

import java.util.UUID;
import org.springframework.data.annotation.Id;

/**
 * Something to have ready for the visit (P14).
 *
 * @param byWhom a role, not a name; null if nobody was named
 */
record PreparationItem(@Id UUID id, UUID review, int number, String what, String byWhom) {}
