package org.criticalfriend.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Hands mails to the mail server of {@code spring.mail.*}, several over one connection. */
class SmtpDelivery implements Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpDelivery.class);

    /** What a server says that wants a name and a password first: its settings are wrong, not the address. */
    private static final int AUTHENTICATION_REQUIRED = 530;

    /** A full mailbox, for which RFC 5321 (4.5.3.1.10) wants another try. */
    private static final int TOO_FULL = 552;

    private final JavaMailSenderImpl server;

    SmtpDelivery(JavaMailSenderImpl server) {
        this.server = server;
    }

    @Override
    public Way begin() {
        return new Connection();
    }

    private final class Connection implements Way {

        private Transport transport;

        @Override
        public void deliver(UUID notice, MimeMessage mail) throws NotDelivered {
            connect();
            try {
                transport.sendMessage(mail, mail.getAllRecipients());
            } catch (MessagingException e) {
                // What stands between us and the server after that is not known.
                close();
                throw inWords(e);
            }
        }

        /** Asks the server first: between two mails it may have hung up. */
        private void connect() throws NotDelivered {
            if (transport != null && transport.isConnected()) {
                return;
            }
            close();
            try {
                String protocol = Optional.ofNullable(server.getProtocol()).orElse(JavaMailSenderImpl.DEFAULT_PROTOCOL);
                transport = server.getSession().getTransport(protocol);
                transport.connect(server.getHost(), server.getPort(), name(), server.getPassword());
            } catch (AuthenticationFailedException e) {
                throw NotDelivered.unreachable(
                        "The mail server did not take name and password. Please check SPRING_MAIL_USERNAME and SPRING_MAIL_PASSWORD.");
            } catch (MessagingException e) {
                LOG.warn("The mail server cannot be reached: {}", kindOf(e));
                throw NotDelivered.unreachable("The mail server could not be reached.");
            }
        }

        /** An empty name would be tried as one. */
        private String name() {
            return Optional.ofNullable(server.getUsername())
                    .filter(name -> !name.isEmpty())
                    .orElse(null);
        }

        @Override
        public void close() {
            if (transport != null) {
                try {
                    transport.close();
                } catch (MessagingException e) {
                    LOG.debug("The mail server did not say good-bye.");
                }
                transport = null;
            }
        }
    }

    /** The words of the server are not passed on: they often repeat the address. */
    private static NotDelivered inWords(MessagingException thrown) {
        LOG.warn("The mail server did not take a mail: {}", kindOf(thrown));
        for (Exception e = thrown; e instanceof MessagingException one; e = one.getNextException()) {
            if (e instanceof SMTPAddressFailedException address) {
                return isForGood(address)
                        ? NotDelivered.addressRefused(address.getReturnCode())
                        : NotDelivered.failed("The mail server does not take mail for the address at present (code %d)."
                                .formatted(address.getReturnCode()));
            }
            if (e instanceof SMTPSendFailedException mail && mail.getReturnCode() > 0) {
                return NotDelivered.failed(
                        "The mail server did not take the mail (code %d).".formatted(mail.getReturnCode()));
            }
        }
        return NotDelivered.failed("The connection to the mail server broke.");
    }

    /** Extended codes X.7.X (RFC 3463) speak of the server's rules, not of the address. */
    private static boolean isForGood(SMTPAddressFailedException refusal) {
        int code = refusal.getReturnCode();
        return code / 100 == 5
                && code != TOO_FULL
                && code != AUTHENTICATION_REQUIRED
                && !String.valueOf(refusal.getMessage()).matches("(?s).*\\b5\\.7\\.\\d.*");
    }

    private static String kindOf(MessagingException e) {
        Exception cause = e.getNextException();
        return e.getClass().getSimpleName()
                + (cause == null ? "" : ", " + cause.getClass().getSimpleName());
    }
}
