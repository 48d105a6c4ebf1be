package org.criticalfriend.change;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.review.BrokenAppointments.Broken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of changes of plan: all SQL of this package. It decides nothing. */
@Repository
class ChangeRecord {

    private static final TimeBasedEpochGenerator KEYS = Generators.timeBasedEpochGenerator();

    private static final String SELECT =
            "select id, review, kind, appointment, seat, wished_day, asked_by, asked_at, outcome, decision from change_of_plan ";

    private final JdbcClient database;
    private final Clock clock;

    ChangeRecord(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Writes down what somebody asks for. Of illness nothing is to be decided. The caller holds the review. */
    ChangeOfPlan open(Asked asked, UUID review) {
        boolean decidedAlready = asked.kind() == ChangeKind.ILLNESS;
        UUID id = KEYS.generate();
        database.sql(
                        """
                        insert into change_of_plan (id, review, open_review, kind, appointment, seat, wished_day, asked_by, asked_at, outcome)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        review,
                        decidedAlready ? null : review,
                        asked.kind().name(),
                        asked.appointment().map(Enum::name).orElse(null),
                        asked.seat().orElse(null),
                        asked.wishedDay().orElse(null),
                        asked.by(),
                        Timestamp.from(clock.instant()),
                        decidedAlready ? ChangeOfPlan.Outcome.BUFFERED.name() : null)
                .update();
        return of(id).orElseThrow();
    }

    Optional<ChangeOfPlan> of(UUID id) {
        return database.sql(SELECT + "where id = ?")
                .param(id)
                .query(ChangeRecord::change)
                .optional();
    }

    /** The one that is open on a review. */
    Optional<ChangeOfPlan> openOn(UUID review) {
        return database.sql(SELECT + "where open_review = ?")
                .param(review)
                .query(ChangeRecord::change)
                .optional();
    }

    /** Keys of those that are open on some reviews, by review. One statement. */
    Map<UUID, UUID> openOn(Collection<UUID> reviews) {
        record Open(UUID review, UUID id) {}
        return reviews.isEmpty()
                ? Map.of()
                : database
                        .sql("select open_review as review, id from change_of_plan where open_review in (:reviews)")
                        .param("reviews", reviews)
                        .query(Open.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Open::review, Open::id));
    }

    /**
     * Notes what is broken in some reviews, whose rows the caller holds: what was noted and is not broken any more goes.
     *
     * @return what was not noted before. One statement, if nothing was and nothing is broken
     */
    List<Broken> noteBroken(Collection<UUID> reviews, List<Broken> broken) {
        Set<BrokenRow> known = Set.copyOf(
                database.sql("select review, what, closed_on from closed_day_told where review in (:reviews)")
                        .param("reviews", reviews)
                        .query(BrokenRow.class)
                        .list());
        Set<BrokenRow> now = broken.stream().map(BrokenRow::of).collect(Collectors.toSet());
        known.stream()
                .filter(row -> !now.contains(row))
                .forEach(row ->
                        write("delete from closed_day_told where review = ? and what = ? and closed_on = ?", row));
        now.stream()
                .filter(row -> !known.contains(row))
                .forEach(row -> write("insert into closed_day_told (review, what, closed_on) values (?, ?, ?)", row));
        return broken.stream().filter(one -> !known.contains(BrokenRow.of(one))).toList();
    }

    private record BrokenRow(UUID review, String what, LocalDate closedOn) {

        static BrokenRow of(Broken broken) {
            String kind = broken.kind().name();
            return new BrokenRow(
                    broken.review(),
                    broken.place().map(place -> kind + " " + place.occupancy()).orElse(kind),
                    broken.day());
        }
    }

    private void write(String statement, BrokenRow row) {
        database.sql(statement).params(row.review(), row.what(), row.closedOn()).update();
    }

    /** All of a review, the latest first. */
    List<ChangeOfPlan> of(UUID review, int most) {
        return database.sql(SELECT + "where review = ? order by asked_at desc, id desc limit ?")
                .params(review, most)
                .query(ChangeRecord::change)
                .list();
    }

    /** It ended without a decision. */
    void end(UUID id, ChangeOfPlan.Outcome outcome) {
        database.sql(
                        "update change_of_plan set open_review = null, outcome = ?, ended_at = ? where id = ? and outcome is null")
                .params(outcome.name(), Timestamp.from(clock.instant()), id)
                .update();
    }

    /** Somebody has decided. False if it was decided before. */
    boolean decided(UUID id, Way way, String by) {
        return database.sql(
                                """
                                update change_of_plan set open_review = null, outcome = ?, decision = ?, decided_by = ?, ended_at = ?
                                where id = ? and outcome is null""")
                        .params(
                                (way == Way.KEEP ? ChangeOfPlan.Outcome.KEPT : ChangeOfPlan.Outcome.CHANGED).name(),
                                way.name(),
                                by,
                                Timestamp.from(clock.instant()),
                                id)
                        .update()
                > 0;
    }

    private static ChangeOfPlan change(ResultSet row, int number) throws SQLException {
        return new ChangeOfPlan(
                row.getObject("id", UUID.class),
                row.getObject("review", UUID.class),
                ChangeKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("appointment")).map(AppointmentKind::valueOf),
                Optional.ofNullable(row.getObject("seat", UUID.class)),
                Optional.ofNullable(row.getObject("wished_day", LocalDate.class)),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                Optional.ofNullable(row.getString("outcome")).map(ChangeOfPlan.Outcome::valueOf),
                Optional.ofNullable(row.getString("decision")).map(Way::valueOf));
    }
}
