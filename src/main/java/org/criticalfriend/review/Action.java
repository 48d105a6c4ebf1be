package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

/**
 * An agreed step (G27) and, from the follow-up on, how far it has come (P40).
 *
 * @param target the target it serves; null if it serves none
 * @param finding the finding it answers; null if it answers none. Without target and finding it serves the commitment of the staff
 * @param owner a role, not a name
 * @param theme by which needs of several schools are brought together (P20); null if none was chosen
 * @param measure where it starts, where it shall lead, where it stands (F16)
 * @param keyIssue whether it works on a key issue of the school (P28)
 * @param sdpLink where it stands in the school development plan (P35); null if nowhere
 * @param support the help that was agreed, in words; who was asked for it is a {@link Support}
 * @param status {@code ON_TRACK}, {@code AT_RISK}, {@code OFF_TRACK}, {@code DONE} or {@code DROPPED}; null before the follow-up
 * @param evidence what shows the status; of one that was dropped, why
 */
record Action(
        @Id UUID id,
        @Version Integer version,
        UUID review,
        int number,
        UUID target,
        UUID finding,
        String what,
        String owner,
        LocalDate due,
        String theme,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) Measure measure,
        String successSign,
        boolean keyIssue,
        String sdpLink,
        String support,
        String status,
        String evidence) {

    /** As it stands in lists: {@code 2. Open classrooms …}. */
    String numbered() {
        return number + ". " + what;
    }

    Action withProgress(String nowStatus, String nowEvidence, String measuredNow) {
        return new Action(
                id,
                version,
                review,
                number,
                target,
                finding,
                what,
                owner,
                due,
                theme,
                measure.withNow(measuredNow),
                successSign,
                keyIssue,
                sdpLink,
                support,
                nowStatus,
                nowEvidence);
    }
}
