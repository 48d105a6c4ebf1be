package org.criticalfriend.review;

import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** A statement under a question, given as information (G21, G22). */
record Finding(
        @Id UUID id, @Version Integer version, UUID review, int number, UUID question, String kind, String text) {}
