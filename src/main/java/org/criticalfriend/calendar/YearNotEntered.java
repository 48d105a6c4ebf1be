package org.criticalfriend.calendar;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A date was asked for in a school year whose terms are not entered. Nothing is guessed. */
public class YearNotEntered extends RuntimeException {

    private final transient SchoolYear year;

    /**
     * @param school the school whose calendar was asked, as people know it
     * @param year the school year that is missing
     */
    public YearNotEntered(String school, SchoolYear year) {
        super("The term dates of %s for %s are not entered. Enter them in the school calendar, then try again."
                .formatted(year, school));
        this.year = year;
    }

    /** The school year that is missing. */
    public SchoolYear year() {
        return year;
    }

    /** The missing year behind an exception: the engine wraps what its expressions throw. */
    public static Optional<YearNotEntered> behind(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(YearNotEntered.class::isInstance)
                .map(YearNotEntered.class::cast)
                .findFirst();
    }
}
