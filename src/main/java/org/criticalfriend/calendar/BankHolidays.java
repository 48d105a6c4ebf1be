package org.criticalfriend.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The bank holidays of each country: as GOV.UK publishes them for the years that its list covers, by Jollyday's rules for all
 * others.
 */
@Component
class BankHolidays {

    private final HolidayManager rules =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
    private final ConcurrentMap<YearOfCountry, Set<LocalDate>> byRule = new ConcurrentHashMap<>();
    private final PublishedBankHolidays published;

    /** @throws BankHolidaysUnreadable if there is no such list at {@code location} */
    BankHolidays(@Value("${critical-friend.bank-holidays}") String location) {
        this.published = PublishedBankHolidays.read(location);
    }

    private record YearOfCountry(int year, Country country) {}

    /** All bank holidays of a calendar year, none of them at a weekend. */
    Set<LocalDate> in(int year, Country country) {
        return published.in(year, country).orElseGet(() -> byRule(year, country));
    }

    /** What the rules say, whether or not the published list covers the year. */
    Set<LocalDate> byRule(int year, Country country) {
        return byRule.computeIfAbsent(
                new YearOfCountry(year, country), asked -> rules.getHolidays(Year.of(year), country.rules()).stream()
                        .map(Holiday::getDate)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
