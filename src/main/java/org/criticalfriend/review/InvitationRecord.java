package org.criticalfriend.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.notification.CalendarEntry.Times;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of invitations and of private feeds: all SQL of both, each statement for any number of rows. */
@Repository
class InvitationRecord {

    private static final String SELECT =
            """
            select i.*, r.reference, s.name as school
            from invitation i join review r on r.id = i.review join school s on s.id = r.host\s""";

    private final Records records;
    private final JdbcClient database;
    private final NamedParameterJdbcOperations batches;

    InvitationRecord(Records records, JdbcClient database, NamedParameterJdbcOperations batches) {
        this.records = records;
        this.database = database;
        this.batches = batches;
    }

    /**
     * An invitation, and to which review.
     *
     * @param reference of the review
     * @param school name of the host
     */
    record Kept(Invitation invitation, String reference, String school) {}

    /** Holds the rows of the reviews of some hosts that are neither followed up nor cancelled; their keys. */
    List<UUID> holdOpenAt(Collection<String> hosts) {
        return database.sql(
                        """
                        select id from review
                        where host in (:hosts) and follow_up_held_on is null and cancelled_at is null order by id for update""")
                .param("hosts", hosts)
                .query(UUID.class)
                .list();
    }

    /** Holds the rows of all reviews that are neither followed up nor cancelled and have told nobody of anything; their keys. */
    List<UUID> holdOpenWithoutInvitations() {
        return database.sql(
                        """
                        select id from review
                        where follow_up_held_on is null and cancelled_at is null
                            and not exists (select 1 from invitation i where i.review = review.id)
                        order by id for update""")
                .query(UUID.class)
                .list();
    }

    /** When and where appointments of some reviews are, if otherwise than usual, by review and appointment. */
    Map<UUID, Map<AppointmentKind, Arrangement>> arrangements(Collection<UUID> reviews) {
        return records.where(Arrangement.class, "review in (:reviews)", Map.of("reviews", reviews)).stream()
                .collect(Collectors.groupingBy(
                        Arrangement::review, Collectors.toMap(Arrangement::kind, arrangement -> arrangement)));
    }

    /** Of which of some reviews the head comes to the workshop: their ids by review. */
    Map<UUID, String> headsAtWorkshops(Collection<UUID> reviews) {
        record Wish(UUID review, String person) {}
        return database
                .sql("select review, person from head_at_workshop where review in (:reviews)")
                .param("reviews", reviews)
                .query(Wish.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Wish::review, Wish::person));
    }

    /** What people were last told about some reviews. */
    List<Invitation> of(Collection<UUID> reviews) {
        return database.sql("select i.* from invitation i where i.review in (:reviews)")
                .param("reviews", reviews)
                .query(InvitationRecord::invitation)
                .list();
    }

    /** An invitation. */
    Optional<Kept> find(UUID id) {
        return database.sql(SELECT + "where i.id = ?")
                .param(id)
                .query(InvitationRecord::kept)
                .optional();
    }

    /**
     * What a person has in their calendar.
     *
     * @param from leaves out what ended before this day
     * @param cancelledSince leaves out what was cancelled before
     */
    List<Kept> of(String person, LocalDate from, Instant cancelledSince) {
        return database.sql(
                        SELECT
                                + """
                        where i.recipient = ? and i.last_day >= ? and (i.cancelled = false or i.told_at >= ?)
                        order by i.last_day, i.id""")
                .params(person, from, Timestamp.from(cancelledSince))
                .query(InvitationRecord::kept)
                .list();
    }

    void add(Collection<Invitation> some) {
        inBatch(
                """
                insert into invitation (id, review, appointment, recipient, sequence, told_at, cancelled, part, tentative, days,
                    last_day, starts, ends, place, link)
                values (:id, :review, :appointment, :recipient, :sequence, :told, :cancelled, :part, :tentative, :days, :last,
                    :starts, :ends, :place, :link)""",
                some);
    }

    /** @throws OptimisticLockingFailureException if one of them has been changed since it was read */
    void update(Collection<Invitation> some) {
        int[] rows = inBatch(
                """
                update invitation
                set sequence = :sequence, told_at = :told, cancelled = :cancelled, part = :part, tentative = :tentative, days = :days,
                    last_day = :last, starts = :starts, ends = :ends, place = :place, link = :link
                where id = :id and sequence = :sequence - 1""",
                some);
        if (Arrays.stream(rows).anyMatch(changed -> changed == 0)) {
            throw new OptimisticLockingFailureException("An invitation has been changed by somebody else meanwhile.");
        }
    }

    private int[] inBatch(String statement, Collection<Invitation> some) {
        return some.isEmpty()
                ? new int[0]
                : batches.batchUpdate(
                        statement,
                        some.stream().map(InvitationRecord::parameters).toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource parameters(Invitation one) {
        Told what = one.what();
        return new MapSqlParameterSource("id", one.id())
                .addValue("review", one.review())
                .addValue("appointment", one.appointment().name())
                .addValue("recipient", one.recipient())
                .addValue("sequence", one.sequence())
                .addValue("told", Timestamp.from(one.toldAt()))
                .addValue("cancelled", one.cancelled())
                .addValue("part", what.as().name())
                .addValue("tentative", what.tentative())
                .addValue("days", what.days().stream().map(LocalDate::toString).collect(Collectors.joining(" ")))
                .addValue("last", what.last())
                .addValue("starts", what.times().starts())
                .addValue("ends", what.times().ends())
                .addValue("place", what.place().orElse(null), Types.VARCHAR)
                .addValue("link", what.link().orElse(null), Types.VARCHAR);
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(invitation(row, number), row.getString("reference"), row.getString("school"));
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getObject("review", UUID.class),
                AppointmentKind.valueOf(row.getString("appointment")),
                row.getString("recipient"),
                row.getInt("sequence"),
                row.getTimestamp("told_at").toInstant(),
                row.getBoolean("cancelled"),
                new Told(
                        AttendsAs.valueOf(row.getString("part")),
                        row.getBoolean("tentative"),
                        Arrays.stream(row.getString("days").split(" "))
                                .map(LocalDate::parse)
                                .toList(),
                        new Times(row.getObject("starts", LocalTime.class), row.getObject("ends", LocalTime.class)),
                        Optional.ofNullable(row.getString("place")),
                        Optional.ofNullable(row.getString("link"))));
    }

    /** Since when a person has a private feed; empty if they have none. */
    Optional<Instant> feedOf(String person) {
        return database.sql("select since from calendar_feed where person = ?")
                .param(person)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Whose feed a secret opens. */
    Optional<String> personOfFeed(String hash) {
        return database.sql(
                        "select f.person from calendar_feed f join person p on p.id = f.person where f.secret = ? and p.left_on is null")
                .param(hash)
                .query(String.class)
                .optional();
    }

    /** A person's feed gets another secret. */
    void keepFeed(String person, String hash, Instant since) {
        dropFeed(person);
        database.sql("insert into calendar_feed (person, secret, since) values (?, ?, ?)")
                .params(person, hash, Timestamp.from(since))
                .update();
    }

    /** A person has no feed any more. */
    void dropFeed(String person) {
        database.sql("delete from calendar_feed where person = ?").param(person).update();
    }
}
