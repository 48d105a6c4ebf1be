package org.criticalfriend.change;

import java.util.Locale;
import org.criticalfriend.calendar.SchoolTime;

/** A change of plan in words, for whoever asked and whoever is in charge. */
final class ChangeWords {

    private ChangeWords() {}

    /** What was asked for. */
    static String of(ChangeOfPlan change) {
        StringBuilder words = new StringBuilder(change.kind().words());
        change.appointment()
                .filter(meeting ->
                        change.kind() == ChangeKind.MOVE_APPOINTMENT || change.kind() == ChangeKind.SCHOOL_CLOSED)
                .ifPresent(meeting -> words.append(": ").append(meeting.words().toLowerCase(Locale.UK)));
        change.wishedDay().ifPresent(day -> words.append(", if possible on ").append(SchoolTime.words(day)));
        return words.append(".").toString();
    }

    /** What has become of it. */
    static String outcome(ChangeOfPlan change) {
        return change.outcome()
                .map(outcome -> switch (outcome) {
                    case CHANGED -> "The plan has changed.";
                    case KEPT -> "It was decided that everything stays as it is.";
                    case BUFFERED -> "Somebody is asked to stand in.";
                    case LAPSED -> "The review has ended meanwhile.";
                })
                .orElse("It is being decided.");
    }
}
