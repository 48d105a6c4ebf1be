package org.criticalfriend.change;

import java.util.Arrays;
import java.util.List;
import org.criticalfriend.duty.StandIns;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.RunningReviews.Seen;

/** Why a plan cannot stay as it is. Only whoever asked and whoever is in charge know it; others see new dates without a reason. */
enum ChangeKind {
    OFSTED(
            "Ofsted has called",
            "The review waits at once: its invitations are cancelled until it has a new day. Nobody else is told why."),
    SCHOOL_CLOSED(
            "Our school is closed on the day",
            "Snow, a burst pipe, an extra bank holiday: another day has to be found."),
    ILLNESS(
            "I am ill, or cannot come",
            "You are off every seat of yours on this review at once; if somebody is needed there, they are asked. Nobody asks why."),
    POSTPONE("Put the visit off", "Another day for the visit, and what hangs on it moves along."),
    GO_VIRTUAL("Meet from afar", "The day stays, and people meet by a link."),
    CANCEL("Cancel the review", "The last way out: the team is released."),
    CHANGE_OF_PERSON("Somebody else on the team", "Another person for a seat."),
    MOVE_APPOINTMENT(
            "Move a meeting",
            "To a day inside its window it moves at once; to another day, or if you name none, whoever is in charge decides. The visit stays.");

    private final String words;
    private final String meaning;

    ChangeKind(String words, String meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    /** As whoever asks would say it. */
    String words() {
        return words;
    }

    /** What happens then, in a sentence or two. */
    String meaning() {
        return meaning;
    }

    /** Whether it is about the day of the visit. */
    boolean isAboutTheVisit() {
        return this == OFSTED || this == SCHOOL_CLOSED || this == POSTPONE || this == CANCEL;
    }

    /** Whether a person may ask for it: the host for its school, the team for its time, whoever is in charge for everything but being ill. */
    boolean isFor(Seen seen) {
        boolean comes = seen.duties().stream().anyMatch(duty -> !StandIns.include(duty));
        return switch (this) {
            case OFSTED -> notVisited(seen) && (seen.hostLeadership() || seen.inCharge());
            case SCHOOL_CLOSED -> notVisited(seen) && (seen.hostLeadership() || seen.hostOffice() || seen.inCharge());
            case ILLNESS -> !seen.duties().isEmpty();
            case POSTPONE, GO_VIRTUAL ->
                notVisited(seen)
                        && (seen.hostLeadership() || seen.duties().contains(Duty.LEAD_REVIEWER) || seen.inCharge());
            case CANCEL -> notVisited(seen) && (seen.hostLeadership() || seen.inCharge());
            case CHANGE_OF_PERSON -> seen.inCharge();
            case MOVE_APPOINTMENT ->
                !seen.review().hasNoDate() && (seen.hostLeadership() || seen.hostOffice() || comes || seen.inCharge());
        };
    }

    private static boolean notVisited(Seen seen) {
        return !seen.review().visited();
    }

    /** What a person may ask for at present. */
    static List<ChangeKind> of(Seen seen) {
        return seen.review().over()
                ? List.of()
                : Arrays.stream(values()).filter(kind -> kind.isFor(seen)).toList();
    }
}
