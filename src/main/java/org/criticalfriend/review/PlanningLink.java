package org.criticalfriend.review;

import java.util.UUID;
import org.springframework.data.annotation.Id;

/** Data or a document that the team should read beforehand (P14): where it lies, not a copy of it. */
record PlanningLink(@Id UUID id, UUID review, int number, String title, String address) {}
