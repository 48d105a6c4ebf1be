package org.criticalfriend.calendar;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints {@link BankHolidaysUnreadable} as words instead of a stack trace. */
class BankHolidaysUnreadableInWords extends AbstractFailureAnalyzer<BankHolidaysUnreadable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BankHolidaysUnreadable unreadable) {
        return new FailureAnalysis(
                unreadable.getMessage(),
                "Save https://www.gov.uk/bank-holidays.json there and start again, or leave the setting"
                        + " CRITICAL_FRIEND_BANK_HOLIDAYS out: then the copy counts that is shipped.",
                rootFailure);
    }
}
