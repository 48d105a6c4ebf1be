package org.criticalfriend.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.ResourceUtils;

/** A copy of the list of bank holidays that GOV.UK publishes at {@code https://www.gov.uk/bank-holidays.json}. */
final class PublishedBankHolidays {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, Map<Integer, Set<LocalDate>>> byDivisionAndYear;

    private PublishedBankHolidays(Map<String, Map<Integer, Set<LocalDate>>> byDivisionAndYear) {
        this.byDivisionAndYear = byDivisionAndYear;
    }

    private record Division(List<Event> events) {}

    private record Event(LocalDate date) {}

    /**
     * Reads a copy.
     *
     * @param location {@code classpath:…}, an address, or the path of a file
     * @throws BankHolidaysUnreadable if there is none, or none that can be read, or one without the divisions needed
     */
    static PublishedBankHolidays read(String location) {
        try (InputStream file = ResourceUtils.getURL(location).openStream()) {
            Map<String, Division> divisions = JSON.readValue(file, new TypeReference<>() {});
            return new PublishedBankHolidays(Arrays.stream(Country.values())
                    .map(Country::division)
                    .distinct()
                    .collect(Collectors.toUnmodifiableMap(
                            division -> division, division -> years(divisions, division, location))));
        } catch (JsonProcessingException e) {
            throw new BankHolidaysUnreadable(location, "it is not the list that GOV.UK publishes", e);
        } catch (IOException e) {
            throw new BankHolidaysUnreadable(location, e.getMessage(), e);
        }
    }

    private static Map<Integer, Set<LocalDate>> years(
            Map<String, Division> divisions, String division, String location) {
        if (divisions == null
                || divisions.get(division) == null
                || divisions.get(division).events() == null) {
            throw new BankHolidaysUnreadable(location, "there are no events of " + division, null);
        }
        List<Event> events = divisions.get(division).events();
        if (events.stream().anyMatch(event -> event == null || event.date() == null)) {
            throw new BankHolidaysUnreadable(location, "an event of " + division + " has no date", null);
        }
        return events.stream()
                .map(Event::date)
                .collect(Collectors.groupingBy(LocalDate::getYear, Collectors.toUnmodifiableSet()));
    }

    /**
     * The bank holidays of a year that the copy covers. It covers a year of which it knows New Year and Christmas: of any other it
     * may hold a part only.
     */
    Optional<Set<LocalDate>> in(int year, Country country) {
        return Optional.ofNullable(byDivisionAndYear.get(country.division()).get(year))
                .filter(days -> hasOneIn(Month.JANUARY, days) && hasOneIn(Month.DECEMBER, days));
    }

    private static boolean hasOneIn(Month month, Set<LocalDate> days) {
        return days.stream().anyMatch(day -> day.getMonth() == month);
    }
}
