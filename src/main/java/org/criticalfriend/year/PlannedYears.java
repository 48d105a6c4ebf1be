package org.criticalfriend.year;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.partnership.ChangedMeanwhile;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.planning.SeatToFill;
import org.criticalfriend.planning.Standing;
import org.criticalfriend.year.PartnershipYear.State;
import org.criticalfriend.year.PlanOfYear.AwayInYear;
import org.criticalfriend.year.PlanOfYear.DayOfPlan;
import org.criticalfriend.year.PlanOfYear.HostOfPlan;
import org.criticalfriend.year.PlanOfYear.SeatOfPlan;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The years of partnerships, their plans and the searches for them. */
@Repository
class PlannedYears {

    private static final String YEAR =
            "select id, version, reference, partnership, school_year, state, publish_on, reason, agreed_by, half_term from partnership_year ";

    private static final String IF_STILL_MINE = " where plan_of = :year and run = :run and state = 'RUNNING'";

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batch;

    PlannedYears(JdbcClient database, NamedParameterJdbcTemplate batch) {
        this.database = database;
        this.batch = batch;
    }

    Optional<PartnershipYear> find(String reference) {
        return database.sql(YEAR + "where reference = ?")
                .param(reference)
                .query(PlannedYears::year)
                .optional();
    }

    Optional<PartnershipYear> find(UUID id) {
        return database.sql(YEAR + "where id = ?")
                .param(id)
                .query(PlannedYears::year)
                .optional();
    }

    /** The years of a partnership, the latest first. */
    List<PartnershipYear> of(String partnership) {
        return database.sql(YEAR + "where partnership = ? order by school_year desc")
                .param(partnership)
                .query(PlannedYears::year)
                .list();
    }

    private static PartnershipYear year(ResultSet row, int number) throws SQLException {
        return new PartnershipYear(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("reference"),
                row.getString("partnership"),
                new SchoolYear(row.getInt("school_year")),
                State.valueOf(row.getString("state")),
                row.getObject("publish_on", LocalDate.class),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("agreed_by")),
                Optional.ofNullable(row.getObject("half_term", LocalDate.class)));
    }

    /**
     * Enters a year, unless there is one of this reference.
     *
     * @return whether it was entered
     */
    boolean add(PartnershipYear year, String person, Instant now) {
        return database.sql(
                                """
                                insert into partnership_year
                                    (id, version, reference, partnership, school_year, state, publish_on, started_by, started_at)
                                select :id, 0, :reference, p.id, :schoolYear, 'PLANNING', cast(:publishOn as date), :person, cast(:now as timestamp)
                                from partnership p where p.id = :partnership
                                    and not exists (select 1 from partnership_year o where o.reference = :reference)""")
                        .param("id", year.id())
                        .param("reference", year.reference())
                        .param("partnership", year.partnership())
                        .param("schoolYear", year.year().start())
                        .param("publishOn", year.publishOn())
                        .param("person", person)
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    /**
     * Counts a change of the plan.
     *
     * @param seen the version that people saw when they made it
     * @throws ChangedMeanwhile if somebody has changed it since
     */
    void changed(PartnershipYear year, int seen) {
        int rows = database.sql(
                        "update partnership_year set version = version + 1 where id = ? and version = ? and state = 'PLANNING'")
                .params(year.id(), seen)
                .update();
        if (rows == 0) {
            throw changedMeanwhile(year);
        }
    }

    /**
     * Brings a year from one state to another.
     *
     * @return whether it was in the first
     */
    boolean move(PartnershipYear year, State from, State to) {
        return database.sql("update partnership_year set state = ?, version = version + 1 where id = ? and state = ?")
                        .params(to.name(), year.id(), from.name())
                        .update()
                > 0;
    }

    void agreed(PartnershipYear year, String person, Optional<String> reason, Instant now) {
        database.sql("update partnership_year set agreed_by = ?, agreed_at = ?, reason = ? where id = ?")
                .params(person, Timestamp.from(now), reason.orElse(null), year.id())
                .update();
    }

    /** Notes whose half-term's live actions are asked for. */
    void lookAt(PartnershipYear year, LocalDate halfTerm) {
        database.sql("update partnership_year set half_term = ? where id = ?")
                .params(halfTerm, year.id())
                .update();
    }

    /** Whether a later year of the partnership is published, and so looks after what is open from now on. */
    boolean isFollowed(PartnershipYear year) {
        return database.sql(
                                "select count(*) from partnership_year where partnership = ? and school_year > ? and state = 'PUBLISHED'")
                        .params(year.partnership(), year.year().start())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Notes when the cluster meeting of a half-term was held. Said once; what is said later takes its place.
     *
     * @param heldOn empty if there was none
     */
    void meeting(PartnershipYear year, LocalDate halfTerm, Optional<LocalDate> heldOn, String person, Instant now) {
        Map<String, Object> values = new HashMap<>(
                Map.of("year", year.id(), "halfTerm", halfTerm, "person", person, "now", Timestamp.from(now)));
        values.put("heldOn", heldOn.orElse(null));
        int there = database.sql(
                        "update cluster_meeting set held_on = :heldOn, noted_by = :person, noted_at = :now where plan_of = :year and half_term = :halfTerm")
                .params(values)
                .update();
        if (there == 0) {
            database.sql(
                            "insert into cluster_meeting (plan_of, half_term, held_on, noted_by, noted_at) values (:year, :halfTerm, :heldOn, :person, :now)")
                    .params(values)
                    .update();
        }
    }

    /** The days on which cluster meetings of a partnership were held, the latest first. */
    List<LocalDate> meetings(String partnership) {
        return database.sql(
                        """
                        select m.held_on from cluster_meeting m join partnership_year y on y.id = m.plan_of
                        where y.partnership = ? and m.held_on is not null order by m.held_on desc""")
                .param(partnership)
                .query(LocalDate.class)
                .list();
    }

    void published(PartnershipYear year, Instant now) {
        database.sql("update partnership_year set published_at = ? where id = ? and published_at is null")
                .params(Timestamp.from(now), year.id())
                .update();
    }

    void planAgain(PartnershipYear year, LocalDate publishOn) {
        database.sql("update partnership_year set publish_on = ? where id = ?")
                .params(publishOn, year.id())
                .update();
    }

    /** The plan of a year. Four statements. */
    PlanOfYear plan(PartnershipYear year) {
        return new PlanOfYear(
                database.sql("select host, left_out, review from year_host where plan_of = ? order by host")
                        .param(year.id())
                        .query((row, number) -> new HostOfPlan(
                                row.getString("host"),
                                row.getBoolean("left_out"),
                                Optional.ofNullable(row.getString("review"))))
                        .list(),
                database.sql(
                                "select host, appointment, first_day, last_day, pinned from year_day where plan_of = ? order by first_day, host")
                        .param(year.id())
                        .query((row, number) -> new DayOfPlan(
                                row.getString("host"),
                                AppointmentKind.valueOf(row.getString("appointment")),
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class),
                                row.getBoolean("pinned")))
                        .list(),
                database.sql(
                                "select host, duty, place, person, pinned from year_seat where plan_of = ? order by host, place")
                        .param(year.id())
                        .query((row, number) -> new SeatOfPlan(
                                new SeatToFill(
                                        row.getString("host"),
                                        Duty.valueOf(row.getString("duty")),
                                        row.getInt("place")),
                                Optional.ofNullable(row.getString("person")),
                                row.getBoolean("pinned")))
                        .list(),
                database.sql(
                                "select id, person, first_day, last_day from year_away where plan_of = ? order by first_day, person")
                        .param(year.id())
                        .query((row, number) -> new AwayInYear(
                                row.getObject("id", UUID.class),
                                row.getString("person"),
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class)))
                        .list());
    }

    /** Puts what was found in the place of days and people that stand in the plan. Who is left out, and who is away, stays. */
    void replace(PartnershipYear year, PlanOfYear found) {
        for (String table : List.of("year_day", "year_seat")) {
            database.sql("delete from %s where plan_of = ?".formatted(table))
                    .param(year.id())
                    .update();
        }
        database.sql("delete from year_host where plan_of = ? and not left_out")
                .param(year.id())
                .update();
        batch(
                "insert into year_host (plan_of, host, left_out) values (:year, :host, false)",
                found.hosts(),
                host -> values(year, host.host()));
        addDays(year, found.days());
        batch(
                "insert into year_seat (plan_of, host, duty, place, person, pinned) values (:year, :host, :duty, :place, :person, :pinned)",
                found.seats(),
                seat -> values(year, seat.seat().host())
                        .addValue("duty", seat.seat().duty().name())
                        .addValue("place", seat.seat().number())
                        .addValue("person", seat.person().orElse(null))
                        .addValue("pinned", seat.pinned()));
    }

    private static MapSqlParameterSource values(PartnershipYear year, String host) {
        return new MapSqlParameterSource("year", year.id()).addValue("host", host);
    }

    private <T> void batch(String sql, Collection<T> rows, Function<T, MapSqlParameterSource> values) {
        if (!rows.isEmpty()) {
            batch.batchUpdate(sql, rows.stream().map(values).toArray(MapSqlParameterSource[]::new));
        }
    }

    private void addDays(PartnershipYear year, Collection<DayOfPlan> days) {
        batch(
                "insert into year_day (plan_of, host, appointment, first_day, last_day, pinned) values (:year, :host, :appointment, :first, :last, :pinned)",
                days,
                day -> values(year, day.host())
                        .addValue("appointment", day.appointment().name())
                        .addValue("first", day.first())
                        .addValue("last", day.last())
                        .addValue("pinned", day.pinned()));
    }

    /** Puts other days in the place of those of one school. */
    void replaceDays(PartnershipYear year, String host, Collection<DayOfPlan> days) {
        database.sql("delete from year_day where plan_of = ? and host = ?")
                .params(year.id(), host)
                .update();
        addDays(year, days);
    }

    /** Changes who sits on a seat, or whether it is settled. */
    void write(PartnershipYear year, SeatOfPlan seat) {
        int there = database.sql(
                        "update year_seat set person = ?, pinned = ? where plan_of = ? and host = ? and duty = ? and place = ?")
                .params(
                        seat.person().orElse(null),
                        seat.pinned(),
                        year.id(),
                        seat.seat().host(),
                        seat.seat().duty().name(),
                        seat.seat().number())
                .update();
        if (there == 0) {
            throw changedMeanwhile(year);
        }
    }

    private static ChangedMeanwhile changedMeanwhile(PartnershipYear year) {
        return new ChangedMeanwhile("plan", year.reference());
    }

    void leaveOut(PartnershipYear year, String host, boolean leftOut) {
        database.sql("update year_host set left_out = ? where plan_of = ? and host = ?")
                .params(leftOut, year.id(), host)
                .update();
        if (leftOut) {
            for (String table : List.of("year_day", "year_seat")) {
                database.sql("delete from %s where plan_of = ? and host = ?".formatted(table))
                        .params(year.id(), host)
                        .update();
            }
        }
    }

    /** Leaves schools out of a year that has no plan yet. */
    void leaveOut(PartnershipYear year, Collection<String> hosts) {
        batch(
                """
                insert into year_host (plan_of, host, left_out) select :year, s.id, true from school s where s.id = :host
                    and not exists (select 1 from year_host h where h.plan_of = :year and h.host = :host)""",
                hosts,
                host -> values(year, host));
    }

    void addAway(PartnershipYear year, AwayInYear away, String by) {
        database.sql(
                        "insert into year_away (id, plan_of, person, first_day, last_day, said_by) values (?, ?, ?, ?, ?, ?)")
                .params(away.id(), year.id(), away.person(), away.first(), away.last(), by)
                .update();
    }

    void removeAway(PartnershipYear year, UUID away) {
        database.sql("delete from year_away where plan_of = ? and id = ?")
                .params(year.id(), away)
                .update();
    }

    /** Notes that the review of a school is started. */
    void started(PartnershipYear year, String host, String review) {
        database.sql("update year_host set review = ? where plan_of = ? and host = ?")
                .params(review, year.id(), host)
                .update();
    }

    /** Holds a school of a plan until the transaction ends. */
    Optional<HostOfPlan> hold(PartnershipYear year, String host) {
        return database.sql("select host, left_out, review from year_host where plan_of = ? and host = ? for update")
                .params(year.id(), host)
                .query((row, number) -> new HostOfPlan(
                        row.getString("host"),
                        row.getBoolean("left_out"),
                        Optional.ofNullable(row.getString("review"))))
                .optional();
    }

    /** A school's head has released its people. Said once; what is said later takes its place. */
    void release(PartnershipYear year, String school, String person, Optional<String> note, Instant now) {
        Map<String, Object> values = new HashMap<>(
                Map.of("year", year.id(), "school", school, "person", person, "now", Timestamp.from(now)));
        values.put("note", note.orElse(null));
        int there = database.sql(
                        "update year_release set agreed_by = :person, agreed_at = :now, note = :note where plan_of = :year and school = :school")
                .params(values)
                .update();
        if (there == 0) {
            database.sql(
                            "insert into year_release (plan_of, school, agreed_by, agreed_at, note) values (:year, :school, :person, :now, :note)")
                    .params(values)
                    .update();
        }
    }

    /**
     * What a school's head said when the school's people were released.
     *
     * @param school id of the school
     * @param note to the partnership lead; empty if there was none
     */
    record Release(String school, Optional<String> note) {}

    List<Release> releases(PartnershipYear year) {
        return database.sql("select school, note from year_release where plan_of = ? order by agreed_at")
                .param(year.id())
                .query((row, number) ->
                        new Release(row.getString("school"), Optional.ofNullable(row.getString("note"))))
                .list();
    }

    Optional<Search> search(PartnershipYear year) {
        return database.sql(
                        "select state, run, tries, stop_wanted, broken, missing, points, at_least, fault from year_search where plan_of = ?")
                .param(year.id())
                .query(PlannedYears::search)
                .optional();
    }

    private static Search search(ResultSet row, int number) throws SQLException {
        Long points = row.getObject("points", Long.class);
        return new Search(
                Search.State.valueOf(row.getString("state")),
                row.getInt("run"),
                row.getInt("tries"),
                row.getBoolean("stop_wanted"),
                points == null
                        ? Optional.empty()
                        : Optional.of(new Standing(row.getLong("broken"), row.getLong("missing"), points)),
                Optional.ofNullable(row.getObject("at_least", Long.class)),
                Optional.ofNullable(row.getString("fault")));
    }

    /** Asks for a search, unless one is under way. */
    void ask(PartnershipYear year, Instant now) {
        int there = database.sql(
                        """
                        update year_search set state = 'WAITING', tries = 0, stop_wanted = false, leased_until = null, asked_at = ?,
                            ended_at = null, broken = null, missing = null, points = null, at_least = null, fault = null
                        where plan_of = ? and state in ('DONE', 'FAILED')""")
                .params(Timestamp.from(now), year.id())
                .update();
        if (there == 0) {
            database.sql(
                            """
                            insert into year_search (plan_of, state, run, tries, stop_wanted, asked_at)
                            select y.id, 'WAITING', 0, 0, false, cast(? as timestamp) from partnership_year y where y.id = ?
                                and not exists (select 1 from year_search s where s.plan_of = y.id)""")
                    .params(Timestamp.from(now), year.id())
                    .update();
        }
    }

    /** Wants the best so far. */
    void stop(PartnershipYear year) {
        database.sql("update year_search set stop_wanted = true where plan_of = ? and state in ('WAITING', 'RUNNING')")
                .param(year.id())
                .update();
    }

    /** Ids of the years for which somebody has to search: asked for, or left by a node that has died. */
    List<UUID> toSearch(Instant now) {
        return database.sql(
                        """
                        select plan_of from year_search where state = 'WAITING' or state = 'RUNNING' and leased_until <= ?
                        order by asked_at""")
                .param(Timestamp.from(now))
                .query(UUID.class)
                .list();
    }

    /**
     * Takes a search on, unless another node was faster.
     *
     * @return which run it is
     */
    Optional<Integer> take(PartnershipYear year, Instant now, Duration lease) {
        Optional<Search> known = search(year);
        return known.filter(search -> database.sql(
                                        """
                                        update year_search set state = 'RUNNING', run = run + 1, tries = tries + 1, leased_until = ?
                                        where plan_of = ? and run = ? and (state = 'WAITING' or state = 'RUNNING' and leased_until <= ?)""")
                                .params(Timestamp.from(now.plus(lease)), year.id(), search.run(), Timestamp.from(now))
                                .update()
                        > 0)
                .map(search -> search.run() + 1);
    }

    /**
     * Keeps a search for this node, and says how good the best plan is.
     *
     * @return whether it is still this node's
     */
    boolean goOn(PartnershipYear year, int run, Instant until, Optional<Standing> best, long atLeast) {
        return database.sql(
                                "update year_search set leased_until = :until, broken = :broken, missing = :missing, points = :points, at_least = :atLeast"
                                        + IF_STILL_MINE)
                        .param("until", Timestamp.from(until))
                        .param("broken", best.map(Standing::broken).orElse(null))
                        .param("missing", best.map(Standing::missing).orElse(null))
                        .param("points", best.map(Standing::points).orElse(null))
                        .param("atLeast", atLeast)
                        .param("year", year.id())
                        .param("run", run)
                        .update()
                > 0;
    }

    /**
     * Ends a search.
     *
     * @param fault why it found nothing, in words; empty if the plan holds what it found
     * @return whether it was still this node's
     */
    boolean end(PartnershipYear year, int run, Optional<Standing> found, Optional<String> fault, Instant now) {
        return database.sql(
                                "update year_search set state = :state, leased_until = null, ended_at = :now, fault = :fault, broken = :broken, missing = :missing, points = :points"
                                        + IF_STILL_MINE)
                        .param("state", (fault.isPresent() ? Search.State.FAILED : Search.State.DONE).name())
                        .param("now", Timestamp.from(now))
                        .param("fault", fault.orElse(null))
                        .param("broken", found.map(Standing::broken).orElse(null))
                        .param("missing", found.map(Standing::missing).orElse(null))
                        .param("points", found.map(Standing::points).orElse(null))
                        .param("year", year.id())
                        .param("run", run)
                        .update()
                > 0;
    }
}
