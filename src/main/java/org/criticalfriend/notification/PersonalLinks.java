package org.criticalfriend.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Links in mails with which one person can say one thing, without signing in: signed, with an end, and each of use once. Who holds
 * the mail holds the link, so a link opens no content.
 */
@Repository
public class PersonalLinks {

    private static final String PATH = "/link/";
    private static final String SIGNATURE = "HmacSHA256";
    private static final String DIGEST = "SHA-256";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final LinkKey key;
    private final PublicAddress address;
    private final JdbcClient database;
    private final Clock clock;

    PersonalLinks(LinkKey key, PublicAddress address, JdbcClient database, Clock clock) {
        this.key = key;
        this.address = address;
        this.database = database;
        this.clock = clock;
    }

    /**
     * A link for somebody. Asked again for the same, it is the same link.
     *
     * @param purpose name of the {@link LinkPurpose}
     * @param subject what it is about; an identifier, never content, on one line
     * @param person id of whoever gets it
     * @param expires from when on it is of no use any more
     * @return the whole address
     */
    public String url(String purpose, String subject, String person, Instant expires) {
        byte[] said = String.join("\n", purpose, subject, person, Long.toString(expires.getEpochSecond()))
                .getBytes(UTF_8);
        return address.of(PATH + ENCODER.encodeToString(said) + "." + ENCODER.encodeToString(signature(said)));
    }

    /**
     * A link that this application has made.
     *
     * @param mark digest of what it says
     * @param expires from when on it is of no use any more
     */
    record Opened(PersonalLink link, String mark, Instant expires) {}

    /** What a token says; empty if this application has not made it. */
    Optional<Opened> open(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        byte[] said;
        byte[] signed;
        try {
            said = Base64.getUrlDecoder().decode(parts[0]);
            signed = Base64.getUrlDecoder().decode(parts[1]);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        // In constant time: how long it takes says nothing about how much of it was right.
        if (!MessageDigest.isEqual(signature(said), signed)) {
            return Optional.empty();
        }
        List<String> fields = List.of(new String(said, UTF_8).split("\n", -1));
        return Optional.of(new Opened(
                new PersonalLink(fields.get(0), fields.get(1), fields.get(2)),
                ENCODER.encodeToString(digest(said)),
                Instant.ofEpochSecond(Long.parseLong(fields.get(3)))));
    }

    boolean isOver(Opened opened) {
        return !clock.instant().isBefore(opened.expires());
    }

    /** When a link was used; empty before. */
    Optional<Instant> usedAt(Opened opened) {
        return database.sql("select used_at from personal_link_use where mark = ?")
                .param(opened.mark())
                .query(LocalDateTime.class)
                .optional()
                .map(at -> at.toInstant(ZoneOffset.UTC));
    }

    /** Notes that a link is used; false if it was before. */
    boolean use(Opened opened) {
        return database.sql(
                                """
                                insert into personal_link_use (mark, purpose, person, used_at)
                                select :mark, :purpose, :person, :at
                                where not exists (select 1 from personal_link_use where mark = :mark)""")
                        .param("mark", opened.mark())
                        .param("purpose", opened.link().purpose())
                        .param("person", opened.link().person())
                        .param("at", Timestamp.valueOf(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)))
                        .update()
                > 0;
    }

    private byte[] signature(byte[] said) {
        try {
            Mac mac = Mac.getInstance(SIGNATURE);
            mac.init(new SecretKeySpec(key.secret(), SIGNATURE));
            return mac.doFinal(said);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot sign with %s.".formatted(SIGNATURE), e);
        }
    }

    private static byte[] digest(byte[] said) {
        try {
            return MessageDigest.getInstance(DIGEST).digest(said);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no %s.".formatted(DIGEST), e);
        }
    }
}
