package org.criticalfriend.review;

import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** One observation, of a kind (G12), linked to a question. It belongs to a seat: whoever fills it may correct it. */
record EvidenceItem(
        @Id UUID id, @Version Integer version, UUID review, UUID seat, UUID question, String type, String note) {

    static EvidenceItem noted(Review review, UUID seat, UUID question, String type, String note) {
        return new EvidenceItem(Reviews.newId(), null, review.id(), seat, question, type, note);
    }

    /** The same observation, corrected. */
    EvidenceItem corrected(UUID toQuestion, String toType, String toNote) {
        return new EvidenceItem(id, version, review, seat, toQuestion, toType, toNote);
    }

    /** Enough of it to know it by in a list. */
    String inShort() {
        return "%s: %s".formatted(EvidenceType.words(type), Beginning.of(note));
    }
}
