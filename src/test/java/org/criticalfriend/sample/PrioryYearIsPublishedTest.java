package org.criticalfriend.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.SeatsAreLookedAfter;
import org.criticalfriend.year.YearScenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The year 2026/27 of the Priory partnership, from its register to its end. */
@ApplicationTest
class PrioryYearIsPublishedTest {

    private static final SchoolYear YEAR = new SchoolYear(2026);
    private static final LocalDate BEFORE_THE_SUMMER = LocalDate.of(2026, 7, 10);
    private static final String PRIORY = "priory";

    @Autowired
    SampleLoader loader;

    @Autowired
    YearScenario year;

    @Autowired
    SeatsAreLookedAfter seats;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    @Test
    void itIsPlannedPublishedReleasedAndComesToItsEnd() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 4), LocalTime.of(9, 0)));
        enterRegister();
        clock.moveTo(SchoolTime.at(BEFORE_THE_SUMMER, LocalTime.of(9, 0)));

        String reference = year.propose(PRIORY, YEAR, BEFORE_THE_SUMMER, "priorylead");
        assertThat(year.against(reference)).isEmpty();
        year.agree(reference);

        assertThat(year.state(reference)).isEqualTo("PUBLISHED");
        assertThat(year.reviews(PRIORY)).hasSize(8);
        assertThat(seats.faults(PRIORY)).isEmpty();
        assertThat(dutiesWithoutAnybody()).isEmpty();

        Set<String> asked = year.tasks(reference, "AgreeOurDuties").stream()
                .map(Task::getAssignee)
                .collect(Collectors.toSet());
        assertThat(asked)
                .contains("abbeyhighhead", "priorylead", "milllanehead")
                .doesNotContain("admin");
        year.releaseEverybody(reference);
        assertThat(released(reference)).isEqualTo(asked.size());

        year.cancelAll(PRIORY);
        assertThat(seats.faults(PRIORY)).isEmpty();
        year.untilOver(reference, 7);
        assertThat(year.state(reference)).isEqualTo("ENDED");
    }

    /** All of it but the administrator, who is there in every installation. */
    private void enterRegister() {
        SampleFiles files = new SampleFiles(new DefaultResourceLoader(), "classpath:sample/priory");
        transaction.executeWithoutResult(status -> loader.enter(
                files.schools(),
                files.people().stream()
                        .filter(person -> !person.roles().contains(Role.ADMIN))
                        .toList()));
    }

    private List<String> dutiesWithoutAnybody() {
        return database.sql(
                        """
                        select r.reference || ' ' || s.duty from seat s join review r on r.id = s.review
                        where r.partnership = ? and not exists (select 1 from occupancy o where o.fills = s.id)""")
                .param(PRIORY)
                .query(String.class)
                .list();
    }

    private long released(String reference) {
        return database.sql(
                        "select count(*) from year_release l join partnership_year y on y.id = l.plan_of where y.reference = ?")
                .param(reference)
                .query(Long.class)
                .single();
    }
}
