package org.criticalfriend.review;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;

/**
 * That another driving question was asked for (G9).
 *
 * @param drivingQuestion which one stood until then
 * @param askedBy id of the person
 */
record QuestionChange(@Id UUID id, UUID review, String drivingQuestion, String askedBy, Instant askedAt) {}
