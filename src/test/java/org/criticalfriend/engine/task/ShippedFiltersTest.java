package org.criticalfriend.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class ShippedFiltersTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    MovableClock clock;

    @Autowired
    ShippedFilters filters;

    private Made made;
    private String reference;

    @BeforeEach
    void aReviewWithItsPlanningMeetingToHold() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(21), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
    }

    @Test
    void aParticipantFindsMyTasksLateAndThisWeekAndALeadMyPartnershipToo() {
        assertThat(namesSeenBy(made.leadReviewer())).containsExactly("My tasks", "Late", "This week");
        assertThat(namesSeenBy(made.lead())).containsExactly("My tasks", "Late", "This week", "My partnership");
    }

    @Test
    void shippingThemAgainMakesNoSecondOnes() {
        filters.bringUpToDate();

        assertThat(namesSeenBy(made.lead())).containsExactly("My tasks", "Late", "This week", "My partnership");
    }

    @Test
    void myTasksShowsWhatIsAskedOfMeAndNothingElse() {
        assertThat(tasksIn("My tasks", made.leadReviewer())).containsExactly(reference(made));
        assertThat(tasksIn("My tasks", made.teacher('a'))).isEmpty();
    }

    @Test
    void aTaskComesUpThisWeekAndThenLateAsTheClockGoesOn() {
        // The meeting is on Thursday 24 September; typing it up is due on the Friday at 12:00, a week and some hours
        // ahead.
        assertThat(tasksIn("This week", made.leadReviewer())).isEmpty();
        assertThat(tasksIn("Late", made.leadReviewer())).isEmpty();

        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(16), LocalTime.of(9, 0)));
        assertThat(tasksIn("This week", made.leadReviewer())).hasSize(1);
        assertThat(tasksIn("Late", made.leadReviewer())).isEmpty();

        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(13), LocalTime.of(13, 0)));
        assertThat(tasksIn("Late", made.leadReviewer())).hasSize(1);
    }

    @Test
    void theLeadSeesTheTasksOfThePartnershipButNotThoseOfAnother() {
        Made other = partnerships.make();
        partnerships.startReview(other, TestPartnership.VISIT);

        assertThat(tasksIn("My partnership", made.lead()))
                .containsExactlyInAnyOrder(
                        reference(made),
                        new Rest(port, made.hostHead()).task(reference, "CompleteSelfReview", made.hostHead()));
    }

    @Test
    void aTasksCardSaysTheSchoolAndTheVisit() {
        Rest rest = new Rest(port, made.leadReviewer());
        String task = rest.task(reference, "HoldPlanningMeeting", made.leadReviewer());
        JsonNode variables = rest.post(
                        "/variable-instance",
                        Map.of("variableScopeIdIn", List.of(task), "variableNameIn", List.of("school", "visitDate")))
                .json();

        assertThat(variables.findValuesAsText("value"))
                .containsExactlyInAnyOrder("School a " + made.id(), "Thu 8 Oct 2026");
    }

    private String reference(Made partnership) {
        return new Rest(port, partnership.leadReviewer())
                .task(reference, "HoldPlanningMeeting", partnership.leadReviewer());
    }

    private List<String> namesSeenBy(String person) {
        List<String> order = List.of("My tasks", "Late", "This week", "My partnership");
        return StreamSupport.stream(
                        new Rest(port, person)
                                .get("/filter?resourceType=Task")
                                .json()
                                .spliterator(),
                        false)
                .map(filter -> filter.path("name").asText())
                .sorted(Comparator.comparing(order::indexOf))
                .toList();
    }

    private List<String> tasksIn(String filter, String person) {
        Rest rest = new Rest(port, person);
        for (JsonNode one : rest.get("/filter?resourceType=Task").json()) {
            if (one.path("name").asText().equals(filter)) {
                return rest.get("/filter/" + one.path("id").asText() + "/list")
                        .json()
                        .findValuesAsText("id");
            }
        }
        throw new AssertionError(person + " has no filter " + filter);
    }
}
