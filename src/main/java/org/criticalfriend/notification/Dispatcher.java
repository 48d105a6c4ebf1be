package org.criticalfriend.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what the outbox holds. It takes some notices for itself in a short transaction, asks of each whether it still holds and with
 * what words, hands the mail over outside any transaction, and marks it in another short one. Whoever dies in between leaves what it
 * had to others, who get it when its lease is over: nothing is lost, and a mail is sent twice only if it was handed over and could not
 * be marked any more; both have the same Message-ID. Any number of them may run, on any number of nodes.
 */
@Component
public class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /** How many are taken at once. */
    private static final int BATCH = 20;

    /** How long after each failed try the next one is made; after the last of them, each time as long as that. */
    private static final List<Duration> WAITS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(60));

    /** How long after the first try it is given up. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Notices notices;
    private final Map<String, Occasion> occasions;
    private final People people;
    private final Addresses addresses;
    private final BiFunction<Letter, Person, Mail> letters;
    private final MailMessages messages;
    private final Delivery delivery;
    private final Undelivered undelivered;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;
    private final Duration lease;
    private final Clock clock;
    private final Counter sent;
    private final Counter notSent;
    private final Counter givenUp;
    private volatile boolean stopping;

    @Autowired
    Dispatcher(
            Notices notices,
            List<Occasion> occasions,
            People people,
            Addresses addresses,
            Letters letters,
            MailMessages messages,
            Delivery delivery,
            Undelivered undelivered,
            PlatformTransactionManager transactions,
            MailSettings settings,
            Clock clock,
            MeterRegistry figures) {
        this(
                notices,
                occasions,
                people,
                addresses,
                letters::write,
                messages,
                delivery,
                undelivered,
                transactions,
                settings,
                clock,
                figures);
    }

    Dispatcher(
            Notices notices,
            Collection<Occasion> occasions,
            People people,
            Addresses addresses,
            BiFunction<Letter, Person, Mail> letters,
            MailMessages messages,
            Delivery delivery,
            Undelivered undelivered,
            PlatformTransactionManager transactions,
            MailSettings settings,
            Clock clock,
            MeterRegistry figures) {
        this.notices = notices;
        this.occasions = occasions.stream().collect(Collectors.toMap(Occasion::name, Function.identity()));
        this.people = people;
        this.addresses = addresses;
        this.letters = letters;
        this.messages = messages;
        this.delivery = delivery;
        this.undelivered = undelivered;
        this.transaction = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.lease = settings.lease();
        this.clock = clock;
        this.sent = counter(figures, "sent", "Mails that were handed over");
        this.notSent = counter(figures, "not.sent", "Mails that were needless by the time, or had no address to go to");
        this.givenUp = counter(figures, "given.up", "Mails that could not be handed over for a day");
        Gauge.builder("critical.friend.mails.waiting", notices, Notices::waiting)
                .description("Mails that wait to be sent, now or later")
                .register(figures);
    }

    private static Counter counter(MeterRegistry figures, String name, String description) {
        return Counter.builder("critical.friend.mails." + name)
                .description(description)
                .register(figures);
    }

    /** What goes wrong between taking a notice and handing its mail over; its message is for the record. */
    private static final class Failed extends Exception {
        Failed(String reason) {
            super(reason);
        }
    }

    /** Some notices that were taken together, and what is known of all of them. */
    private record Batch(
            List<Taken> all, Set<UUID> outdated, Map<String, Person> people, Set<String> markedAddresses) {}

    /** Sends all that is due now; returns when there is nothing left that it could send. */
    public void run() {
        try (Delivery.Way way = delivery.begin()) {
            boolean goOn = true;
            while (goOn) {
                List<Taken> taken = transaction.execute(status -> notices.take(BATCH, clock.instant(), lease));
                goOn = !taken.isEmpty() && dispatch(known(taken), way);
            }
        }
    }

    /** Lets runs end after the mail that they have in hand, or go to their end again. */
    void stopEarly(boolean early) {
        stopping = early;
    }

    /** Looked at after the taking is committed: what was noted later waits until these are through. */
    private Batch known(List<Taken> taken) {
        List<String> recipients =
                taken.stream().map(one -> one.notice().recipient()).distinct().toList();
        return new Batch(taken, notices.outdated(taken), people.find(recipients), addresses.marked(recipients));
    }

    /** Whether to go on with the next batch. */
    private boolean dispatch(Batch batch, Delivery.Way way) {
        for (int i = 0; i < batch.all().size(); i++) {
            Taken taken = batch.all().get(i);
            if (stopping || isShort(taken.lease())) {
                notices.giveBack(batch.all().subList(i, batch.all().size()));
                return false;
            }
            try {
                dispatch(taken, batch, way);
            } catch (NotDelivered e) {
                if (e.kind() == NotDelivered.Kind.UNREACHABLE) {
                    // The next ones would only wait for the same; each of them has had its try.
                    batch.all().subList(i, batch.all().size()).forEach(one -> failed(one, e.getMessage()));
                    return false;
                }
                notDelivered(taken, batch, e);
            } catch (Failed e) {
                failed(taken, e.getMessage());
            }
        }
        return true;
    }

    /** Whether so little of the lease is left that another node might take the notice while its mail is on the way. */
    private boolean isShort(Instant until) {
        return clock.instant().isAfter(until.minus(lease.dividedBy(2)));
    }

    private void dispatch(Taken taken, Batch batch, Delivery.Way way) throws NotDelivered, Failed {
        Notice notice = taken.notice();
        Person to = batch.people().get(notice.recipient());
        if (to.leftOn().isPresent()) {
            notSent(taken, "The person has left.");
        } else if (batch.outdated().contains(taken.id())) {
            notSent(taken, "There is something newer to say of the same.");
        } else {
            ToSay say = ask(notice);
            if (say instanceof Letter letter) {
                send(taken, letter, to, batch, way);
            } else if (say instanceof NothingToSay nothing) {
                notSent(taken, nothing.reason());
            }
        }
    }

    private ToSay ask(Notice notice) throws Failed {
        Occasion occasion = occasions.get(notice.occasion());
        if (occasion == null) {
            // Perhaps a node with a newer version of the application knows it.
            throw new Failed("This version of the application does not know the occasion.");
        }
        try {
            return reading.execute(status -> occasion.now(notice));
        } catch (RuntimeException e) {
            throw failure("What is to be said could not be found out.", notice, e);
        }
    }

    private void send(Taken taken, Letter letter, Person to, Batch batch, Delivery.Way way)
            throws NotDelivered, Failed {
        if (to.email().isBlank()) {
            notSent(taken, "The person has no mail address.");
            return;
        }
        way.deliver(taken.id(), message(taken, letter, to));
        transaction.executeWithoutResult(status -> {
            notices.sent(taken, clock.instant());
            if (batch.markedAddresses().contains(to.id())) {
                addresses.taken(to);
            }
        });
        sent.increment();
    }

    private MimeMessage message(Taken taken, Letter letter, Person to) throws NotDelivered, Failed {
        Mail mail;
        try {
            mail = letters.apply(letter, to);
        } catch (RuntimeException e) {
            throw failure("The mail could not be written.", taken.notice(), e);
        }
        return messages.of(taken.id(), mail, to);
    }

    /** Where it happened is logged, not its message: that may hold what somebody typed. */
    private static Failed failure(String reason, Notice notice, RuntimeException e) {
        LOG.warn(
                "{} Notice {} ({}): {} at {}",
                reason,
                notice.id(),
                notice.occasion(),
                e.getClass().getName(),
                e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "an unknown place");
        return new Failed(reason);
    }

    private void notSent(Taken taken, String reason) {
        transaction.executeWithoutResult(status -> notices.notSent(taken, reason, clock.instant()));
        notSent.increment();
    }

    private void notDelivered(Taken taken, Batch batch, NotDelivered e) {
        if (e.kind() != NotDelivered.Kind.ADDRESS_REFUSED) {
            failed(taken, e.getMessage());
            return;
        }
        Person to = batch.people().get(taken.notice().recipient());
        transaction.executeWithoutResult(status -> {
            notices.notSent(taken, e.getMessage(), clock.instant());
            addresses.refused(to, e.code());
        });
        notSent.increment();
    }

    private void failed(Taken taken, String reason) {
        Instant now = clock.instant();
        Instant last = taken.firstTry().orElse(now).plus(LONGEST);
        if (now.isBefore(last)) {
            Instant next = now.plus(WAITS.get(Math.min(taken.tries(), WAITS.size() - 1)));
            transaction.executeWithoutResult(
                    status -> notices.failed(taken, reason, now, next.isBefore(last) ? next : last));
        } else {
            giveUp(taken, reason, now);
        }
    }

    private void giveUp(Taken taken, String reason, Instant now) {
        Boolean done = transaction.execute(status -> {
            boolean mine = notices.givenUp(taken, reason, now);
            if (mine) {
                undelivered.show(taken.notice(), reference(taken.notice()), reason);
            }
            return mine;
        });
        if (Boolean.TRUE.equals(done)) {
            givenUp.increment();
        }
    }

    private Optional<String> reference(Notice notice) {
        try {
            return Optional.ofNullable(occasions.get(notice.occasion())).flatMap(one -> one.reference(notice));
        } catch (RuntimeException e) {
            failure("What a mail was about could not be found out.", notice, e);
            return Optional.empty();
        }
    }
}
