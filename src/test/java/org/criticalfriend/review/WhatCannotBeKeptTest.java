package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
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
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.StreamUtils;

@ApplicationTest
class WhatCannotBeKeptTest {

    private static final String MARKER = "zebrafinch ";

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    MovableClock clock;

    @Autowired
    Reviews reviews;

    @Autowired
    ReviewsAtAGlance glance;

    @Autowired
    RepositoryService repository;

    private Made made;
    private String reference;

    @BeforeEach
    void aPlanningMeetingToHold() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(21), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
    }

    @Test
    void aFailureToWriteTheRecordSaysNothingOfWhatStoodInIt() {
        Review review = reviews.of(reference);
        Question tooLong = new Question(Reviews.newId(), review.id(), 1, MARKER.repeat(100));

        Throwable thrown = catchThrowable(() -> reviews.insert(List.of(tooLong)));

        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("could not be written").doesNotContain(MARKER.strip());
    }

    @Test
    void aTextThatTheOwnersFormAllowsAndTheRecordDoesNotTakeIsRefusedInWords() throws Exception {
        Deployment owners = repository
                .createDeployment()
                .addString(
                        "hold-planning-meeting.form",
                        StreamUtils.copyToString(
                                        new FileSystemResource("forms/hold-planning-meeting.form").getInputStream(),
                                        java.nio.charset.StandardCharsets.UTF_8)
                                .replace("\"maxLength\": 300", "\"maxLength\": 3000"))
                .deploy();
        try {
            Rest lead = new Rest(port, made.leadReviewer());
            Map<String, Object> answer = Answers.planningMeeting("2026-09-17");
            answer.put("question", MARKER.repeat(100));
            String task = lead.task(reference, "HoldPlanningMeeting", made.leadReviewer());

            Rest.Reply reply = lead.complete(task, answer);

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body()).contains("could not be kept").doesNotContain(MARKER.strip());
            assertThat(reviews.of(reference).goal()).isNull();
            assertThat(lead.task(reference, "HoldPlanningMeeting", made.leadReviewer()))
                    .isEqualTo(task);
        } finally {
            repository.deleteDeployment(owners.getId(), true);
        }
    }

    @Test
    void aYearWithoutTermDatesIsToldOnTheFirstPageInsteadOfBreakingIt() {
        // Eight weeks after a visit in July 2028 lie in a school year that nobody has entered.
        LocalDate visit = LocalDate.of(2028, 7, 10);
        Made other = partnerships.make();
        reviews.add(Review.planned(
                        other.id() + "-late",
                        new PlannedReview(other.id(), other.school('a'), "A focus", visit, visit, Map.of(), Map.of()))
                .withReached(Milestones.NONE.withPlanAgreed(clock.instant())));

        assertThat(glance.seenBy(other.hostHead())).singleElement().satisfies(one -> {
            assertThat(one.when()).contains("term dates are missing");
            assertThat(one.late()).isFalse();
        });
    }
}
