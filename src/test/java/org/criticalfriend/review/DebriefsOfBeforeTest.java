package org.criticalfriend.review;

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

/** A database in which a review had one debrief, of whichever Champion. */
@Tag("database")
class DebriefsOfBeforeTest {

    private final DataSource source = TestDatabase.empty();
    private final JdbcClient database = JdbcClient.create(source);

    @BeforeEach
    void fill() {
        TestDatabase.migrate(source, "15");
        database.sql(
                        "insert into partnership (id, version, name, kind, led_by, publication) values ('p', 0, 'P', 'CLUSTER', 'PEER', 'TEAM')")
                .update();
        database.sql("insert into school_calendar (id, name, country) values ('c', 'C', 'ENGLAND')")
                .update();
        database.sql(
                        """
                        insert into school (id, version, name, phase, roll, calendar, address, phone)
                        values ('s', 0, 'S', 'PRIMARY', 200, 'c', '1 School Lane', '01632 960001')""")
                .update();
        List.of("one", "two", "gone").forEach(person -> database.sql(
                        """
                        insert into person (id, version, given, family, email, post)
                        values (?, 0, 'Given', 'Family', 'p@school.example', 'Post')""")
                .param(person)
                .update());
    }

    @Test
    void whoTypedUpTheWorkshopHasWrittenIt() {
        UUID review = review("known");
        champion(review, 1, "one", true);
        champion(review, 2, "two", true);
        handedIn("known", "HoldFollowUpMeeting", "one");
        handedIn("known", "RunImprovementWorkshop", "two");
        handedIn("another", "RunImprovementWorkshop", "one");

        TestDatabase.migrate(source, "latest");

        assertThat(debriefs()).containsExactly(Map.of("review", review, "person", "two", "text", "Word of known"));
    }

    @Test
    void whereNothingSaysWhoItIsTheFirstChampion() {
        UUID unknown = review("unknown");
        champion(unknown, 2, "two", true);
        champion(unknown, 1, "gone", false);
        UUID left = review("left");
        champion(left, 1, "gone", false);

        TestDatabase.migrate(source, "latest");

        assertThat(debriefs())
                .containsExactlyInAnyOrder(
                        Map.of("review", unknown, "person", "two", "text", "Word of unknown"),
                        Map.of("review", left, "person", "gone", "text", "Word of left"));
    }

    private UUID review(String reference) {
        UUID id = UUID.randomUUID();
        database.sql(
                        """
                        insert into review (id, version, reference, partnership, host, kind, visit_first, visit_last)
                        values (?, 0, ?, 'p', 's', 'SCHOOL', ?, ?)""")
                .params(id, reference, LocalDate.of(2026, 10, 8), LocalDate.of(2026, 10, 8))
                .update();
        database.sql("insert into workshop_debrief (review, text) values (?, ?)")
                .params(id, "Word of " + reference)
                .update();
        return id;
    }

    private void champion(UUID review, int number, String person, boolean still) {
        UUID seat = UUID.randomUUID();
        database.sql("insert into seat (id, review, duty, number) values (?, ?, 'IMPROVEMENT_CHAMPION', ?)")
                .params(seat, review, number)
                .update();
        database.sql(
                        """
                        insert into occupancy (id, version, seat, person, since, state, fills)
                        values (?, 0, ?, ?, timestamp '2026-09-01 08:00:00', ?, ?)""")
                .params(UUID.randomUUID(), seat, person, still ? "CONFIRMED" : "WITHDRAWN", still ? seat : null)
                .update();
    }

    private void handedIn(String reference, String step, String person) {
        database.sql(
                        """
                        insert into audit (id, at, person, act, subject, review)
                        values (?, timestamp '2026-10-15 17:00:00', ?, 'HANDED_IN', ?, ?)""")
                .params(UUID.randomUUID(), person, step, reference)
                .update();
    }

    private List<Map<String, Object>> debriefs() {
        return database.sql("select review, person, text from debrief")
                .query((row, number) -> Map.<String, Object>of(
                        "review", row.getObject("review", UUID.class),
                        "person", row.getString("person"),
                        "text", row.getString("text")))
                .list();
    }
}
