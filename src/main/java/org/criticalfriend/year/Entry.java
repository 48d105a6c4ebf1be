package org.criticalfriend.year;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.criticalfriend.calendar.Closure;
import org.criticalfriend.duty.AppointmentKind;

/** What there is in a year. */
enum Entry {
    PLANNING_MEETING(AppointmentKind.PLANNING_MEETING.words()),
    VISIT(AppointmentKind.VISIT.words()),
    WORKSHOP(AppointmentKind.WORKSHOP.words()),
    FOLLOW_UP(AppointmentKind.FOLLOW_UP.words()),
    HOLIDAY("Holiday"),
    INSET("INSET day"),
    BANK_HOLIDAY("Bank holiday"),
    CLOSED("Closed");

    /** In the order in which a review has them. */
    static final List<Entry> APPOINTMENTS =
            Arrays.stream(AppointmentKind.values()).map(Entry::of).toList();

    private final String words;

    Entry(String words) {
        this.words = words;
    }

    static Entry of(AppointmentKind kind) {
        return switch (kind) {
            case PLANNING_MEETING -> PLANNING_MEETING;
            case VISIT -> VISIT;
            case WORKSHOP -> WORKSHOP;
            case FOLLOW_UP -> FOLLOW_UP;
        };
    }

    static Entry of(Closure.Kind kind) {
        return switch (kind) {
            case HOLIDAY -> HOLIDAY;
            case INSET -> INSET;
            case BANK_HOLIDAY -> BANK_HOLIDAY;
            case CLOSED -> CLOSED;
        };
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** As style sheets name it. */
    String style() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
