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
import org.springframework.stereotype.Component;

/** Bank holidays of England, from Jollyday's rules. */
@Component
class BankHolidays {

    private final HolidayManager manager =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
    private final ConcurrentMap<Integer, Set<LocalDate>> known = new ConcurrentHashMap<>();

    /** All bank holidays of a calendar year. */
    Set<LocalDate> in(int year) {
        return known.computeIfAbsent(year, asked -> manager.getHolidays(Year.of(asked), "eng").stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet()));
    }
}
