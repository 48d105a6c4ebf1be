package org.criticalfriend.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.criticalfriend.access.Audit;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.notification.CalendarEntry;
import org.criticalfriend.notification.CalendarEntry.Standing;
import org.criticalfriend.notification.ICalendar;
import org.criticalfriend.notification.PublicAddress;
import org.criticalfriend.review.InvitationRecord.Kept;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person's appointments as a calendar to subscribe to, at an address that only they know: calendar programs cannot sign in. Of the
 * secret in the address only a hash is kept, so that nobody who reads the database, or a copy of it, can read calendars with it.
 */
@Service
class CalendarFeeds {

    private static final int MONTHS_BACK = 3;
    private static final Duration CANCELLED_STAY = Duration.ofDays(30);
    /** 192 bits. */
    private static final int SECRET_BYTES = 24;

    private final InvitationRecord record;
    private final PublicAddress address;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CalendarFeeds(InvitationRecord record, PublicAddress address, Audit audit, Clock clock) {
        this.record = record;
        this.address = address;
        this.audit = audit;
        this.clock = clock;
    }

    /** Since when a person has a feed; empty if they have none. */
    Optional<Instant> since(String person) {
        return record.feedOf(person);
    }

    /**
     * Gives a person a feed, or the one they have another address; the one before leads nowhere from now on.
     *
     * @return its address, which is shown this once
     */
    @Transactional
    public String renew(String person) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        record.keepFeed(person, hash(secret), clock.instant());
        audit.changedOnPage(person, "CalendarFeed");
        return address.of("/calendar/%s.ics".formatted(secret));
    }

    /** Takes a person's feed away; its address leads nowhere from now on. */
    @Transactional
    public void revoke(String person) {
        record.dropFeed(person);
        audit.changedOnPage(person, "CalendarFeed");
    }

    /**
     * The calendar behind a secret: from three months back on; what was cancelled stays for thirty days, for clients that
     * would otherwise keep it. Empty if the secret opens none, or no more.
     */
    Optional<String> read(String secret) {
        return record.personOfFeed(hash(secret)).map(this::calendarOf);
    }

    private String calendarOf(String person) {
        List<CalendarEntry> entries = record
                .of(
                        person,
                        SchoolTime.today(clock).minusMonths(MONTHS_BACK),
                        clock.instant().minus(CANCELLED_STAY))
                .stream()
                .map(this::entry)
                .toList();
        return ICalendar.feed("Critical Friend", entries);
    }

    /** Not every calendar shows the standing of an entry it has subscribed to, so the title says it too. */
    private CalendarEntry entry(Kept kept) {
        CalendarEntry entry = kept.invitation().entry(kept.school(), address.of("/review/" + kept.reference()));
        return entry.standing() == Standing.CANCELLED ? entry.called("Cancelled: " + entry.summary()) : entry;
    }

    /** The secret is random and long, so that a plain hash does: there is nothing to guess. */
    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256.", e);
        }
    }
}
