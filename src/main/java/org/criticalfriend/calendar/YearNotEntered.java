package org.criticalfriend.calendar;

/** A date was asked for in a school year whose terms are not entered. Nothing is guessed. */
public class YearNotEntered extends RuntimeException {

    /**
     * @param school the school whose calendar was asked, as people know it
     * @param year the school year that is missing
     */
    public YearNotEntered(String school, SchoolYear year) {
        super("The term dates of %s for %s are not entered. Enter them in the school calendar, then try again."
                .formatted(year, school));
    }
}
