package org.criticalfriend.duty;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.criticalfriend.duty.Loads.Share;
import org.criticalfriend.duty.Occupant.State;
import org.criticalfriend.duty.Suitability.Registered;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.Training;
import org.criticalfriend.reading.ReadOnce;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The record of seats, occupants and days claimed: all SQL of this package. It decides nothing. */
@Repository
class DutyRecord {

    /**
     * Who was named deputy lead.
     *
     * @param version counts up with every change
     */
    record NamedDeputy(int version, String person) {}

    private static final String HELD_REVIEW = "select r.id, r.partnership, r.host from review r where r.id = ";
    private static final String SEAT = "select s.id, s.review, s.duty, s.number from seat s ";
    private static final String OCCUPANT =
            """
            select o.id, o.version, o.seat, o.person, o.state, o.fills, o.since, o.answered, o.until, o.override_reason
            from occupancy o\s""";
    private static final String LASTING = "o.state in ('ASKED', 'CONFIRMED')";
    private static final String PLACE =
            """
            select o.id as occupancy, o.person, s.review, s.duty, o.fills is not null as fills
            from seat s join occupancy o on o.seat = s.id
            where s.review in (:reviews) and\s"""
                    + LASTING;
    private static final String CLAIM =
            "select c.id, c.occupancy, c.person, c.held_on, c.review, c.appointment from day_claim c ";
    private static final String SHARES =
            """
            select c.person, p.school, c.appointment,
                sum(case when s.duty in (:standIns) then 1 else 2 end) as halves
            from day_claim c
                join occupancy o on o.id = c.occupancy
                join seat s on s.id = o.seat
                join person p on p.id = c.person
            where c.held_on between :first and :last %s
            group by c.person, p.school, c.appointment""";

    /** One for all, for it counts up within a millisecond. */
    private static final TimeBasedEpochGenerator KEYS = Generators.timeBasedEpochGenerator();

    private final JdbcClient database;
    private final NamedParameterJdbcOperations batches;
    private final ReadOnce once;

    DutyRecord(JdbcClient database, NamedParameterJdbcOperations batches, ReadOnce once) {
        this.once = once;
        this.database = database;
        this.batches = batches;
    }

    /** A new key: ordered by time, so that rows lie in the order they were written. */
    static UUID newId() {
        return KEYS.generate();
    }

    /** Holds a review's row until the transaction ends. */
    HeldReview holdReview(UUID review) {
        once.forget();
        return database.sql(HELD_REVIEW + "? for update")
                .param(review)
                .query(HeldReview.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no review %s.".formatted(review)));
    }

    /** Holds the rows of some reviews until the transaction ends, in the order in which everybody holds several of them. */
    void holdReviews(Collection<UUID> reviews) {
        List<ReviewRow> rows = reviews.stream().map(ReviewRow::new).toList();
        if (rows.stream().allMatch(once::holds)) {
            return;
        }
        once.forget();
        database.sql("select r.id from review r where r.id in (:reviews) order by r.id for update")
                .param("reviews", reviews)
                .query(UUID.class)
                .list();
        once.holding(rows);
    }

    /** Holds the row of a seat's review until the transaction ends. */
    HeldReview holdReviewOfSeat(UUID seat) {
        once.forget();
        return database.sql(HELD_REVIEW + "(select review from seat where id = ?) for update")
                .param(seat)
                .query(HeldReview.class)
                .optional()
                .orElseThrow(() -> noSeat(seat));
    }

    /** Holds the row of the review of an occupancy's seat until the transaction ends. */
    HeldReview holdReviewOfOccupancy(UUID occupancy) {
        once.forget();
        return database.sql(HELD_REVIEW
                        + "(select s.review from seat s join occupancy o on o.seat = s.id where o.id = ?) for update")
                .param(occupancy)
                .query(HeldReview.class)
                .optional()
                .orElseThrow(() -> noOccupant(occupancy));
    }

    /** Holds a seat's row until the transaction ends. */
    Seat hold(UUID seat) {
        return database.sql(SEAT + "where s.id = ? for update")
                .param(seat)
                .query(Seat.class)
                .optional()
                .orElseThrow(() -> noSeat(seat));
    }

    /** Holds the row of an occupancy's seat until the transaction ends. */
    Seat holdSeatOf(UUID occupancy) {
        return database.sql(SEAT + "where s.id = (select seat from occupancy where id = ?) for update")
                .param(occupancy)
                .query(Seat.class)
                .optional()
                .orElseThrow(() -> noOccupant(occupancy));
    }

    private static IllegalArgumentException noSeat(UUID seat) {
        return new IllegalArgumentException("There is no seat %s.".formatted(seat));
    }

    private static IllegalArgumentException noOccupant(UUID occupancy) {
        return new IllegalArgumentException("There is no occupant %s.".formatted(occupancy));
    }

    Seat seat(UUID seat) {
        return database.sql(SEAT + "where s.id = ?")
                .param(seat)
                .query(Seat.class)
                .optional()
                .orElseThrow(() -> noSeat(seat));
    }

    List<UUID> reviewsOf(String person) {
        return database.sql(
                        "select distinct s.review from occupancy o join seat s on s.id = o.seat where o.person = ? and "
                                + LASTING + " order by s.review")
                .param(person)
                .query(UUID.class)
                .list();
    }

    /** Keys of the seats of a review that were given up. */
    Set<UUID> givenUp(UUID review) {
        return database.sql("select id from seat where review = ? and given_up is not null")
                .param(review)
                .query(UUID.class)
                .set();
    }

    void giveUp(UUID seat, Instant now) {
        database.sql("update seat set given_up = ? where id = ?")
                .params(Timestamp.from(now), seat)
                .update();
    }

    void takeUpAgain(UUID seat) {
        database.sql("update seat set given_up = null where id = ? and given_up is not null")
                .param(seat)
                .update();
    }

    List<Seat> seatsOf(UUID review) {
        return inOrder(database.sql(SEAT + "where s.review = ?").param(review));
    }

    List<Seat> vacantSeatsOf(UUID review) {
        return inOrder(database.sql(
                        SEAT
                                + "where s.review = ? and s.given_up is null and not exists (select 1 from occupancy o where o.fills = s.id)")
                .param(review));
    }

    private static List<Seat> inOrder(StatementSpec seats) {
        return seats.query(Seat.class).list().stream()
                .sorted(Comparator.comparing(Seat::duty).thenComparing(Seat::number))
                .toList();
    }

    void addSeats(Collection<Seat> seats) {
        inBatch(
                "insert into seat (id, review, duty, number) values (:id, :review, :duty, :number)",
                seats.stream()
                        .map(seat -> new MapSqlParameterSource("id", seat.id())
                                .addValue("review", seat.review())
                                .addValue("duty", seat.duty().name())
                                .addValue("number", seat.number()))
                        .toList());
    }

    Set<UUID> reviewsWithSeatOf(String person, Duty duty) {
        return database.sql(
                        "select s.review from occupancy o join seat s on s.id = o.fills where o.person = ? and s.duty = ?")
                .params(person, duty.name())
                .query(UUID.class)
                .set();
    }

    /** Who fills seats of some reviews, by review and duty, in the order of the seats' numbers. */
    Map<UUID, Map<Duty, List<String>>> fillingSeatsOf(Collection<UUID> reviews) {
        record Filled(UUID review, Duty duty, String person) {}
        return reviews.isEmpty()
                ? Map.of()
                : database
                        .sql(
                                """
                                select s.review, s.duty, o.person from seat s join occupancy o on o.fills = s.id
                                where s.review in (:reviews) order by s.number, s.id""")
                        .param("reviews", reviews)
                        .query(Filled.class)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Filled::review,
                                Collectors.groupingBy(
                                        Filled::duty,
                                        () -> new EnumMap<>(Duty.class),
                                        Collectors.mapping(Filled::person, Collectors.toList()))));
    }

    boolean fillsAnySeat(UUID review, String person) {
        return database.sql(
                                "select count(*) from occupancy o join seat s on s.id = o.fills where s.review = ? and o.person = ?")
                        .params(review, person)
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<String> filling(UUID seat) {
        return database.sql("select person from occupancy where fills = ?")
                .param(seat)
                .query(String.class)
                .optional();
    }

    Occupant occupant(UUID occupancy) {
        return database.sql(OCCUPANT + "where o.id = ?")
                .param(occupancy)
                .query(DutyRecord::occupant)
                .optional()
                .orElseThrow(() -> noOccupant(occupancy));
    }

    List<Occupant> allOn(UUID seat) {
        return database.sql(OCCUPANT + "where o.seat = ? order by o.since, o.id")
                .param(seat)
                .query(DutyRecord::occupant)
                .list();
    }

    List<Occupant> lastingOn(UUID seat) {
        return database.sql(OCCUPANT + "where o.seat = ? and " + LASTING + " order by o.since, o.id")
                .param(seat)
                .query(DutyRecord::occupant)
                .list();
    }

    /** The seats of some reviews that were not given up, in the order of duties and numbers. */
    List<Seat> seatsInUse(Collection<UUID> reviews) {
        return reviews.isEmpty()
                ? List.of()
                : inOrder(database.sql(SEAT + "where s.review in (:reviews) and s.given_up is null")
                        .param("reviews", reviews));
    }

    /** The same of several reviews. */
    List<Occupant> lastingOf(Collection<UUID> reviews) {
        return reviews.isEmpty()
                ? List.of()
                : database.sql(OCCUPANT + "join seat s on s.id = o.seat where s.review in (:reviews) and " + LASTING
                                + " order by o.since, o.id")
                        .param("reviews", reviews)
                        .query(DutyRecord::occupant)
                        .list();
    }

    /** Who has said no to a review, or stepped back from it. */
    Set<String> saidNoTo(UUID review) {
        return database.sql(
                        """
                        select o.person from occupancy o join seat s on s.id = o.seat
                        where s.review = ? and o.state in ('DECLINED', 'WITHDRAWN')""")
                .param(review)
                .query(String.class)
                .set();
    }

    List<Occupant> lastingOf(UUID review) {
        return database.sql(OCCUPANT + "join seat s on s.id = o.seat where s.review = ? and " + LASTING
                        + " order by o.since, o.id")
                .param(review)
                .query(DutyRecord::occupant)
                .list();
    }

    void addOccupants(Collection<Occupant> occupants) {
        inBatch(
                """
                insert into occupancy (id, version, seat, person, state, fills, since, answered, until, override_reason)
                values (:id, :version, :seat, :person, :state, :fills, :since, :answered, :until, :reason)""",
                occupants.stream().map(DutyRecord::parameters).toList());
    }

    /**
     * Writes changed occupants.
     *
     * @throws OptimisticLockingFailureException if one of them has been changed since it was read
     */
    void update(Collection<Occupant> occupants) {
        int[] rows = inBatch(
                """
                update occupancy
                set version = :version, state = :state, fills = :fills, answered = :answered, until = :until
                where id = :id and version = :version - 1""",
                occupants.stream().map(DutyRecord::parameters).toList());
        for (int changed : rows) {
            if (changed == 0) {
                throw new OptimisticLockingFailureException("An occupant has been changed by somebody else meanwhile.");
            }
        }
    }

    /** Where people are or are asked to be on some reviews. */
    List<Place> places(Collection<UUID> reviews) {
        return database.sql(PLACE).param("reviews", reviews).query(Place.class).list();
    }

    /** The same, and holds the rows of seats and occupants until the transaction ends, always in the same order. */
    List<Place> holdPlaces(Collection<UUID> reviews) {
        return database.sql(PLACE + " order by s.id, o.id for update")
                .param("reviews", reviews)
                .query(Place.class)
                .list();
    }

    List<DayClaim> claimsOf(String person, LocalDate first, LocalDate last) {
        return database.sql(CLAIM + "where c.person = ? and c.held_on between ? and ? order by c.held_on")
                .params(person, first, last)
                .query(DayClaim.class)
                .list();
    }

    List<DayClaim> claimsOf(Collection<String> people, LocalDate first, LocalDate last) {
        return people.isEmpty()
                ? List.of()
                : database.sql(CLAIM + "where c.person in (:people) and c.held_on between :first and :last")
                        .param("people", people)
                        .param("first", first)
                        .param("last", last)
                        .query(DayClaim.class)
                        .list();
    }

    /** What any of these people have given on any of these days. */
    List<DayClaim> claimsOn(Collection<String> people, Collection<LocalDate> days) {
        return people.isEmpty() || days.isEmpty()
                ? List.of()
                : database.sql(CLAIM + "where c.person in (:people) and c.held_on in (:days)")
                        .param("people", people)
                        .param("days", days)
                        .query(DayClaim.class)
                        .list();
    }

    /** Claims of some occupancies from a day on. */
    List<DayClaim> claimsOfOccupancies(Collection<UUID> occupancies, LocalDate first) {
        return occupancies.isEmpty()
                ? List.of()
                : database.sql(CLAIM + "where c.occupancy in (:occupancies) and c.held_on >= :first")
                        .param("occupancies", occupancies)
                        .param("first", first)
                        .query(DayClaim.class)
                        .list();
    }

    void addClaims(Collection<DayClaim> claims) {
        inBatch(
                """
                insert into day_claim (id, occupancy, person, held_on, review, appointment)
                values (:id, :occupancy, :person, :heldOn, :review, :appointment)""",
                claims.stream()
                        .map(claim -> new MapSqlParameterSource("id", claim.id())
                                .addValue("occupancy", claim.occupancy())
                                .addValue("person", claim.person())
                                .addValue("heldOn", claim.heldOn())
                                .addValue("review", claim.review())
                                .addValue("appointment", claim.appointment().name()))
                        .toList());
    }

    /** @param heirs by claim, the occupancy for which it is given from now on */
    void passClaimsOn(Map<UUID, UUID> heirs) {
        inBatch(
                "update day_claim set occupancy = :heir where id = :claim",
                heirs.entrySet().stream()
                        .map(entry ->
                                new MapSqlParameterSource("claim", entry.getKey()).addValue("heir", entry.getValue()))
                        .toList());
    }

    void deleteClaimsOfReviews(Collection<UUID> reviews, LocalDate first) {
        database.sql("delete from day_claim where review in (:reviews) and held_on >= :first")
                .param("reviews", reviews)
                .param("first", first)
                .update();
    }

    void deleteClaimsOfOccupancies(Collection<UUID> occupancies, LocalDate first) {
        if (!occupancies.isEmpty()) {
            database.sql("delete from day_claim where occupancy in (:occupancies) and held_on >= :first")
                    .param("occupancies", occupancies)
                    .param("first", first)
                    .update();
        }
    }

    /** Days given by person and appointment, first and last day included. */
    List<Share> shares(LocalDate first, LocalDate last) {
        return shares(database.sql(SHARES.formatted("")), first, last);
    }

    /** The same for the reviews of one partnership. */
    List<Share> shares(String partnership, LocalDate first, LocalDate last) {
        return shares(
                database.sql(SHARES.formatted(
                                "and c.review in (select id from review where partnership = :partnership)"))
                        .param("partnership", partnership),
                first,
                last);
    }

    private static List<Share> shares(StatementSpec statement, LocalDate first, LocalDate last) {
        return statement
                .param("standIns", StandIns.duties().stream().map(Duty::name).toList())
                .param("first", first)
                .param("last", last)
                .query((row, number) -> new Share(
                        row.getString("person"),
                        Optional.ofNullable(row.getString("school")),
                        new Load(Map.of(AppointmentKind.valueOf(row.getString("appointment")), row.getInt("halves")))))
                .list();
    }

    /**
     * What the register knows of people; who is not in it is left out. They take part in a partnership through their own school or
     * one where they have a role, if it is a member, or by a role in the partnership; who is only office or trustee does not.
     */
    Collection<Registered> registered(Collection<String> people, String partnership) {
        if (people.isEmpty()) {
            return List.of();
        }
        Map<String, Registered> found = new LinkedHashMap<>();
        database.sql(
                        """
                        select p.id, p.given, p.family, p.left_on, p.school, r.school as role_school,
                            t.duty, t.trained_on, t.until_day,
                            case when (m.school is not null or r.partnership = :partnership)
                                and (r.role is null or r.role not in ('OFFICE', 'TRUSTEE')) then true else false end as takes_part
                        from person p
                            left join person_role r on r.person = p.id
                            left join membership m on m.partnership = :partnership and m.status <> 'LEFT'
                                and m.school in (p.school, r.school)
                            left join training t on t.person = p.id
                        where p.id in (:people)""")
                .param("people", people)
                .param("partnership", partnership)
                .query((row, number) -> registered(row))
                .list()
                .forEach(person -> found.merge(person.id(), person, Registered::and));
        return found.values();
    }

    /** On how many reviews that were visited before a day people have led or reviewed; nothing for who was on none. */
    Map<String, Integer> reviewsBefore(LocalDate day, Collection<String> people) {
        record Count(String person, int reviews) {}
        return people.isEmpty()
                ? Map.of()
                : database
                        .sql(
                                """
                                select o.person, count(distinct s.review) as reviews
                                from occupancy o join seat s on s.id = o.fills join review r on r.id = s.review
                                where o.person in (:people) and r.visit_last < :day
                                    and s.duty in ('LEAD_REVIEWER', 'PEER_REVIEWER')
                                group by o.person""")
                        .param("people", people)
                        .param("day", day)
                        .query(Count.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Count::person, Count::reviews));
    }

    /** Who was named deputy lead of a review, whether or not they are still on its team. */
    Optional<NamedDeputy> namedDeputy(UUID review) {
        return database.sql("select version, person from deputy_lead where review = ?")
                .param(review)
                .query(NamedDeputy.class)
                .optional();
    }

    /** Writes down who is named deputy lead, instead of whoever was. The caller holds the review. */
    void nameDeputy(UUID review, String person) {
        int changed = database.sql("update deputy_lead set version = version + 1, person = ? where review = ?")
                .params(person, review)
                .update();
        if (changed == 0) {
            database.sql("insert into deputy_lead (review, version, person) values (?, 0, ?)")
                    .params(review, person)
                    .update();
        }
    }

    /** A person with one of their roles and one of their trainings. */
    private static Registered registered(ResultSet row) throws SQLException {
        return new Registered(
                row.getString("id"),
                row.getString("given") + " " + row.getString("family"),
                row.getObject("left_on") != null,
                row.getBoolean("takes_part"),
                present(row.getString("school"), row.getString("role_school")),
                row.getString("duty") == null ? Set.of() : Set.of(training(row)));
    }

    private static Set<String> present(String... values) {
        return Arrays.stream(values).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static Training training(ResultSet row) throws SQLException {
        return new Training(
                Duty.valueOf(row.getString("duty")),
                Optional.ofNullable(row.getObject("trained_on", LocalDate.class)),
                Optional.empty(),
                Optional.ofNullable(row.getObject("until_day", LocalDate.class)));
    }

    private int[] inBatch(String statement, List<MapSqlParameterSource> rows) {
        return rows.isEmpty() ? new int[0] : batches.batchUpdate(statement, rows.toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource parameters(Occupant occupant) {
        return new MapSqlParameterSource("id", occupant.id())
                .addValue("version", occupant.version())
                .addValue("seat", occupant.seat())
                .addValue("person", occupant.person())
                .addValue("state", occupant.state().name())
                .addValue("fills", occupant.fills() ? occupant.seat() : null)
                .addValue("since", Timestamp.from(occupant.since()))
                .addValue("answered", occupant.answered().map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .addValue("until", occupant.until().map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .addValue("reason", occupant.overrideReason().orElse(null), Types.VARCHAR);
    }

    private static Occupant occupant(ResultSet row, int number) throws SQLException {
        return new Occupant(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("seat", UUID.class),
                row.getString("person"),
                State.valueOf(row.getString("state")),
                row.getObject("fills") != null,
                row.getTimestamp("since").toInstant(),
                moment(row, "answered"),
                moment(row, "until"),
                Optional.ofNullable(row.getString("override_reason")));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
