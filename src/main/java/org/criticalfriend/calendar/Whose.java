package org.criticalfriend.calendar;

import java.util.Locale;

/**
 * For whom something is entered: all schools of a country, all that keep one calendar (mostly that of their local
 * authority), one school, or all schools of a partnership.
 */
public record Whose(Kind kind, String id) {

    /** From far to near. */
    public enum Kind {
        COUNTRY,
        CALENDAR,
        SCHOOL,
        PARTNERSHIP
    }

    /** All schools of a country. */
    public static Whose country(Country country) {
        return new Whose(Kind.COUNTRY, country.name());
    }

    /** All schools that keep this calendar. */
    public static Whose calendar(String id) {
        return new Whose(Kind.CALENDAR, id);
    }

    /** One school. */
    public static Whose school(String id) {
        return new Whose(Kind.SCHOOL, id);
    }

    /** The member schools of a partnership. */
    public static Whose partnership(String id) {
        return new Whose(Kind.PARTNERSHIP, id);
    }

    /** As people say it: {@code calendar staffordshire}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + id;
    }
}
