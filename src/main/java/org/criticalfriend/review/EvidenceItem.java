package org.criticalfriend.review;

import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** One observation, of a kind (G12), linked to a question. */
record EvidenceItem(
        @Id UUID id, @Version Integer version, UUID review, UUID seat, UUID question, String type, String note) {}
