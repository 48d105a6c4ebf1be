package org.criticalfriend.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.Answers;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class DraftsTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    MovableClock clock;

    @Autowired
    Drafts drafts;

    @Autowired
    FormGate gate;

    private Made made;
    private String task;

    @BeforeEach
    void anOpenTask() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(21), LocalTime.of(9, 0)));
        made = partnerships.make();
        String reference = partnerships.startReview(made, TestPartnership.VISIT);
        task = new Rest(port, made.leadReviewer()).task(reference, "HoldPlanningMeeting", made.leadReviewer());
    }

    @Test
    void aDraftIsReadBackByItsAuthorOnly() {
        drafts.keep(made.leadReviewer(), task, "[\"first\"]");
        drafts.keep(made.leadReviewer(), task, "[\"second\"]");

        assertThat(drafts.of(made.leadReviewer(), task))
                .map(Drafts.Draft::content)
                .contains("[\"second\"]");
        assertThat(drafts.of(made.hostHead(), task)).isEmpty();
        assertThat(gate.isOwnTask(task, made.leadReviewer())).isTrue();
        assertThat(gate.isOwnTask(task, made.hostHead())).isFalse();
    }

    @Test
    void aDraftGoesWhenItsTaskIsDone() {
        drafts.keep(made.leadReviewer(), task, "[\"typed\"]");

        assertThat(new Rest(port, made.leadReviewer())
                        .complete(task, Answers.planningMeeting("2026-09-17"))
                        .status())
                .isEqualTo(204);

        assertThat(drafts.of(made.leadReviewer(), task)).isEmpty();
    }

    @Test
    void aRefusalLeavesTheDraft() {
        drafts.keep(made.leadReviewer(), task, "[\"typed\"]");

        assertThat(new Rest(port, made.leadReviewer())
                        .complete(task, java.util.Map.of())
                        .status())
                .isEqualTo(400);

        assertThat(drafts.of(made.leadReviewer(), task))
                .map(Drafts.Draft::content)
                .contains("[\"typed\"]");
    }
}
