package org.criticalfriend.calendar;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                .param("calendars", orNone(calendars))
                .param("schools", orNone(schools))
                .query((row, number) -> new TermRow(
                        new Whose(Whose.Kind.valueOf(row.getString("kind")), row.getString("owner")),
                        new SchoolYear(row.getInt("school_year")),
                        new Term(date(row, "first_day"), date(row, "last_day"))))
                .list();
    }

    /** SQL knows no empty list; nothing has an empty id. */
    private static Collection<String> orNone(Collection<String> ids) {
        return ids.isEmpty() ? Set.of("") : ids;
    }

    List<DayRow> days(Collection<Country> countries, Collection<String> calendars, Collection<String> schools) {
        return database.sql(
                        """
                        select country, calendar, school, held_on, kind, name from calendar_day
                        where country in (:countries) or calendar in (:calendars) or school in (:schools)""")
                .param("countries", orNone(countries.stream().map(Country::name).toList()))
                .param("calendars", orNone(calendars))
                .param("schools", orNone(schools))
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
                .param("calendars", orNone(calendars))
                .param("schools", orNone(schools))
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

    /** The calendars of these ids that are there. */
    List<SchoolCalendars.Entered> calendars(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.sql("select id, name, country from school_calendar where id in (:ids)")
                        .param("ids", ids)
                        .query((row, number) -> new SchoolCalendars.Entered(
                                row.getString("id"), row.getString("name"), Country.valueOf(row.getString("country"))))
                        .list();
    }

    void insertCalendars(Collection<SchoolCalendars.Entered> calendars) {
        batches.batchUpdate(
                "insert into school_calendar (id, name, country) values (?, ?, ?)",
                calendars.stream()
                        .map(one -> new Object[] {
                            one.id(), one.name(), one.country().name()
                        })
                        .toList());
    }

    void updateCalendars(Collection<SchoolCalendars.Entered> calendars) {
        batches.batchUpdate(
                "update school_calendar set name = ?, country = ? where id = ?",
                calendars.stream()
                        .map(one -> new Object[] {one.name(), one.country().name(), one.id()})
                        .toList());
    }

    /**
     * Waits for others who write for the same owners, so that what two people enter at once is never mixed.
     *
     * @return those of the owners that there are
     */
    Set<Whose> lock(Collection<Whose> owners) {
        Set<Whose> found = new HashSet<>();
        // In one order, so that two who change the same never wait for each other.
        for (Whose.Kind kind : Whose.Kind.values()) {
            List<String> ids = owners.stream()
                    .filter(whose -> whose.kind() == kind)
                    .map(Whose::id)
                    .distinct()
                    .toList();
            String table =
                    switch (kind) {
                        case CALENDAR -> "school_calendar";
                        case SCHOOL -> "school";
                        case PARTNERSHIP -> "partnership";
                        case COUNTRY -> null;
                    };
            List<String> there = table == null || ids.isEmpty()
                    ? ids
                    : database.sql("select id from %s where id in (:ids) order by id for update".formatted(table))
                            .param("ids", ids)
                            .query(String.class)
                            .list();
            there.forEach(id -> found.add(new Whose(kind, id)));
        }
        return found;
    }

    /** The schools that something entered for these owners concerns. */
    Set<String> schoolsOf(Collection<Whose> owners) {
        Set<String> schools = new HashSet<>();
        owners.stream().collect(Collectors.groupingBy(Whose::kind)).forEach((kind, some) -> {
            String sql =
                    switch (kind) {
                        case COUNTRY ->
                            "select s.id from school s join school_calendar c on c.id = s.calendar where c.country in (:ids)";
                        case CALENDAR -> "select id from school where calendar in (:ids)";
                        case SCHOOL -> "select id from school where id in (:ids)";
                        case PARTNERSHIP ->
                            "select school from membership where partnership in (:ids) and status <> 'LEFT'";
                    };
            schools.addAll(database.sql(sql)
                    .param("ids", some.stream().map(Whose::id).distinct().toList())
                    .query(String.class)
                    .list());
        });
        return schools;
    }

    /** Puts these terms in the place of those that each owner has for the year. */
    void replaceTerms(Map<CalendarChange.Year, List<Term>> terms) {
        ofEachKind(terms.keySet(), CalendarChange.Year::whose, (kind, years) -> {
            batches.batchUpdate(
                    "delete from %s where %s = ? and school_year = ?".formatted(termTable(kind), column(kind)),
                    years.stream()
                            .map(year ->
                                    new Object[] {year.whose().id(), year.year().start()})
                            .toList());
            insert(
                    "insert into %s (%s, school_year, first_day, last_day) values (?, ?, ?, ?)"
                            .formatted(termTable(kind), column(kind)),
                    years.stream().flatMap(year -> terms.get(year).stream().map(term ->
                            new Object[] {year.whose().id(), year.year().start(), term.firstDay(), term.lastDay()})));
        });
    }

    private static String termTable(Whose.Kind kind) {
        return kind == Whose.Kind.SCHOOL ? "school_term" : "term";
    }

    /** @return how many of these days were entered */
    int deleteDays(Collection<CalendarChange.Day> days) {
        int[] deleted = {0};
        ofEachKind(days, CalendarChange.Day::whose, (kind, some) -> {
            for (int rows : batches.batchUpdate(
                    "delete from calendar_day where %s = ? and held_on = ?".formatted(column(kind)),
                    some.stream()
                            .map(day -> new Object[] {day.whose().id(), day.day()})
                            .toList())) {
                deleted[0] += rows;
            }
        });
        return deleted[0];
    }

    void insertDays(Collection<DayRow> days) {
        ofEachKind(
                days,
                DayRow::whose,
                (kind, some) -> insert(
                        "insert into calendar_day (id, %s, held_on, kind, name) values (?, ?, ?, ?, ?)"
                                .formatted(column(kind)),
                        some.stream().map(row -> new Object[] {
                            KEYS.generate(),
                            row.whose().id(),
                            row.day().day(),
                            row.day().kind().name(),
                            row.day().name()
                        })));
    }

    /** Blackouts that are entered already stay as they are. */
    void insertBlackouts(Collection<BlackoutRow> blackouts) {
        ofEachKind(blackouts, BlackoutRow::whose, (kind, some) -> {
            Set<BlackoutRow> known = Set.copyOf(
                    database.sql("select %1$s, first_day, last_day, name, phase from blackout where %1$s in (:owners)"
                                    .formatted(column(kind)))
                            .param(
                                    "owners",
                                    some.stream()
                                            .map(row -> row.whose().id())
                                            .distinct()
                                            .toList())
                            .query((row, number) -> new BlackoutRow(whose(row, kind), blackout(row)))
                            .set());
            insert(
                    "insert into blackout (id, %s, first_day, last_day, name, phase) values (?, ?, ?, ?, ?, ?)"
                            .formatted(column(kind)),
                    some.stream().distinct().filter(row -> !known.contains(row)).map(row -> new Object[] {
                        KEYS.generate(),
                        row.whose().id(),
                        row.blackout().firstDay(),
                        row.blackout().lastDay(),
                        row.blackout().name(),
                        row.blackout().phase().orElse(null)
                    }));
        });
    }

    /** @return how many of these blackouts were entered */
    int deleteBlackouts(Collection<BlackoutRow> blackouts) {
        int[] deleted = {0};
        ofEachKind(blackouts, BlackoutRow::whose, (kind, some) -> {
            for (int rows : batches.batchUpdate(
                    """
                    delete from blackout where %s = ? and first_day = ? and last_day = ? and name = ?
                        and coalesce(phase, '') = ?"""
                            .formatted(column(kind)),
                    some.stream()
                            .map(row -> new Object[] {
                                row.whose().id(),
                                row.blackout().firstDay(),
                                row.blackout().lastDay(),
                                row.blackout().name(),
                                row.blackout().phase().orElse("")
                            })
                            .toList())) {
                deleted[0] += rows;
            }
        });
        return deleted[0];
    }

    void updateStaffMeetingDays(Map<String, Optional<DayOfWeek>> weekdays) {
        insert(
                "update school set staff_meeting_on = ? where id = ?",
                weekdays.entrySet().stream().map(one ->
                        new Object[] {one.getValue().map(DayOfWeek::name).orElse(null), one.getKey()}));
    }

    /** The weekdays on which the staff of these schools meet; schools without one are not in it. */
    Map<String, DayOfWeek> staffMeetingDays(Collection<String> schools) {
        return schools.isEmpty()
                ? Map.of()
                : schools(schools).stream()
                        .filter(row -> row.staffMeetingDay().isPresent())
                        .collect(Collectors.toMap(
                                SchoolRow::id, row -> row.staffMeetingDay().get()));
    }

    /** The schools that keep one of these calendars, by calendar. */
    Map<String, Set<String>> keepersOf(Collection<String> calendars) {
        record Keeper(String id, String calendar) {}
        return calendars.isEmpty()
                ? Map.of()
                : database
                        .sql("select id, calendar from school where calendar in (:calendars)")
                        .param("calendars", calendars)
                        .query(Keeper.class)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Keeper::calendar, Collectors.mapping(Keeper::id, Collectors.toSet())));
    }

    private void insert(String statement, Stream<Object[]> rows) {
        List<Object[]> all = rows.toList();
        if (!all.isEmpty()) {
            batches.batchUpdate(statement, all);
        }
    }

    /** What is of countries, of calendars, of schools and of partnerships stands in columns of their own. */
    private static <T> void ofEachKind(
            Collection<T> all, Function<T, Whose> whose, BiConsumer<Whose.Kind, List<T>> work) {
        all.stream()
                .collect(Collectors.groupingBy(
                        one -> whose.apply(one).kind(), () -> new EnumMap<>(Whose.Kind.class), Collectors.toList()))
                .forEach(work);
    }
}
