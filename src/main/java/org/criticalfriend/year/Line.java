package org.criticalfriend.year;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.review.Stage;

/**
 * One thing in the year: an appointment of a review, or days on which schools are closed.
 *
 * @param what its kind
 * @param name the same in words; of a closure as people call it
 * @param schools name of the host school; of a closure, of all schools that have the same
 * @param first its first day
 * @param last its last day
 * @param times when it begins and ends by the clocks in school, on each day; empty if it takes whole days
 * @param place where people meet; empty if that is not known, and for closures
 * @param review the review of which it is; empty for closures
 * @param mine whether the reader is invited, or it is their own school that is closed
 */
record Line(
        Entry what,
        String name,
        String schools,
        LocalDate first,
        LocalDate last,
        Optional<Times> times,
        String place,
        Optional<Standing> review,
        boolean mine) {

    /** When something begins and ends, on each of its days. */
    record Times(LocalTime starts, LocalTime ends) {}

    /**
     * How the review stands.
     *
     * @param reference of the review
     * @param stage what is next, or how it ended
     * @param words the same in words
     * @param late whether what is next should be done by now
     */
    record Standing(String reference, Stage stage, String words, boolean late) {

        /** As style sheets name it. */
        public String style() {
            return "state-" + stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** In words, with whether it is still open. */
        public String inFull() {
            return late ? words + ", still open" : words;
        }
    }

    /** Whether it is an appointment of a review. */
    public boolean isOfReview() {
        return review.isPresent();
    }

    /** How its review stands; for appointments only. */
    public Standing standing() {
        return review.orElseThrow();
    }

    /** The day or days, in words. */
    public String days() {
        return first.equals(last)
                ? SchoolTime.shortWords(first)
                : SchoolTime.shortWords(first) + " to " + SchoolTime.shortWords(last);
    }

    /** The times in words; empty if it takes whole days. */
    public String clock() {
        return times.map(at -> at.starts() + " to " + at.ends()).orElse("");
    }
}
