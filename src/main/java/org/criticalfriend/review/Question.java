package org.criticalfriend.review;

import java.util.UUID;
import org.springframework.data.annotation.Id;

/** A question that the team sends to the host before the visit (G13). */
record Question(@Id UUID id, UUID review, int number, String text) {

    /** As it stands in lists: {@code 2. How do …?} */
    String numbered() {
        return number + ". " + text;
    }
}
