package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.Answers;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was agreed at the planning meeting stands where it is needed, and what the host notes for itself stays there. */
@ApplicationTest
class WhatThePlanLeadsToTest {

    private static final String WANTED = "lesson visit; conversation with students";
    private static final String OWN = "Mention the new timetable before they ask.";

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Timers timers;

    @Autowired
    MovableClock clock;

    private Made made;
    private String reference;

    @BeforeEach
    void theMeetingIsHeld() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 17), LocalTime.of(16, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.handIn(
                reference, "HoldPlanningMeeting", made.leadReviewer(), form -> Answers.planningMeeting("2026-09-17"));
    }

    @Test
    void theKindsOfEvidenceThatWereAgreedStandWhereQuestionsAreWrittenAndEvidenceIsNoted() {
        assertThat(page(made.peerReviewer())).contains("As agreed at the planning meeting: " + WANTED + ".");

        scenario.handIn(reference, "PrepareQuestions", made.leadReviewer(), form -> {
            assertThat(form).containsEntry("evidenceWanted", WANTED);
            return Answers.questions();
        });
        timers.runWaiting(reference);
        timers.fire(reference, "VisitDayArrives");

        assertThat(evidenceForm()).contains(WANTED);
    }

    @Test
    void whatTheHostNotesForItselfIsReadByItsLeadershipOnly() {
        scenario.handIn(reference, "PrepareQuestions", made.leadReviewer(), form -> Answers.questions());
        timers.runWaiting(reference);

        scenario.handIn(reference, "PrepareForVisit", made.hostHead(), form -> {
            Map<String, Object> answer = new HashMap<>();
            answer.put(
                    "questions",
                    List.of(
                            Map.of("question", "1. What do children say when asked how they know?"),
                            Map.of("question", "2. How do teachers plan for explanation?")));
            answer.put("ownNote", OWN);
            return answer;
        });

        for (String reader : List.of(made.hostHead(), made.deputy('a'))) {
            assertThat(page(reader)).as(reader).contains(OWN);
        }
        for (String other : List.of(made.leadReviewer(), made.peerReviewer())) {
            assertThat(page(other)).as(other).contains("How do teachers plan").doesNotContain(OWN);
        }
        for (String other : List.of(made.champion(), made.lead(), made.teacher('a'))) {
            assertThat(page(other)).as(other).doesNotContain(OWN);
        }
        timers.fire(reference, "VisitDayArrives");
        assertThat(evidenceForm()).contains("How do teachers plan").doesNotContain(OWN);
    }

    private String evidenceForm() {
        Rest peer = new Rest(port, made.peerReviewer());
        return peer.form(peer.task(reference, "RecordEvidence", made.peerReviewer()))
                .toString();
    }

    private String page(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser.get("/review/" + reference + "/plan").body();
    }
}
