package org.criticalfriend.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.criticalfriend.partnership.Person;
import org.springframework.stereotype.Component;

/**
 * Puts mails into the form in which they travel. The Message-ID derives from the notice: a mail that had to be sent twice is the same
 * mail to those who get it.
 */
@Component
class MailMessages {

    /** Where no mail server has a say. */
    static final Session NO_SERVER = Session.getInstance(new Properties());

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailSettings settings;
    private final PublicAddress address;
    private final Clock clock;

    MailMessages(MailSettings settings, PublicAddress address, Clock clock) {
        this.settings = settings;
        this.address = address;
        this.clock = clock;
    }

    /** @throws NotDelivered if the person's address cannot be read */
    MimeMessage of(UUID notice, Mail mail, Person to) throws NotDelivered {
        InternetAddress recipient = recipient(to);
        try {
            MimeMessage message = new WithId(messageId(notice));
            message.setFrom(sender());
            if (!settings.replyTo().isBlank()) {
                message.setReplyTo(InternetAddress.parse(settings.replyTo()));
            }
            message.setRecipient(Message.RecipientType.TO, recipient);
            message.setSubject(mail.subject().replaceAll("[\\r\\n]+", " "), UTF_8);
            message.setSentDate(Date.from(clock.instant()));
            // RFC 3834: answering machines are asked not to answer; Outlook wants it said in its own way.
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
            message.setContent(content(mail));
            message.saveChanges();
            return message;
        } catch (AddressException e) {
            throw NotDelivered.failed(
                    "CRITICAL_FRIEND_MAIL_FROM or CRITICAL_FRIEND_MAIL_REPLY_TO cannot be read as a mail address.");
        } catch (MessagingException e) {
            throw NotDelivered.failed("The mail could not be put together.");
        }
    }

    /** The Message-ID of the mail that is sent for a notice. */
    String messageId(UUID notice) {
        return "<%s@%s>".formatted(notice, host());
    }

    private String host() {
        return Optional.ofNullable(URI.create(address.base()).getHost()).orElse("localhost");
    }

    private InternetAddress sender() throws AddressException {
        return settings.from().isBlank()
                ? new InternetAddress("critical-friend@" + host())
                : new InternetAddress(settings.from(), true);
    }

    private static InternetAddress recipient(Person to) throws NotDelivered {
        try {
            InternetAddress recipient = new InternetAddress(to.email(), true);
            recipient.setPersonal(to.name(), UTF_8);
            return recipient;
        } catch (AddressException e) {
            throw NotDelivered.addressUnreadable();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every JVM knows UTF-8.", e);
        }
    }

    /** The last of the alternatives is the richest; a calendar entry lies beside them once more, for programs that look there only. */
    private static MimeMultipart content(Mail mail) throws MessagingException {
        MimeMultipart alternatives = new MimeMultipart("alternative");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        alternatives.addBodyPart(text);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        alternatives.addBodyPart(html);
        if (mail.invitation().isEmpty()) {
            return alternatives;
        }
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(alternatives);
        MimeMultipart mixed = new MimeMultipart("mixed", body);
        CalendarParts.addTo(mixed, alternatives, mail.invitation().get());
        return mixed;
    }

    /** Jakarta Mail would give each message an id of its own. */
    private static final class WithId extends MimeMessage {

        private final String id;

        WithId(String id) {
            super(NO_SERVER);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
