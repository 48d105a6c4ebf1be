package org.criticalfriend.review;

import java.time.LocalDate;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;

/** A review cannot be held on such dates. The message says why in words, and nothing was changed. */
public class DatesRefused extends RuntimeException {

    DatesRefused(String words) {
        super(words);
    }

    /** The same refusal, for one of several reviews. */
    DatesRefused of(String reference) {
        return new DatesRefused("%s: %s".formatted(reference, getMessage()));
    }

    /** @throws DatesRefused if a review is over */
    static void ifFollowedUp(Review review) {
        if (review.followUp() != null) {
            throw new DatesRefused("This review has been followed up. Its dates stay.");
        }
    }

    /** @throws DatesRefused if a review waits for a new day */
    static void ifPaused(Review review) {
        if (review.pausedAt() != null) {
            throw new DatesRefused(
                    "This review waits for a new day, and whoever is in charge is asked for one. Please decide there first.");
        }
    }

    /** @throws DatesRefused if a day has passed */
    static void ifPast(LocalDate day, LocalDate today) {
        if (day.isBefore(today)) {
            throw new DatesRefused(
                    "%s has passed. Please choose a day that is still to come.".formatted(SchoolTime.words(day)));
        }
    }

    /** @throws DatesRefused unless a visit may be held from {@code first} to {@code last} */
    static void unlessPossible(ReviewDates dates, LocalDate first, LocalDate last) {
        if (dates.review().hasFeedback()) {
            throw new DatesRefused("The visit has taken place: its feedback is given. Its date stays.");
        }
        if (last.isBefore(first)) {
            throw new DatesRefused("The visit ends on %s, before it begins on %s."
                    .formatted(SchoolTime.words(last), SchoolTime.words(first)));
        }
        for (LocalDate day : new LocalDate[] {first, last}) {
            if (!dates.host().isPupilDay(day)) {
                throw new DatesRefused("The host school has no pupils in school on %s, so it cannot be visited then."
                        .formatted(SchoolTime.words(day)));
            }
        }
        int longest = dates.review().kind().longestVisit();
        if (dates.host().pupilDaysBetween(first, last) >= longest) {
            throw new DatesRefused("A visit takes %d school days at most; from %s to %s it would take more."
                    .formatted(longest, SchoolTime.words(first), SchoolTime.words(last)));
        }
    }

    /** @throws DatesRefused unless a meeting may be held on {@code day} */
    static void unlessPossible(ReviewDates dates, AppointmentKind meeting, LocalDate day) {
        if (meeting == AppointmentKind.VISIT) {
            throw new DatesRefused("A visit moves with everything that hangs on it. Please move the visit itself.");
        }
        ifPaused(dates.review());
        if (!dates.meetingsToHold().contains(meeting)) {
            throw new DatesRefused("This meeting has been held. Its date stays.");
        }
        if (!dates.host().isPupilDay(day)) {
            throw new DatesRefused("The host school is closed to pupils on %s. The next school day is %s."
                    .formatted(
                            SchoolTime.words(day), SchoolTime.words(dates.host().forward(day))));
        }
        boolean before = day.isBefore(dates.review().visitFirst());
        boolean after = day.isAfter(dates.review().visitLast());
        if (meeting == AppointmentKind.PLANNING_MEETING ? !before : !after) {
            throw new DatesRefused(
                    "%s does not fit to the visit on %s: the planning meeting comes before it, workshop and follow-up after it."
                            .formatted(SchoolTime.words(day), Heading.visitInWords(dates.review())));
        }
    }
}
