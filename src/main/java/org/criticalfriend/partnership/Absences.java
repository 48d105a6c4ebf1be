package org.criticalfriend.partnership;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.reading.UntilChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes when people are away. */
@Repository
public class Absences {

    /** Nobody is away for longer than that; it is a slip of the pen. */
    private static final int LONGEST_IN_DAYS = 366;

    private static final TimeBasedEpochGenerator KEYS = Generators.timeBasedEpochGenerator();

    private final JdbcClient database;
    private final Known known;
    private final UntilChanged untilChanged;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Absences(
            JdbcClient database,
            Known known,
            UntilChanged untilChanged,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.known = known;
        this.untilChanged = untilChanged;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Notes that a person is away; has no effect if exactly that is noted already.
     *
     * @param by id of who says so
     * @throws EntryRefused if the last day is before the first or has passed, it is longer than a year, or there is no such person
     */
    @Transactional
    public void enter(String person, LocalDate firstDay, LocalDate lastDay, String by) {
        known.person(person);
        Demand.that(!lastDay.isBefore(firstDay), "The last day is before the first. Please look at the two once more.");
        Demand.that(
                !lastDay.isBefore(SchoolTime.today(clock)),
                "These days have passed. Please choose a last day that is still to come.");
        Demand.that(
                firstDay.plusDays(LONGEST_IN_DAYS).isAfter(lastDay),
                "That is longer than a year. Please give the role to somebody else instead.");
        untilChanged.changed();
        database.sql(
                        """
                        insert into absence (id, person, first_day, last_day, entered_by, entered_at)
                        select cast(:id as uuid), cast(:person as varchar(64)), cast(:first as date), cast(:last as date),
                            cast(:by as varchar(64)), cast(:now as timestamp)
                        where not exists (
                            select 1 from absence there
                            where there.person = :person and there.first_day = :first and there.last_day = :last)""")
                .param("id", KEYS.generate())
                .param("person", person)
                .param("first", firstDay)
                .param("last", lastDay)
                .param("by", by)
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        events.publishEvent(new AbsenceChanged(person));
    }

    /** Takes an absence of a person back; has no effect if there is none of this key. */
    @Transactional
    public void takeBack(String person, UUID absence) {
        untilChanged.changed();
        database.sql("delete from absence where id = ? and person = ?")
                .params(absence, person)
                .update();
        events.publishEvent(new AbsenceChanged(person));
    }

    /** When some people are away from today on, the earliest first. One statement. */
    public List<Absence> ahead(Collection<String> people) {
        return people.isEmpty()
                ? List.of()
                : database.sql(
                                """
                                select id, person, first_day, last_day from absence
                                where person in (:people) and last_day >= :today order by first_day, person, id""")
                        .param("people", people)
                        .param("today", SchoolTime.today(clock))
                        .query(Absences::absence)
                        .list();
    }

    /** Ids of those of some people who are away on a day. One statement. */
    public Set<String> awayOn(LocalDate day, Collection<String> people) {
        return people.isEmpty()
                ? Set.of()
                : database.sql(
                                """
                                select distinct person from absence
                                where person in (:people) and first_day <= :day and last_day >= :day""")
                        .param("people", people)
                        .param("day", day)
                        .query(String.class)
                        .set();
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                row.getString("person"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }
}
