package org.criticalfriend.calendar;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the school years of each school: the terms of its calendar, its own INSET days, the bank holidays. */
@Repository
public class SchoolCalendars {

    private final JdbcClient database;
    private final BankHolidays bankHolidays;

    SchoolCalendars(JdbcClient database, BankHolidays bankHolidays) {
        this.database = database;
        this.bankHolidays = bankHolidays;
    }

    /** The calendar of a school, with every year entered for it; none entered gives one that answers nothing. */
    public SchoolCalendar of(String school) {
        List<Term> terms = database.sql(
                        """
                        select t.first_day, t.last_day from term t join school s on s.calendar = t.calendar
                        where s.id = ? order by t.first_day""")
                .param(school)
                .query((row, number) -> new Term(
                        row.getDate("first_day").toLocalDate(),
                        row.getDate("last_day").toLocalDate()))
                .list();
        Set<LocalDate> closed = new HashSet<>(database.sql("select held_on from inset_day where school = ?")
                .param(school)
                .query((row, number) -> row.getDate(1).toLocalDate())
                .list());
        terms.stream()
                .flatMapToInt(term -> IntStream.rangeClosed(
                        term.firstDay().getYear(), term.lastDay().getYear()))
                .distinct()
                .forEach(year -> closed.addAll(bankHolidays.in(year)));
        return new SchoolCalendar(school, terms, closed);
    }

    /** Enters a calendar, such as that of a local authority. */
    public void add(String calendar, String name) {
        database.sql("insert into school_calendar (id, name) values (?, ?)")
                .params(calendar, name)
                .update();
    }

    /** Enters the terms of one school year into a calendar. */
    public void enterTerms(String calendar, SchoolYear year, Collection<Term> terms) {
        terms.forEach(term -> database.sql(
                        "insert into term (calendar, school_year, first_day, last_day) values (?, ?, ?, ?)")
                .params(calendar, year.start(), Date.valueOf(term.firstDay()), Date.valueOf(term.lastDay()))
                .update());
    }

    /** Enters days on which a school's staff work and its pupils stay at home. */
    public void enterInsetDays(String school, Collection<LocalDate> days) {
        days.forEach(day -> database.sql("insert into inset_day (school, held_on) values (?, ?)")
                .params(school, Date.valueOf(day))
                .update());
    }
}
