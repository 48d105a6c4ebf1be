package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.Candidate;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.notification.Letter;
import org.criticalfriend.notification.NothingToSay;
import org.criticalfriend.notification.Notice;
import org.criticalfriend.notification.ToSay;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.Schools;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.CountedStatements;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who has what in their calendar, from the planning of a review to its end. */
@ApplicationTest
class InvitationsTest {

    private static final LocalDate VISIT = TestPartnership.VISIT;

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    InvitationMail mail;

    @Autowired
    Invitations invitations;

    @Autowired
    Appointments appointments;

    @Autowired
    MoveDates move;

    @Autowired
    Seats seats;

    @Autowired
    Reviews reviews;

    @Autowired
    Roles roles;

    @Autowired
    Schools schools;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Timers timers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    private Made made;
    private String office;
    private String reference;

    /** A mail as it would go out. */
    private record Sent(String person, Letter letter) {

        String template() {
            return letter.template().replace("invitation/", "");
        }

        VEvent event() {
            return Biweekly.parse(letter.invitation().orElseThrow().ics())
                    .first()
                    .getEvents()
                    .get(0);
        }

        String summary() {
            return event().getSummary().getValue();
        }

        Instant starts() {
            return event().getDateStart().getValue().toInstant();
        }
    }

    @BeforeEach
    void aReviewIsPlanned() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        office = partnerships.office(made, 'a');
        reference = partnerships.startReview(made, VISIT);
    }

    @Test
    void everybodyIsInvitedToWhatTheyComeTo() {
        String school = " – School a " + made.id() + " – ";

        List<Sent> sent = deliver();

        assertThat(sent)
                .extracting(Sent::template, Sent::person, Sent::summary)
                .containsExactlyInAnyOrder(
                        tuple("request", made.leadReviewer(), "Planning meeting" + school + "lead reviewer"),
                        tuple("request", made.hostHead(), "Planning meeting" + school + "head"),
                        tuple("request", made.deputy('a'), "Planning meeting" + school + "senior team"),
                        tuple("request", made.leadReviewer(), "Review visit" + school + "lead reviewer"),
                        tuple("request", made.peerReviewer(), "Review visit" + school + "peer reviewer"),
                        tuple("request", made.deputy('d'), "Review visit" + school + "reserve reviewer (tentative)"),
                        tuple("request", made.hostHead(), "Review visit" + school + "head"),
                        tuple("request", office, "Review visit" + school + "school office"),
                        tuple("request", made.champion(), "Improvement workshop" + school + "Improvement Champion"),
                        tuple(
                                "request",
                                made.teacher('d'),
                                "Improvement workshop" + school + "spare Improvement Champion (tentative)"),
                        tuple("request", made.champion(), "Follow-up meeting" + school + "Improvement Champion"),
                        tuple("request", made.hostHead(), "Follow-up meeting" + school + "head"),
                        tuple("request", made.leadReviewer(), "Follow-up meeting" + school + "lead reviewer"));
        assertThat(sent).extracting(one -> one.event().getUid().getValue()).doesNotHaveDuplicates();
        assertThat(of(sent, made.leadReviewer(), "Review visit")).satisfies(one -> {
            assertThat(one.starts()).isEqualTo(SchoolTime.at(VISIT, LocalTime.of(8, 30)));
            assertThat(one.event().getLocation().getValue()).isEqualTo("1 School Lane");
            assertThat(one.event().getSequence().getValue()).isZero();
            assertThat(one.letter().invitation().orElseThrow().ics())
                    .contains("METHOD:REQUEST")
                    .doesNotContain("A focus");
        });
        assertThat(of(sent, made.deputy('d'), "Review visit")
                        .event()
                        .getStatus()
                        .isTentative())
                .isTrue();
        assertThat(of(sent, office, "Review visit").event().getTransparency().isTransparent())
                .isTrue();
    }

    @Test
    void whatIsLookedAtAgainIsNotToldAgain() {
        deliver();

        transaction.executeWithoutResult(status -> invitations.bringUpToDate(List.of(review())));
        transaction.executeWithoutResult(status -> invitations.bringUpToDateAt(List.of(made.school('a'))));
        invitations.tellOfEarlierReviews();

        assertThat(deliver()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void afterAMoveEverybodyGetsOneUpdateOfTheSameEntry() {
        Map<String, String> uids = uids(deliver());

        move.visit(reference, LocalDate.of(2026, 11, 12));
        List<Sent> sent = deliver();

        assertThat(sent).hasSize(13).allSatisfy(one -> {
            assertThat(one.template()).isEqualTo("changed");
            assertThat(one.event().getSequence().getValue()).isEqualTo(1);
            assertThat(one.letter().invitation().orElseThrow().method()).isEqualTo("REQUEST");
        });
        assertThat(uids(sent)).isEqualTo(uids);
        assertThat(of(sent, made.peerReviewer(), "Review visit").starts())
                .isEqualTo(SchoolTime.at(LocalDate.of(2026, 11, 12), LocalTime.of(8, 30)));
    }

    @Test
    void aMeetingThatMovesConcernsThoseWhoComeToIt() {
        deliver();

        move.insideWindow(reference, AppointmentKind.WORKSHOP, LocalDate.of(2026, 10, 14));

        assertThat(deliver())
                .extracting(Sent::template, Sent::person)
                .containsExactlyInAnyOrder(tuple("changed", made.champion()), tuple("changed", made.teacher('d')));
    }

    @Test
    void ofSeveralMovesBeforeAnythingIsSentOnlyTheLastIsTold() {
        deliver();

        move.meeting(reference, AppointmentKind.WORKSHOP, LocalDate.of(2026, 10, 14));
        move.meeting(reference, AppointmentKind.WORKSHOP, LocalDate.of(2026, 10, 16));
        move.meeting(reference, AppointmentKind.WORKSHOP, LocalDate.of(2026, 10, 14));
        List<Sent> sent = deliver();

        assertThat(sent).extracting(Sent::person).containsExactlyInAnyOrder(made.champion(), made.teacher('d'));
        assertThat(sent).allSatisfy(one -> {
            assertThat(one.event().getSequence().getValue()).isEqualTo(3);
            assertThat(one.starts()).isEqualTo(SchoolTime.at(LocalDate.of(2026, 10, 14), LocalTime.of(15, 45)));
        });
        assertThat(reasons(made.champion())).contains("A newer invitation follows.");
    }

    @Test
    void whoHasHeardNothingYetIsInvitedAndNotToldOfAChange() {
        move.meeting(reference, AppointmentKind.WORKSHOP, LocalDate.of(2026, 10, 14));

        assertThat(of(deliver(), made.champion(), "Improvement workshop").template())
                .isEqualTo("request");
    }

    @Test
    void aMoveThereAndBackInOneTransactionTellsNobodyAnything() {
        deliver();

        transaction.executeWithoutResult(status -> {
            move.meeting(reference, AppointmentKind.WORKSHOP, LocalDate.of(2026, 10, 14));
            move.meeting(reference, AppointmentKind.WORKSHOP, LocalDate.of(2026, 10, 15));
        });

        assertThat(waiting()).isZero();
    }

    @Test
    void whoWithdrawsIsToldThatTheirEntriesGoAndWhoComesIsInvited() {
        deliver();
        Occupant peer = occupant(made.peerReviewer());

        seats.withdraw(peer.id());
        assertThat(deliver()).singleElement().satisfies(one -> {
            assertThat(one.person()).isEqualTo(made.peerReviewer());
            assertThat(one.template()).isEqualTo("cancelled");
            assertThat(one.letter().invitation().orElseThrow().method()).isEqualTo("CANCEL");
            assertThat(one.event().getSequence().getValue()).isEqualTo(1);
            assertThat(one.event().getStatus().isCancelled()).isTrue();
        });

        Occupant reserve = seats.ask(peer.seat(), Candidate.of(made.deputy('d'), this::days));
        assertThat(deliver()).as("the reserve holds the day already").isEmpty();
        seats.confirm(reserve.id());

        // Somebody else is asked to be the reserve.
        assertThat(deliver())
                .filteredOn(one -> one.person().equals(made.deputy('d')))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.template()).isEqualTo("changed");
                    assertThat(one.summary()).endsWith(" – peer reviewer");
                    assertThat(one.event().getStatus().isConfirmed()).isTrue();
                });
    }

    @Test
    void whoIsAskedForAVacantSeatKeepsTheDayFreeAndIsThereOnceTheySayYes() {
        deliver();
        Occupant peer = occupant(made.peerReviewer());
        seats.withdraw(peer.id());
        Occupant asked = seats.ask(peer.seat(), Candidate.of(made.head('c'), this::days));

        assertThat(of(deliver(), made.head('c'), "Review visit").summary()).endsWith("peer reviewer (tentative)");
        seats.confirm(asked.id());
        assertThat(of(deliver(), made.head('c'), "Review visit").summary()).endsWith("peer reviewer");
    }

    @Test
    void whoComesBackFindsTheSameEntryAgain() {
        Map<String, String> uids = uids(deliver());
        Occupant peer = occupant(made.peerReviewer());
        seats.withdraw(peer.id());
        deliver();

        seats.place(peer.seat(), Candidate.of(made.peerReviewer(), this::days), Occupant.State.CONFIRMED);
        List<Sent> sent = deliver();

        assertThat(sent).singleElement().satisfies(one -> assertThat(
                        one.event().getSequence().getValue())
                .isEqualTo(2));
        assertThat(uids).containsAllEntriesOf(uids(sent));
    }

    @Test
    void whoLeavesBeforeAnythingIsSentHearsNothingAtAll() {
        seats.withdraw(occupant(made.peerReviewer()).id());

        assertThat(deliver()).extracting(Sent::person).doesNotContain(made.peerReviewer());
        assertThat(reasons(made.peerReviewer()))
                .containsOnly(
                        "A newer invitation follows.", "They have not been invited, so there is nothing to cancel.");
    }

    @Test
    void ifTheReviewIsCancelledAllEntriesAheadGo() {
        deliver();
        timers.fire(reference, "PlanningGate");
        scenario.decideOnVisit(reference, made.lead(), "CANCEL");
        timers.runWaiting(reference);

        List<Sent> sent = deliver();

        assertThat(sent)
                .as("all but three for the planning meeting, which is over")
                .hasSize(10)
                .allSatisfy(one -> {
                    assertThat(one.template()).isEqualTo("cancelled");
                    assertThat(one.letter().invitation().orElseThrow().method()).isEqualTo("CANCEL");
                    assertThat(one.event().getStatus().isCancelled()).isTrue();
                });
        assertThat(deliver()).isEmpty();
    }

    @Test
    void aReviewWithoutADateIsInNobodysCalendarAndComesBackWithIt() {
        deliver();

        move.pause(reference);
        assertThat(deliver()).hasSize(13).extracting(Sent::template).containsOnly("cancelled");
        move.resume(reference);

        assertThat(deliver()).hasSize(13).allSatisfy(one -> assertThat(
                        one.event().getSequence().getValue())
                .isEqualTo(2));
    }

    @Test
    void anotherPlaceOrALinkIsToldToThoseConcerned() {
        deliver();

        appointments.arrange(
                reference,
                AppointmentKind.PLANNING_MEETING,
                LocalTime.of(16, 0),
                LocalTime.of(17, 0),
                Optional.empty(),
                Optional.of("https://meet.example/abc"));

        assertThat(deliver()).hasSize(3).allSatisfy(one -> {
            assertThat(one.event().getLocation().getValue()).isEqualTo("https://meet.example/abc");
            assertThat(one.starts()).isEqualTo(SchoolTime.at(LocalDate.of(2026, 9, 24), LocalTime.of(16, 0)));
        });
    }

    @Test
    void anotherAddressOfTheSchoolIsToldToAll() {
        deliver();
        School school = schools.find(made.school('a')).orElseThrow();

        schools.change(new School(
                school.id(),
                school.version(),
                school.name(),
                school.phase(),
                school.ages(),
                school.trust(),
                school.formsOfEntry(),
                school.roll(),
                school.calendar(),
                "2 New Street",
                school.phone(),
                school.note(),
                school.affiliations(),
                school.subjectLeaders(),
                school.disadvantageBand(),
                school.limits()));

        assertThat(deliver()).hasSize(13).allSatisfy(one -> assertThat(
                        one.event().getLocation().getValue())
                .isEqualTo("2 New Street"));
    }

    @Test
    void aNewHeadTakesOverTheEntriesOfTheOneBefore() {
        deliver();

        roles.dismiss(RoleHeld.in(made.school('a'), Role.HEAD, made.hostHead()));
        roles.appoint(RoleHeld.in(made.school('a'), Role.HEAD, made.teacher('a')));

        assertThat(deliver())
                .extracting(Sent::template, Sent::person)
                .containsExactlyInAnyOrder(
                        tuple("cancelled", made.hostHead()),
                        tuple("cancelled", made.hostHead()),
                        tuple("cancelled", made.hostHead()),
                        tuple("request", made.teacher('a')),
                        tuple("request", made.teacher('a')),
                        tuple("request", made.teacher('a')));
    }

    @Test
    void theHeadIsInvitedToTheWorkshopOnlyAfterHavingAskedToCome() {
        deliver();
        Browser head = new Browser(port);
        head.signIn(made.hostHead(), TestPartnership.PASSWORD);

        head.post(
                "/review/%s/head-at-workshop".formatted(reference),
                Map.of("reason", "The staff have asked me to come."));
        assertThat(deliver()).singleElement().satisfies(one -> assertThat(one.summary())
                .startsWith("Improvement workshop")
                .endsWith(" – head"));
        head.post("/review/%s/head-at-workshop/stay-out".formatted(reference), Map.of());

        assertThat(deliver()).singleElement().satisfies(one -> assertThat(one.template())
                .isEqualTo("cancelled"));
    }

    @Test
    void whatIsOverIsNeitherChangedNorCancelled() {
        deliver();
        clock.moveTo(SchoolTime.at(VISIT.plusDays(1), LocalTime.of(9, 0)));

        seats.withdraw(occupant(made.peerReviewer()).id());
        move.pause(reference);

        assertThat(deliver())
                .extracting(Sent::summary)
                .allMatch(summary -> summary.startsWith("Improvement workshop") || summary.startsWith("Follow-up"));
    }

    @Test
    void whatIsOverByTheTimeItWouldBeSentIsNotSent() {
        clock.moveTo(SchoolTime.at(VISIT, LocalTime.of(17, 0)));

        assertThat(deliver())
                .extracting(Sent::summary)
                .allMatch(summary -> summary.startsWith("Improvement workshop") || summary.startsWith("Follow-up"));
        assertThat(reasons(made.peerReviewer())).containsExactly("The appointment is over.");
    }

    @Test
    void aMeetingHeldOnAnEarlierDayGoesFromTheDayForWhichItWasPlanned() {
        deliver();
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 21), LocalTime.of(18, 0)));

        scenario.holdPlanningMeeting(made, reference);

        assertThat(deliver())
                .extracting(Sent::template, Sent::person)
                .containsExactlyInAnyOrder(
                        tuple("cancelled", made.leadReviewer()),
                        tuple("cancelled", made.hostHead()),
                        tuple("cancelled", made.deputy('a')));
    }

    @Test
    void reviewsOfAnEarlierVersionAreToldOfAtTheStart() {
        database.sql("delete from notice where occasion = 'invitation' and subject in (%s)".formatted(KEYS))
                .param(reference)
                .update();
        database.sql("delete from invitation where review = ?").param(review()).update();

        invitations.tellOfEarlierReviews();

        assertThat(deliver()).hasSize(13).extracting(Sent::template).containsOnly("request");
    }

    @Test
    void theNumberOfStatementsDoesNotDependOnHowManyPeopleAreToldOfHowManyReviews() {
        Made other = partnerships.make();
        String another = partnerships.startReview(other, VISIT);
        LocalDate day = LocalDate.of(2026, 11, 12);

        int one = CountedStatements.during(
                () -> move.visits(Map.of(reference, new MoveDates.NewVisit(day, day, Map.of()))));
        int two = CountedStatements.during(() -> move.visits(Map.of(
                reference,
                new MoveDates.NewVisit(day.plusDays(7), day.plusDays(7), Map.of()),
                another,
                new MoveDates.NewVisit(day, day, Map.of()))));

        assertThat(two - one).isLessThanOrEqualTo(12);
    }

    private static final String KEYS =
            "select cast(i.id as varchar(36)) from invitation i join review r on r.id = i.review where r.reference = ?";

    /** Does what the dispatcher does, for this review. */
    private List<Sent> deliver() {
        List<Sent> sent = new ArrayList<>();
        List<Notice> due = database.sql(
                        """
                        select id, occasion, subject, turn, recipient, since from notice
                        where occasion = 'invitation' and state = 'WAITING' and subject in (%s)
                        order by subject, sequence"""
                                .formatted(KEYS))
                .param(reference)
                .query((row, number) -> new Notice(
                        row.getObject("id", UUID.class),
                        row.getString("occasion"),
                        row.getString("subject"),
                        row.getString("turn"),
                        row.getString("recipient"),
                        row.getTimestamp("since").toInstant()))
                .list();
        for (Notice notice : due) {
            String state;
            String reason = null;
            ToSay said = mail.now(notice);
            if (said instanceof Letter letter) {
                sent.add(new Sent(notice.recipient(), letter));
                state = "SENT";
            } else {
                state = "NOT_SENT";
                reason = ((NothingToSay) said).reason();
            }
            database.sql("update notice set state = ?, reason = ?, next_try = null where id = ?")
                    .params(state, reason, notice.id())
                    .update();
        }
        return sent;
    }

    private List<String> reasons(String person) {
        return database.sql("select reason from notice where recipient = ? and state = 'NOT_SENT' and subject in (%s)"
                        .formatted(KEYS))
                .params(person, reference)
                .query(String.class)
                .list();
    }

    private long waiting() {
        return database.sql("select count(*) from notice where state = 'WAITING' and subject in (%s)".formatted(KEYS))
                .param(reference)
                .query(Long.class)
                .single();
    }

    private static Sent of(List<Sent> sent, String person, String what) {
        return sent.stream()
                .filter(one -> one.person().equals(person) && one.summary().startsWith(what))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> uids(List<Sent> sent) {
        Map<String, String> uids = new LinkedHashMap<>();
        sent.forEach(one -> uids.put(
                one.person() + " " + one.summary().split(" – ")[0],
                one.event().getUid().getValue()));
        return uids;
    }

    private UUID review() {
        return reviews.of(reference).id();
    }

    private Occupant occupant(String person) {
        return seats.occupants(review()).stream()
                .filter(one -> one.person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private Map<AppointmentKind, java.util.Set<LocalDate>> days(UUID review) {
        return Map.of(AppointmentKind.VISIT, java.util.Set.of(VISIT));
    }
}
