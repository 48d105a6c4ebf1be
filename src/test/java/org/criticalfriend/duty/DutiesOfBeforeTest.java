package org.criticalfriend.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.criticalfriend.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database in which seats were filled before anybody was asked and before days were claimed. */
@Tag("database")
class DutiesOfBeforeTest {

    private static final LocalDate VISIT = LocalDate.of(2026, 10, 8);

    private final DataSource source = TestDatabase.empty();
    private final JdbcClient database = JdbcClient.create(source);

    @BeforeEach
    void fill() {
        TestDatabase.migrate(source, "5");
        database.sql(
                        "insert into partnership (id, name, kind, led_by, publication) values ('p', 'P', 'CLUSTER', 'PEER', 'TEAM')")
                .update();
        database.sql("insert into school_calendar (id, name) values ('c', 'C')").update();
        database.sql(
                        """
                        insert into school (id, name, phase, roll, calendar, address, phone)
                        values ('s', 'S', 'PRIMARY', 200, 'c', '1 School Lane', '01632 960001')""")
                .update();
        List.of("lead", "peer", "champion", "gone").forEach(person -> database.sql(
                        """
                        insert into person (id, version, given, family, email, post)
                        values (?, 0, 'Given', 'Family', 'p@school.example', 'Post')""")
                .param(person)
                .update());
    }

    @Test
    void whoSatOnASeatHasConfirmedAndGivesTheVisitDay() {
        UUID review = review("one", VISIT);
        UUID lead = occupied(review, "LEAD_REVIEWER", "lead", true);
        UUID champion = occupied(review, "IMPROVEMENT_CHAMPION", "champion", true);
        UUID gone = occupied(review, "PEER_REVIEWER", "gone", false);

        TestDatabase.migrate(source, "latest");

        assertThat(state(lead)).isEqualTo("CONFIRMED");
        assertThat(state(champion)).isEqualTo("CONFIRMED");
        assertThat(state(gone)).isEqualTo("RELEASED");
        assertThat(claims())
                .containsExactly(Map.of("person", "lead", "held_on", VISIT, "occupancy", lead, "review", review));
    }

    @Test
    void whoWasBookedTwiceOnADayGivesItOnce() {
        UUID first = occupied(review("one", VISIT), "RESERVE_REVIEWER", "peer", true);
        UUID second = occupied(review("two", VISIT), "PEER_REVIEWER", "peer", true);
        UUID third = occupied(review("three", VISIT.plusDays(7)), "PEER_REVIEWER", "peer", true);

        TestDatabase.migrate(source, "latest");

        assertThat(claims())
                .hasSize(2)
                .extracting(claim -> claim.get("occupancy"))
                .containsAnyOf(first, second)
                .contains(third);
    }

    @Test
    void aVisitOfSeveralDaysIsGivenOnItsFirstAndItsLastEachDayOnce() {
        UUID first = occupied(review("one", VISIT, VISIT.plusDays(1)), "PEER_REVIEWER", "peer", true);
        occupied(review("two", VISIT.plusDays(1)), "ASSOCIATE", "lead", true);
        occupied(review("three", VISIT, VISIT.plusDays(1)), "LEAD_REVIEWER", "lead", true);
        occupied(review("four", VISIT.minusDays(1), VISIT.plusDays(1)), "RESERVE_REVIEWER", "peer", true);

        TestDatabase.migrate(source, "latest");

        assertThat(claims())
                .filteredOn(claim -> claim.get("person").equals("lead"))
                .extracting(claim -> claim.get("held_on"))
                .containsExactly(VISIT, VISIT.plusDays(1));
        assertThat(claims())
                .filteredOn(claim -> claim.get("person").equals("peer"))
                .extracting(claim -> claim.get("held_on"))
                .containsExactly(VISIT.minusDays(1), VISIT, VISIT.plusDays(1));
        assertThat(claims())
                .filteredOn(claim -> claim.get("occupancy").equals(first))
                .extracting(claim -> claim.get("held_on"))
                .contains(VISIT);
    }

    private UUID review(String reference, LocalDate visit) {
        return review(reference, visit, visit);
    }

    private UUID review(String reference, LocalDate first, LocalDate last) {
        UUID id = UUID.randomUUID();
        database.sql(
                        """
                        insert into review (id, version, reference, partnership, host, kind, visit_first, visit_last)
                        values (?, 0, ?, 'p', 's', 'SCHOOL', ?, ?)""")
                .params(id, reference, first, last)
                .update();
        return id;
    }

    private UUID occupied(UUID review, String duty, String person, boolean still) {
        UUID seat = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        database.sql("insert into seat (id, review, duty, number) values (?, ?, ?, 1)")
                .params(seat, review, duty)
                .update();
        database.sql(
                        "insert into occupancy (id, seat, person, since) values (?, ?, ?, timestamp '2026-09-01 08:00:00')")
                .params(id, seat, person)
                .update();
        if (still) {
            database.sql("update occupancy set fills = seat where id = ?")
                    .param(id)
                    .update();
        }
        return id;
    }

    private String state(UUID occupancy) {
        return database.sql("select state from occupancy where id = ?")
                .param(occupancy)
                .query(String.class)
                .single();
    }

    private List<Map<String, Object>> claims() {
        return database.sql("select person, held_on, occupancy, review from day_claim order by held_on")
                .query((row, number) -> Map.<String, Object>of(
                        "person", row.getString("person"),
                        "held_on", row.getObject("held_on", LocalDate.class),
                        "occupancy", row.getObject("occupancy", UUID.class),
                        "review", row.getObject("review", UUID.class)))
                .list();
    }
}
