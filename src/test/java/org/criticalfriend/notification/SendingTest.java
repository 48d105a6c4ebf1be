package org.criticalfriend.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Mails;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the dispatcher makes of what the outbox holds: what it sends, in which order, how often it tries, when it gives up. */
@ApplicationTest
class SendingTest {

    private static final Instant NOW = Instant.parse("2026-10-05T09:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(5);

    @Autowired
    TestPartnership partnerships;

    @Autowired
    Outbox outbox;

    @Autowired
    Notices notices;

    @Autowired
    People people;

    @Autowired
    Addresses addresses;

    @Autowired
    MailMessages messages;

    @Autowired
    Undelivered undelivered;

    @Autowired
    RuntimeService processes;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    @Autowired
    Mails mails;

    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();
    private final Kettle kettle = new Kettle();
    private final Pigeon pigeon = new Pigeon();
    private Made made;
    private Dispatcher dispatcher;

    /** An occasion whose state a test sets: by subject what there is no need to say any more. */
    private static final class Kettle implements Occasion {

        private final Map<String, String> over = new HashMap<>();
        private final Map<String, String> references = new HashMap<>();
        private boolean broken;

        @Override
        public String name() {
            return "kettle";
        }

        @Override
        public ToSay now(Notice notice) {
            if (broken) {
                throw new IllegalStateException("Somebody's secret words.");
            }
            return over.containsKey(notice.subject())
                    ? new NothingToSay(over.get(notice.subject()))
                    : Letter.of(
                            "kettle", Map.of("subject", notice.turn().isEmpty() ? notice.subject() : notice.turn()));
        }

        @Override
        public Optional<String> reference(Notice notice) {
            return Optional.ofNullable(references.get(notice.subject()));
        }
    }

    /** Delivers into a list, unless a test says otherwise. */
    private static final class Pigeon implements Delivery {

        private final List<String> delivered = Collections.synchronizedList(new ArrayList<>());
        private final List<UUID> ids = Collections.synchronizedList(new ArrayList<>());
        private Hindrance hindrance = subject -> {};
        private int tries;

        @FunctionalInterface
        private interface Hindrance {
            void of(String subject) throws NotDelivered;
        }

        @Override
        public Way begin() {
            return new Way() {
                @Override
                public void deliver(UUID notice, MimeMessage mail) throws NotDelivered {
                    try {
                        tries++;
                        hindrance.of(mail.getSubject());
                        delivered.add(mail.getSubject());
                        ids.add(notice);
                    } catch (MessagingException e) {
                        throw new AssertionError(e);
                    }
                }

                @Override
                public void close() {
                    // A pigeon needs no connection.
                }
            };
        }
    }

    @BeforeEach
    void nothingWaits() {
        clock.moveTo(NOW);
        mails.startAfresh();
        made = partnerships.make();
        dispatcher = dispatcher(pigeon);
    }

    private Dispatcher dispatcher(Delivery delivery) {
        return new Dispatcher(
                notices,
                List.of(kettle),
                people,
                addresses,
                (letter, to) -> new Mail(
                        letter.values().get("subject").toString(), "Dear " + to.given(), "<p>Dear", Optional.empty()),
                messages,
                delivery,
                undelivered,
                transactions,
                new MailSettings("", "", Path.of("target/mail"), false, false, Duration.ofSeconds(5), LEASE),
                clock,
                figures);
    }

    @Test
    void whatIsToldIsSentOnceHoweverOftenTheDispatcherRuns() {
        tell(once("tea"));
        tell(once("tea"));

        dispatcher.run();
        dispatcher.run();

        assertThat(pigeon.delivered).containsExactly("tea");
        assertThat(row("tea")).containsEntry("state", "SENT").containsEntry("tries", 1);
        assertThat(figures.counter("critical.friend.mails.sent").count()).isEqualTo(1);
    }

    @Test
    void theMessageIdDerivesFromTheNoticeAndMachinesAreAskedNotToAnswer() throws Exception {
        Person to = people.find(made.hostHead()).orElseThrow();
        UUID notice = UUID.randomUUID();

        MimeMessage mail =
                messages.of(notice, new Mail("One\r\nBcc: x@y.example", "Text", "<p>", Optional.empty()), to);

        assertThat(mail.getMessageID()).isEqualTo("<%s@localhost>".formatted(notice));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getSubject()).isEqualTo("One Bcc: x@y.example");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getFrom()[0]).hasToString("critical-friend@localhost");
        assertThat(mail.getSentDate()).isEqualTo(NOW);
    }

    @Test
    void whatIsDoneOneSecondBeforeMailsNobody() {
        tell(once("tea"));
        clock.moveTo(NOW.plusSeconds(10));
        kettle.over.put("tea", "The tea is drunk.");
        clock.moveTo(NOW.plusSeconds(11));

        dispatcher.run();

        assertThat(pigeon.delivered).isEmpty();
        assertThat(row("tea")).containsEntry("state", "NOT_SENT").containsEntry("reason", "The tea is drunk.");
        assertThat(figures.counter("critical.friend.mails.not.sent").count()).isEqualTo(1);
    }

    @Test
    void whatIsToWaitWaits() {
        tell(once("tea").notBefore(NOW.plusSeconds(60)));

        dispatcher.run();
        assertThat(pigeon.delivered).isEmpty();
        clock.moveTo(NOW.plusSeconds(60));
        dispatcher.run();

        assertThat(pigeon.delivered).containsExactly("tea");
    }

    @Test
    void whatIsDueEarlierGoesFirst() {
        tell(once("third").notBefore(NOW.plusSeconds(3)));
        tell(once("first").notBefore(NOW.plusSeconds(1)));
        tell(once("second").notBefore(NOW.plusSeconds(2)));
        clock.moveTo(NOW.plusSeconds(10));

        dispatcher.run();

        assertThat(pigeon.delivered).containsExactly("first", "second", "third");
    }

    @Test
    void ofWhatFollowsOneAnotherOnlyTheLatestIsSentEvenIfAnEarlierOneComesUpAfterIt() {
        tell(
                once("kettle").onTurn("zero").inOrder(0).notBefore(NOW.plusSeconds(60)),
                once("kettle").onTurn("one").inOrder(1));
        tell(once("other").inOrder(0));

        dispatcher.run();
        clock.moveTo(NOW.plusSeconds(60));
        dispatcher.run();

        assertThat(pigeon.delivered).containsExactlyInAnyOrder("one", "other");
        assertThat(row("zero"))
                .containsEntry("state", "NOT_SENT")
                .containsEntry("reason", "There is something newer to say of the same.");
    }

    @Test
    void whatTwoPeopleAreToldDoesNotHinderEachOther() {
        tell(
                once("kettle").onTurn("hers").inOrder(0),
                ToTell.once("kettle", "kettle", made.deputy('b')).onTurn("his").inOrder(1));

        dispatcher.run();

        assertThat(pigeon.delivered).containsExactlyInAnyOrder("hers", "his");
    }

    @Test
    void whileOneIsOnItsWayTheNextAboutTheSameWaits() {
        tell(once("kettle").onTurn("zero").inOrder(0));
        pigeon.hindrance = subject -> {
            if (subject.equals("zero")) {
                tell(once("kettle").onTurn("one").inOrder(1));
                pigeon.hindrance = other -> {};
                dispatcher(pigeon).run();
                assertThat(pigeon.delivered).as("while zero is on its way").isEmpty();
            }
        };

        dispatcher.run();

        assertThat(pigeon.delivered).containsExactly("zero", "one");
    }

    @Test
    void aFailedTryIsMadeAgainAfterOneFiveFifteenAndSixtyMinutesAndThenEachHour() {
        tell(once("tea"));
        pigeon.hindrance = subject -> {
            throw NotDelivered.failed("The server is tired.");
        };
        List<Long> waits = new ArrayList<>();

        for (int i = 0; i < 6; i++) {
            dispatcher.run();
            Instant next = nextTry("tea");
            waits.add(Duration.between(clock.instant(), next).toMinutes());
            clock.moveTo(next.minusSeconds(1));
            dispatcher.run();
            clock.moveTo(next);
        }

        assertThat(waits).containsExactly(1L, 5L, 15L, 60L, 60L, 60L);
        assertThat(pigeon.tries).isEqualTo(6);
        assertThat(row("tea")).containsEntry("state", "WAITING").containsEntry("reason", "The server is tired.");
        pigeon.hindrance = subject -> {};
        dispatcher.run();
        assertThat(pigeon.delivered).containsExactly("tea");
        assertThat(row("tea")).containsEntry("reason", null).containsEntry("state", "SENT");
    }

    @Test
    void aDayAfterTheFirstTryItIsGivenUpAndAdministratorsSeeItAtTheReview() {
        clock.moveTo(NOW.minus(Duration.ofDays(12)));
        String review = partnerships.startReview(made, TestPartnership.VISIT);
        mails.startAfresh();
        clock.moveTo(NOW);
        kettle.references.put("tea", review);

        tryForADay("tea");

        assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(row("tea")).containsEntry("state", "GIVEN_UP").containsEntry("reason", "The server is tired.");
        assertThat(figures.counter("critical.friend.mails.given.up").count()).isEqualTo(1);
        Incident incident = incident(id("tea"));
        assertThat(incident.getProcessInstanceId())
                .isEqualTo(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(review)
                        .processDefinitionKey("peer-review")
                        .singleResult()
                        .getId());
        assertThat(incident.getIncidentMessage())
                .contains("kettle", "The server is tired.")
                .doesNotContain("tea");
        assertThat(nextTry("tea")).isNull();
    }

    @Test
    void whatWasAboutNoReviewShowsAtTheDailyRound() {
        tryForADay("tea");

        assertThat(row("tea")).containsEntry("state", "GIVEN_UP");
        assertThat(incident(id("tea")).getProcessInstanceId())
                .isEqualTo(processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey("daily-round")
                        .singleResult()
                        .getId());
    }

    private void tryForADay(String subject) {
        tell(once(subject));
        pigeon.hindrance = mail -> {
            throw NotDelivered.failed("The server is tired.");
        };
        dispatcher.run();
        while (nextTry(subject) != null) {
            clock.moveTo(nextTry(subject));
            dispatcher.run();
        }
        pigeon.hindrance = mail -> {};
    }

    private Incident incident(UUID notice) {
        return processes
                .createIncidentQuery()
                .incidentType("mailNotSent")
                .configuration(notice.toString())
                .singleResult();
    }

    @Test
    void whileTheServerCannotBeReachedItIsAskedOnceForManyMails() {
        for (int i = 0; i < 30; i++) {
            tell(once("cup " + i));
        }
        pigeon.hindrance = subject -> {
            throw NotDelivered.unreachable("The mail server could not be reached.");
        };

        dispatcher.run();

        assertThat(pigeon.tries).isEqualTo(1);
        assertThat(database.sql("select count(*) from notice where next_try > ? and tries = 1")
                        .param(java.sql.Timestamp.from(NOW))
                        .query(Long.class)
                        .single())
                .isEqualTo(20);
    }

    @Test
    void anAddressThatIsRefusedIsNotTriedAgainAndIsKnownUntilItWorks() {
        tell(once("tea"));
        pigeon.hindrance = subject -> {
            throw NotDelivered.addressRefused(550);
        };
        dispatcher.run();
        clock.moveTo(NOW.plus(Duration.ofDays(2)));
        dispatcher.run();

        assertThat(pigeon.tries).isEqualTo(1);
        assertThat(row("tea"))
                .containsEntry("state", "NOT_SENT")
                .containsEntry("reason", "The mail server refused the address for good (code 550).");
        Addresses.Mark mark = mark().orElseThrow();
        assertThat(mark.refusedOn()).contains(LocalDate.of(2026, 10, 5));
        assertThat(mark.code()).contains(550);

        pigeon.hindrance = subject -> {};
        tell(once("more tea"));
        dispatcher.run();

        assertThat(mark()).isEmpty();
    }

    @Test
    void anAddressWithoutFaultIsTakenForWhatItIs() {
        tell(once("tea"));
        dispatcher.run();
        assertThat(mark()).isEmpty();
        pigeon.hindrance = subject -> {
            throw NotDelivered.addressRefused(550);
        };
        tell(once("more tea"));
        dispatcher.run();

        Person now = people.find(made.hostHead()).orElseThrow();
        people.change(withAddress(now, "new@school.example"));

        assertThat(mark()).as("another address").isEmpty();
    }

    private Optional<Addresses.Mark> mark() {
        Person now = people.find(made.hostHead()).orElseThrow();
        return Optional.ofNullable(addresses.against(List.of(now)).get(now.id()));
    }

    @Test
    void whoHasNoAddressOrHasLeftIsNotWrittenToAndItIsNotedWhy() {
        people.change(withAddress(people.find(made.deputy('a')).orElseThrow(), ""));
        people.change(people.find(made.teacher('a')).orElseThrow().leaving(LocalDate.of(2026, 10, 1)));
        tell(ToTell.once("kettle", "deputy", made.deputy('a')), ToTell.once("kettle", "teacher", made.teacher('a')));

        dispatcher.run();

        assertThat(pigeon.tries).isZero();
        assertThat(row("deputy"))
                .containsEntry("state", "NOT_SENT")
                .containsEntry("reason", "The person has no mail address.");
        assertThat(row("teacher")).containsEntry("state", "NOT_SENT").containsEntry("reason", "The person has left.");
    }

    @Test
    void anOccasionThatBreaksIsAFailedTryAndItsWordsAreNotKept() {
        tell(once("tea"));
        kettle.broken = true;

        dispatcher.run();

        assertThat(row("tea"))
                .containsEntry("state", "WAITING")
                .containsEntry("reason", "What is to be said could not be found out.");
        kettle.broken = false;
        clock.moveTo(NOW.plus(Duration.ofMinutes(1)));
        dispatcher.run();
        assertThat(pigeon.delivered).containsExactly("tea");
    }

    @Test
    void anOccasionThatNobodyKnowsIsTriedAgainForANewerNodeMayKnowIt() {
        tell(ToTell.once("samovar", "tea", made.hostHead()));

        dispatcher.run();

        assertThat(row("tea"))
                .containsEntry("state", "WAITING")
                .containsEntry("reason", "This version of the application does not know the occasion.");
    }

    @Test
    void whatANodeTookThatDiedIsSentByAnotherWhenItsLeaseIsOver() {
        tell(once("tea"));
        List<Taken> lost = new TransactionTemplate(transactions).execute(status -> notices.take(20, NOW, LEASE));
        assertThat(lost).hasSize(1);

        clock.moveTo(NOW.plus(LEASE).minusSeconds(1));
        dispatcher.run();
        assertThat(pigeon.delivered).isEmpty();
        clock.moveTo(NOW.plus(LEASE));
        dispatcher.run();

        assertThat(pigeon.delivered).containsExactly("tea");
        assertThat(pigeon.ids).containsExactly(lost.get(0).id());
    }

    @Test
    void whoComesBackAfterItsLeaseChangesNothingOfWhatAnotherDid() {
        tell(once("tea"));
        Taken lost = new TransactionTemplate(transactions)
                .execute(status -> notices.take(20, NOW, LEASE))
                .get(0);
        clock.moveTo(NOW.plus(LEASE));
        dispatcher.run();

        notices.failed(lost, "Too late.", clock.instant(), clock.instant());
        notices.notSent(lost, "Too late.", clock.instant());

        assertThat(row("tea")).containsEntry("state", "SENT").containsEntry("tries", 1);
    }

    @Test
    void aMailForWhichTheLeaseIsTooShortIsLeftToWhoeverComesNext() {
        tell(once("first"), once("second"));
        pigeon.hindrance = subject -> clock.moveTo(clock.instant().plus(LEASE));

        dispatcher.run();
        assertThat(pigeon.delivered).hasSize(1);
        pigeon.hindrance = subject -> {};
        dispatcher.run();

        assertThat(pigeon.delivered).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void twoDispatchersAtOnceShareTheWork() throws Exception {
        List<String> cups = IntStream.range(0, 100).mapToObj(i -> "cup " + i).toList();
        cups.forEach(cup -> tell(once(cup)));
        CyclicBarrier both = new CyclicBarrier(2);
        Pigeon second = new Pigeon();
        List.of(pigeon, second).forEach(one -> {
            AtomicBoolean met = new AtomicBoolean();
            one.hindrance = subject -> {
                if (met.compareAndSet(false, true)) {
                    meet(both);
                }
            };
        });
        Dispatcher other = dispatcher(second);

        CompletableFuture<Void> atOnce = CompletableFuture.runAsync(() -> untilItHasSent(other, second));
        untilItHasSent(dispatcher, pigeon);
        atOnce.get(30, TimeUnit.SECONDS);

        List<String> all = new ArrayList<>(pigeon.delivered);
        all.addAll(second.delivered);
        assertThat(all).containsExactlyInAnyOrderElementsOf(cups);
        assertThat(pigeon.delivered).isNotEmpty();
        assertThat(second.delivered).isNotEmpty();
    }

    /** H2 may say that there is nothing while another takes what is due first: then the next look finds it. */
    private void untilItHasSent(Dispatcher one, Pigeon by) {
        while (by.delivered.isEmpty() && notices.waiting() > 0) {
            one.run();
        }
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("The two never sent at once.", e);
        }
    }

    private ToTell once(String subject) {
        return ToTell.once("kettle", subject, made.hostHead());
    }

    private void tell(ToTell... some) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> outbox.tell(List.of(some)));
    }

    private Map<String, Object> row(String subjectOrTurn) {
        return database.sql(
                        "select id, state, tries, reason, next_try from notice where ? in (subject, turn) and recipient like ?")
                .params(subjectOrTurn, made.id() + "%")
                .query()
                .singleRow();
    }

    private UUID id(String subject) {
        return (UUID) row(subject).get("id");
    }

    private Instant nextTry(String subject) {
        return Optional.ofNullable((java.sql.Timestamp) row(subject).get("next_try"))
                .map(java.sql.Timestamp::toInstant)
                .orElse(null);
    }

    private static Person withAddress(Person person, String address) {
        return new Person(
                person.id(),
                person.version(),
                person.given(),
                person.family(),
                address,
                person.phone(),
                person.post(),
                person.ownSchool(),
                person.leftOn());
    }
}
