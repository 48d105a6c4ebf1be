package org.criticalfriend.calendar;

/** The list of bank holidays that the settings name cannot be read. Without it no calendar would be right. */
class BankHolidaysUnreadable extends RuntimeException {

    BankHolidaysUnreadable(String location, String reason, Throwable cause) {
        super("The bank holidays cannot be read from %s: %s.".formatted(location, reason), cause);
    }
}
