package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * An agreed step (G27) and, from the follow-up on, how far it has come (P40).
 *
 * @param finding the finding it answers; null if it answers none
 * @param owner a role, not a name
 * @param status {@code ON_TRACK}, {@code AT_RISK}, {@code OFF_TRACK} or {@code DONE}; null before the follow-up
 * @param evidence what shows the status
 */
record Action(
        @Id UUID id,
        @Version Integer version,
        UUID review,
        int number,
        UUID finding,
        String what,
        String owner,
        LocalDate due,
        String successSign,
        String support,
        String status,
        String evidence) {

    Action withProgress(String nowStatus, String nowEvidence) {
        return new Action(
                id, version, review, number, finding, what, owner, due, successSign, support, nowStatus, nowEvidence);
    }
}
