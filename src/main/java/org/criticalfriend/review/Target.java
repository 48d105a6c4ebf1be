package org.criticalfriend.review;

import java.util.UUID;
import org.springframework.data.annotation.Id;

/**
 * What the staff of the host want to reach, set at the improvement workshop (P26).
 *
 * @param finding the finding it answers; null if it serves the commitment
 * @param theme by which needs and good practice of several schools are brought together (P20); null if none was chosen
 */
record Target(@Id UUID id, UUID review, int number, UUID finding, String text, String theme) {

    /** As it stands in lists: {@code 2. Every child …}. */
    String numbered() {
        return number + ". " + text;
    }
}
