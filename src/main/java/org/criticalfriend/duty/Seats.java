package org.criticalfriend.duty;

import com.fasterxml.uuid.Generators;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.partnership.Duty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The seats of reviews and their occupants. */
@Repository
public class Seats {

    private final JdbcClient database;
    private final Clock clock;

    Seats(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Sets up a seat and puts its first occupant on it. */
    @Transactional
    public Seat add(UUID review, Duty duty, int number, String person) {
        Seat seat = new Seat(Generators.timeBasedEpochGenerator().generate(), review, duty, number);
        database.sql("insert into seat (id, review, duty, number) values (?, ?, ?, ?)")
                .params(seat.id(), review, duty.name(), number)
                .update();
        database.sql("insert into occupancy (id, seat, person, since, fills) values (?, ?, ?, ?, ?)")
                .params(
                        Generators.timeBasedEpochGenerator().generate(),
                        seat.id(),
                        person,
                        Timestamp.from(clock.instant()),
                        seat.id())
                .update();
        return seat;
    }

    /** The seats of some duties on a review, in the order of the duties and their numbers. */
    public List<Seat> of(UUID review, Collection<Duty> duties) {
        List<Seat> seats = database.sql("select id, review, duty, number from seat where review = ? order by number")
                .param(review)
                .query(Seat.class)
                .list();
        return duties.stream()
                .flatMap(duty -> seats.stream().filter(seat -> seat.duty() == duty))
                .toList();
    }

    /** Whether a person fills any seat of a review. */
    public boolean isOnTeam(UUID review, String person) {
        return database.sql(
                                "select count(*) from occupancy o join seat s on s.id = o.fills where s.review = ? and o.person = ?")
                        .params(review, person)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Id of the person who fills a seat now; empty if nobody does. */
    public Optional<String> occupantOf(UUID seat) {
        return database.sql("select person from occupancy where fills = ?")
                .param(seat)
                .query(String.class)
                .optional();
    }
}
