package org.criticalfriend.calendar;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is entered of the school calendars: all SQL of this package. */
@Repository
class CalendarRecords {

    /** One for all keys: only then does the order of keys hold also within the same millisecond. */
    private static final TimeBasedEpochGenerator KEYS = Generators.timeBasedEpochGenerator();

    private final JdbcClient database;
    private final JdbcOperations batches;

    CalendarRecords(JdbcClient database, JdbcOperations batches) {
        this.database = database;
        this.batches = batches;
    }

    /** A school, as far as calendars go. */
    record SchoolRow(
            String id,
            String name,
            String phase,
            String calendar,
            Country country,
            Optional<DayOfWeek> staffMeetingDay) {}

    /** A term, and whose it is. */
    record TermRow(Whose whose, SchoolYear year, Term term) {}

    /** A single day, and whose it is. */
    record DayRow(Whose whose, CalendarDay day) {}

    /** A blackout, and whose it is. */
    record BlackoutRow(Whose whose, Blackout blackout) {}

    /** Of all schools. */
    Set<String> ids() {
        return database.sql("select id from school").query(String.class).set();
    }

    List<SchoolRow> schools(Collection<String> ids) {
        return database.sql(
                        """
                        select s.id, s.name, s.phase, s.calendar, c.country, s.staff_meeting_on
                        from school s join school_calendar c on c.id = s.calendar where s.id in (:ids)""")
                .param("ids", ids)
                .query((row, number) -> new SchoolRow(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("phase"),
                        row.getString("calendar"),
                        Country.valueOf(row.getString("country")),
                        Optional.ofNullable(row.getString("staff_meeting_on")).map(DayOfWeek::valueOf)))
                .list();
    }

    List<TermRow> terms(Collection<String> calendars, Collection<String> schools) {
        return database.sql(
                        """
                        select 'CALENDAR' as kind, calendar as owner, school_year, first_day, last_day
                            from term where calendar in (:calendars)
                        union all
                        select 'SCHOOL', school, school_year, first_day, last_day
                            from school_term where school in (:schools)""")
                .param("calendars", calendars)
                .param("schools", schools)
                .query((row, number) -> new TermRow(
                        new Whose(Whose.Kind.valueOf(row.getString("kind")), row.getString("owner")),
                        new SchoolYear(row.getInt("school_year")),
                        new Term(date(row, "first_day"), date(row, "last_day"))))
                .list();
    }

    List<DayRow> days(Collection<Country> countries, Collection<String> calendars, Collection<String> schools) {
        return database.sql(
                        """
                        select country, calendar, school, held_on, kind, name from calendar_day
                        where country in (:countries) or calendar in (:calendars) or school in (:schools)""")
                .param("countries", countries.stream().map(Country::name).toList())
                .param("calendars", calendars)
                .param("schools", schools)
                .query((row, number) -> new DayRow(
                        whose(row, Whose.Kind.COUNTRY, Whose.Kind.CALENDAR, Whose.Kind.SCHOOL),
                        new CalendarDay(
                                date(row, "held_on"),
                                CalendarDay.Kind.valueOf(row.getString("kind")),
                                row.getString("name"))))
                .list();
    }

    List<BlackoutRow> blackouts(Collection<String> calendars, Collection<String> schools) {
        return database.sql(
                        """
                        select calendar, school, first_day, last_day, name, phase from blackout
                        where calendar in (:calendars) or school in (:schools)""")
                .param("calendars", calendars)
                .param("schools", schools)
                .query((row, number) ->
                        new BlackoutRow(whose(row, Whose.Kind.CALENDAR, Whose.Kind.SCHOOL), blackout(row)))
                .list();
    }

    List<Blackout> blackoutsOf(String partnership) {
        return database.sql(
                        """
                        select first_day, last_day, name, phase from blackout where partnership = ?
                        order by first_day, last_day, name""")
                .param(partnership)
                .query((row, number) -> blackout(row))
                .list();
    }

    private static Whose whose(ResultSet row, Whose.Kind... kinds) throws SQLException {
        for (Whose.Kind kind : kinds) {
            String id = row.getString(column(kind));
            if (id != null) {
                return new Whose(kind, id);
            }
        }
        throw new IllegalStateException("A row of the school calendar belongs to nobody.");
    }

    private static Blackout blackout(ResultSet row) throws SQLException {
        return new Blackout(
                date(row, "first_day"),
                date(row, "last_day"),
                row.getString("name"),
                Optional.ofNullable(row.getString("phase")));
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** Where the tables say whose a row is. */
    private static String column(Whose.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    void insertCalendar(String id, String name, Country country) {
        database.sql("insert into school_calendar (id, name, country) values (?, ?, ?)")
                .params(id, name, country.name())
                .update();
    }

    /**
     * Waits for others who write for the same owner, so that what two people enter at once is never mixed.
     *
     * @return whether there is such an owner
     */
    boolean lock(Whose whose) {
        String table =
                switch (whose.kind()) {
                    case CALENDAR -> "school_calendar";
                    case SCHOOL -> "school";
                    case PARTNERSHIP -> "partnership";
                    case COUNTRY -> null;
                };
        return table == null
                || database.sql("select id from %s where id = ? for update".formatted(table))
                        .param(whose.id())
                        .query(String.class)
                        .optional()
                        .isPresent();
    }

    /** The schools that something entered for {@code whose} concerns. */
    Set<String> schoolsOf(Whose whose) {
        String sql =
                switch (whose.kind()) {
                    case COUNTRY ->
                        "select s.id from school s join school_calendar c on c.id = s.calendar where c.country = ?";
                    case CALENDAR -> "select id from school where calendar = ?";
                    case SCHOOL -> "select id from school where id = ?";
                    case PARTNERSHIP -> "select school from membership where partnership = ? and status <> 'LEFT'";
                };
        return database.sql(sql).param(whose.id()).query(String.class).set();
    }

    void deleteTerms(Whose whose, SchoolYear year) {
        database.sql("delete from %s where %s = ? and school_year = ?"
                        .formatted(termTable(whose), column(whose.kind())))
                .params(whose.id(), year.start())
                .update();
    }

    void insertTerms(Whose whose, SchoolYear year, Collection<Term> terms) {
        batches.batchUpdate(
                "insert into %s (%s, school_year, first_day, last_day) values (?, ?, ?, ?)"
                        .formatted(termTable(whose), column(whose.kind())),
                terms.stream()
                        .map(term -> new Object[] {whose.id(), year.start(), term.firstDay(), term.lastDay()})
                        .toList());
    }

    private static String termTable(Whose whose) {
        return whose.kind() == Whose.Kind.SCHOOL ? "school_term" : "term";
    }

    int deleteDays(Whose whose, Collection<LocalDate> days) {
        return database.sql("delete from calendar_day where %s = :owner and held_on in (:days)"
                        .formatted(column(whose.kind())))
                .param("owner", whose.id())
                .param("days", days)
                .update();
    }

    void insertDays(Whose whose, Collection<CalendarDay> days) {
        batches.batchUpdate(
                "insert into calendar_day (id, %s, held_on, kind, name) values (?, ?, ?, ?, ?)"
                        .formatted(column(whose.kind())),
                days.stream()
                        .map(day -> new Object[] {
                            KEYS.generate(), whose.id(), day.day(), day.kind().name(), day.name()
                        })
                        .toList());
    }

    /** Blackouts that are entered already stay as they are. */
    void insertBlackouts(Whose whose, Collection<Blackout> blackouts) {
        List<Blackout> known = database.sql("select first_day, last_day, name, phase from blackout where %s = ?"
                        .formatted(column(whose.kind())))
                .param(whose.id())
                .query((row, number) -> blackout(row))
                .list();
        batches.batchUpdate(
                "insert into blackout (id, %s, first_day, last_day, name, phase) values (?, ?, ?, ?, ?, ?)"
                        .formatted(column(whose.kind())),
                blackouts.stream()
                        .distinct()
                        .filter(blackout -> !known.contains(blackout))
                        .map(blackout -> new Object[] {
                            KEYS.generate(),
                            whose.id(),
                            blackout.firstDay(),
                            blackout.lastDay(),
                            blackout.name(),
                            blackout.phase().orElse(null)
                        })
                        .toList());
    }

    int deleteBlackout(Whose whose, Blackout blackout) {
        return database.sql(
                        """
                        delete from blackout where %s = ? and first_day = ? and last_day = ? and name = ?
                            and coalesce(phase, '') = ?"""
                                .formatted(column(whose.kind())))
                .params(
                        whose.id(),
                        blackout.firstDay(),
                        blackout.lastDay(),
                        blackout.name(),
                        blackout.phase().orElse(""))
                .update();
    }

    void updateStaffMeetingDay(String school, Optional<DayOfWeek> weekday) {
        database.sql("update school set staff_meeting_on = ? where id = ?")
                .param(weekday.map(DayOfWeek::name).orElse(null))
                .param(school)
                .update();
    }
}
