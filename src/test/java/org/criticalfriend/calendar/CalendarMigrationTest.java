package org.criticalfriend.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.criticalfriend.reading.ReadOnce;
import org.criticalfriend.reading.UntilChanged;
import org.criticalfriend.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of the version before is carried over. */
@Tag("database")
class CalendarMigrationTest {

    /** The database of that time does not say in which state it is. */
    private static final UntilChanged READS_ALWAYS = new UntilChanged(null, new ReadOnce()) {
        @Override
        public <K, T> Map<K, T> getAll(Collection<K> keys, Function<Set<K>, Map<K, T>> read) {
            return read.apply(Set.copyOf(keys));
        }
    };

    @Test
    void calendarsTermsAndInsetDaysAreKept() {
        DataSource database = TestDatabase.empty();
        TestDatabase.migrate(database, "5");
        JdbcTemplate before = new JdbcTemplate(database);
        before.update("insert into school_calendar (id, name) values ('staffordshire', 'Staffordshire')");
        // The last days of August belonged to the year before.
        before.update("insert into term values ('staffordshire', 2026, date '2026-09-03', date '2026-10-23')");
        before.update("insert into term values ('staffordshire', 2026, date '2027-06-07', date '2027-07-21')");
        before.update("insert into term values ('staffordshire', 2026, date '2027-08-30', date '2027-10-22')");
        for (String school : List.of("milllane", "hilltop")) {
            before.update(
                    "insert into school (id, name, phase, roll, calendar, address, phone)"
                            + " values (?, ?, 'PRIMARY', 70, 'staffordshire', 'Mill Lane', '01632 960130')",
                    school,
                    school);
        }
        before.update("insert into inset_day values ('milllane', date '2026-10-16')");
        before.update("insert into inset_day values ('milllane', date '2027-06-07')");
        before.update("insert into inset_day values ('hilltop', date '2026-10-16')");

        TestDatabase.migrate(database, "6");

        Map<String, SchoolCalendar> calendars = new SchoolCalendars(
                        new CalendarRecords(JdbcClient.create(database), new JdbcTemplate(database)),
                        new BankHolidays("classpath:calendar/bank-holidays.json"),
                        READS_ALWAYS,
                        event -> {})
                .ofAll(Set.of("milllane", "hilltop"));
        assertThat(calendars.get("milllane").isPupilDay(LocalDate.of(2027, 6, 7)))
                .isFalse();
        assertThat(calendars.get("milllane").isStaffDay(LocalDate.of(2027, 6, 7)))
                .isTrue();
        assertThat(calendars.get("hilltop").isPupilDay(LocalDate.of(2027, 6, 7)))
                .isTrue();
        assertThat(calendars.get("hilltop").isPupilDay(LocalDate.of(2026, 10, 16)))
                .isFalse();
        assertThat(calendars.get("hilltop").pupilDaysBetween(LocalDate.of(2027, 7, 21), LocalDate.of(2027, 8, 31)))
                .as("Monday 30 August 2027 is the summer bank holiday of England")
                .isEqualTo(1);
        assertThat(before.queryForList("select school_year from term order by first_day", Integer.class))
                .containsExactly(2026, 2026, 2027);
        assertThat(before.queryForObject("select country from school_calendar", String.class))
                .isEqualTo("ENGLAND");
    }
}
