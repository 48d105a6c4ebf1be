package org.criticalfriend.notification;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;

/**
 * Puts a calendar entry into a mail, twice, for clients differ: as the last of the alternatives, from which Outlook and Gmail show
 * their own controls, and as an attached file {@code invite.ics}, which Apple Mail and others open.
 *
 * <pre>
 * multipart/mixed
 *   multipart/alternative
 *     text/plain
 *     text/html
 *     text/calendar; method=REQUEST
 *   application/ics; name=invite.ics
 * </pre>
 */
final class CalendarParts {

    private CalendarParts() {}

    /**
     * Adds a calendar entry to a mail that is being put together.
     *
     * @param mixed the mail's outer part, of subtype {@code mixed}, to which the alternatives have been added
     * @param alternatives its texts, of subtype {@code alternative}
     * @param entry what to add
     * @throws MessagingException if a part cannot be added
     */
    static void addTo(Multipart mixed, Multipart alternatives, Letter.CalendarPart entry) throws MessagingException {
        alternatives.addBodyPart(
                part(entry, "text/calendar; charset=UTF-8; method=%s; component=VEVENT".formatted(entry.method())));
        MimeBodyPart file = part(entry, "application/ics; name=invite.ics");
        file.setFileName("invite.ics");
        file.setDisposition(MimeBodyPart.ATTACHMENT);
        mixed.addBodyPart(file);
    }

    /** In base64: nothing on the way wraps its lines anew or changes their ends. */
    private static MimeBodyPart part(Letter.CalendarPart entry, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(entry.ics().getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }
}
