package org.criticalfriend.buffering;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.SeatsToFill;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of vacancies, requests, wishes and decisions: all SQL of this package. It decides nothing. */
@Repository
class BufferingRecord implements SeatsToFill {

    private static final TimeBasedEpochGenerator KEYS = Generators.timeBasedEpochGenerator();

    private static final String VACANCY = "select id, review, seat, left_by, since, turn, outcome from vacancy ";
    private static final String REQUEST =
            "select q.id, q.vacancy, q.turn, q.person, q.asked_at, q.answer_by, q.outcome from stand_in_request q ";

    private final JdbcClient database;
    private final Clock clock;

    BufferingRecord(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A vacancy of this moment. The caller holds the review. */
    Vacancy open(UUID review, UUID seat, String leftBy) {
        Instant now = clock.instant();
        Vacancy vacancy = new Vacancy(KEYS.generate(), review, seat, leftBy, now, 0, Optional.empty());
        database.sql(
                        """
                        insert into vacancy (id, review, seat, open_seat, left_by, since, turn)
                        values (?, ?, ?, ?, ?, ?, 0)""")
                .params(vacancy.id(), review, seat, seat, leftBy, Timestamp.from(vacancy.since()))
                .update();
        return vacancy;
    }

    /** @throws IllegalArgumentException if there is no vacancy of this key */
    Vacancy vacancy(UUID id) {
        return database.sql(VACANCY + "where id = ?")
                .param(id)
                .query(BufferingRecord::vacancy)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no vacancy %s.".formatted(id)));
    }

    Optional<Vacancy> openAt(UUID seat) {
        return database.sql(VACANCY + "where open_seat = ?")
                .param(seat)
                .query(BufferingRecord::vacancy)
                .optional();
    }

    /** All of a review, also those that have ended, in the order in which they came about. */
    List<Vacancy> vacanciesOf(UUID review) {
        return database.sql(VACANCY + "where review = ? order by since, id")
                .param(review)
                .query(BufferingRecord::vacancy)
                .list();
    }

    private record Searched(UUID review, Duty duty) {}

    @Override
    public Map<UUID, List<Duty>> of(Collection<UUID> reviews) {
        return reviews.isEmpty()
                ? Map.of()
                : database
                        .sql(
                                """
                                select v.review, s.duty from vacancy v join seat s on s.id = v.open_seat
                                where v.review in (:reviews) order by v.since, v.id""")
                        .param("reviews", reviews)
                        .query(Searched.class)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Searched::review, Collectors.mapping(Searched::duty, Collectors.toList())));
    }

    /**
     * Who said, before searches were begun at once, that they cannot come to the visit of a review as it is planned, and still have a
     * place on it.
     */
    List<String> saidBefore(RunningReview review) {
        return database.sql(
                        """
                        select distinct c.person from cannot_come c
                        where c.review = ? and c.visit = ? and exists (
                            select 1 from seat s join occupancy o on o.fills = s.id where s.review = c.review and o.person = c.person)
                        order by c.person""")
                .params(review.id(), review.visitFirst())
                .query(String.class)
                .list();
    }

    /** Another seat is to be filled instead. */
    void moveTo(UUID vacancy, UUID seat) {
        database.sql("update vacancy set seat = ?, open_seat = ? where id = ?")
                .params(seat, seat, vacancy)
                .update();
    }

    /** From now on everybody may be asked again. */
    void askAnew(UUID vacancy) {
        database.sql("update vacancy set turn = turn + 1 where id = ?")
                .param(vacancy)
                .update();
    }

    void end(UUID vacancy, Vacancy.Outcome outcome) {
        database.sql("update vacancy set open_seat = null, outcome = ?, ended = ? where id = ?")
                .params(outcome.name(), now(), vacancy)
                .update();
    }

    void ask(UUID occupancy, Vacancy vacancy, String person, Instant answerBy) {
        database.sql(
                        "insert into stand_in_request (id, vacancy, turn, person, asked_at, answer_by) values (?, ?, ?, ?, ?, ?)")
                .params(occupancy, vacancy.id(), vacancy.turn(), person, now(), Timestamp.from(answerBy))
                .update();
    }

    Optional<Request> request(UUID occupancy) {
        return database.sql(REQUEST + "where q.id = ?")
                .param(occupancy)
                .query(BufferingRecord::request)
                .optional();
    }

    /** All of a vacancy, in the order in which people were asked. */
    List<Request> requestsOf(UUID vacancy) {
        return database.sql(REQUEST + "where q.vacancy = ? order by q.asked_at, q.id")
                .param(vacancy)
                .query(BufferingRecord::request)
                .list();
    }

    /** All of a review, in the order in which people were asked. */
    List<Request> requestsOfReview(UUID review) {
        return database.sql(REQUEST + "join vacancy v on v.id = q.vacancy where v.review = ? order by q.asked_at, q.id")
                .param(review)
                .query(BufferingRecord::request)
                .list();
    }

    void end(Collection<Request> requests, Request.Outcome outcome) {
        if (!requests.isEmpty()) {
            database.sql("update stand_in_request set outcome = :outcome, ended = :now where id in (:ids)")
                    .param("outcome", outcome.name())
                    .param("now", now())
                    .param("ids", requests.stream().map(Request::id).toList())
                    .update();
        }
    }

    /** What is wished for a review, by person. */
    Map<String, Wish> wishes(UUID review) {
        Map<String, Wish> wishes = new HashMap<>();
        database.sql("select person, wish from stand_in_wish where review = ?")
                .param(review)
                .query(row -> {
                    wishes.put(row.getString(1), Wish.valueOf(row.getString(2)));
                });
        return wishes;
    }

    /** Writes a wish down, or takes it back. The caller holds the review. */
    void wish(UUID review, String person, Optional<Wish> wish, String by) {
        database.sql("delete from stand_in_wish where review = ? and person = ?")
                .params(review, person)
                .update();
        wish.ifPresent(now -> database.sql(
                        "insert into stand_in_wish (review, person, wish, decided_by, decided_at) values (?, ?, ?, ?, ?)")
                .params(review, person, now.name(), by, now())
                .update());
    }

    void decided(UUID vacancy, StandInDecision decision, String by) {
        database.sql(
                        "insert into vacancy_decision (id, vacancy, decision, decided_by, decided_at) values (?, ?, ?, ?, ?)")
                .params(KEYS.generate(), vacancy, decision.name(), by, now())
                .update();
    }

    /** Schools that people of {@code host} review, run the workshop of, or may have to, between two days. */
    Set<String> schoolsReviewedBy(String host, LocalDate first, LocalDate last) {
        return database.sql(
                        """
                        select distinct r.host
                        from occupancy o join seat s on s.id = o.fills join review r on r.id = s.review join person p on p.id = o.person
                        where p.school = ? and r.visit_first between ? and ? and r.cancelled_at is null
                            and s.duty in ('LEAD_REVIEWER', 'PEER_REVIEWER', 'IMPROVEMENT_CHAMPION')""")
                .params(host, first, last)
                .query(String.class)
                .set();
    }

    /** Schools that are visited themselves on one of some days. */
    Set<String> schoolsVisitedOn(Collection<LocalDate> days) {
        return days.isEmpty()
                ? Set.of()
                : database.sql(
                                """
                                select distinct r.host from review r join day_claim d on d.review = r.id
                                where d.appointment = 'VISIT' and d.held_on in (:days)""")
                        .param("days", days)
                        .query(String.class)
                        .set();
    }

    /** How many people of a school are out on a day. */
    record Out(String school, LocalDate day, int people) {}

    /** How many people are out on some days, by school. */
    List<Out> peopleOut(Collection<LocalDate> days) {
        return days.isEmpty()
                ? List.of()
                : database.sql(
                                """
                                select p.school, c.held_on as "day", count(*) as people
                                from day_claim c join person p on p.id = c.person
                                where c.held_on in (:days) and p.school is not null
                                group by p.school, c.held_on""")
                        .param("days", days)
                        .query((row, number) ->
                                new Out(row.getString(1), row.getObject(2, LocalDate.class), row.getInt(3)))
                        .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Vacancy vacancy(ResultSet row, int number) throws SQLException {
        return new Vacancy(
                row.getObject("id", UUID.class),
                row.getObject("review", UUID.class),
                row.getObject("seat", UUID.class),
                row.getString("left_by"),
                row.getTimestamp("since").toInstant(),
                row.getInt("turn"),
                Optional.ofNullable(row.getString("outcome")).map(Vacancy.Outcome::valueOf));
    }

    private static Request request(ResultSet row, int number) throws SQLException {
        return new Request(
                row.getObject("id", UUID.class),
                row.getObject("vacancy", UUID.class),
                row.getInt("turn"),
                row.getString("person"),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("answer_by").toInstant(),
                Optional.ofNullable(row.getString("outcome")).map(Request.Outcome::valueOf));
    }
}
