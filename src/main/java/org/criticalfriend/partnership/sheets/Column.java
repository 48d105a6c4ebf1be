package org.criticalfriend.partnership.sheets;

import org.criticalfriend.partnership.EntryRefused;

/**
 * A column of a sheet.
 *
 * @param title as it heads the column
 * @param kind what can stand in its cells
 * @param use what it is for
 * @param refersTo where the id that stands in it has to be entered
 * @param hint what to enter, in words
 * @param example something that could stand there
 * @param blank what an empty cell stands for
 */
record Column(String title, Kind kind, Use use, RefersTo refersTo, String hint, String example, String blank) {

    /** What a column is for. */
    enum Use {
        /** Says with the other keys which row it is. */
        KEY,
        /** The same, but may be empty. */
        KEY_OR_EMPTY,
        /** Has to be filled in. */
        NEEDED,
        /** May be empty. */
        OPTIONAL,
        /** Contact data: the record of changes notes that it changed, and not what it was. */
        PERSONAL,
        /** The same, and has to be filled in. */
        PERSONAL_NEEDED,
        /** Helps to read the sheet; what stands there is not looked at. */
        TO_READ,
        /** Whether the row is to be removed. */
        REMOVE
    }

    /** Whose ids stand in a column. */
    enum RefersTo {
        NOTHING,
        SCHOOL,
        PERSON,
        TRAINER,
        CALENDAR
    }

    boolean isKey() {
        return use == Use.KEY || use == Use.KEY_OR_EMPTY;
    }

    public boolean isNeeded() {
        return use == Use.KEY || use == Use.NEEDED || use == Use.PERSONAL_NEEDED;
    }

    boolean isPersonal() {
        return use == Use.PERSONAL || use == Use.PERSONAL_NEEDED;
    }

    /** Whether what stands there is kept in the register. */
    boolean isKept() {
        return use != Use.TO_READ && use != Use.REMOVE;
    }

    /**
     * The cell as it is compared and kept.
     *
     * @throws EntryRefused if it has to be filled in and is not, or cannot stand there
     */
    String read(String typed) {
        String cell = kind.read(typed);
        String meant = cell.isEmpty() ? blank : cell;
        if (meant.isEmpty() && isNeeded()) {
            throw new EntryRefused(("Please fill this in. " + hint).strip());
        }
        return meant;
    }
}
