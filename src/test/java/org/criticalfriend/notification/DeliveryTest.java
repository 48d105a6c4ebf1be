package org.criticalfriend.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.criticalfriend.access.Settings;
import org.criticalfriend.partnership.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** How mails travel: to a mail server, or into files. */
class DeliveryTest {

    private static final UUID NOTICE = UUID.fromString("0192f000-0000-7000-8000-000000000001");
    private static final Person TO = Person.of("zoe", "Zoë", "Müller", "zoe@school.example", "Head");
    private static final String ICS = "BEGIN:VCALENDAR\r\nSUMMARY:Visit – Mill Lane\r\nEND:VCALENDAR\r\n";

    @TempDir
    Path directory;

    private GreenMail server;

    @BeforeEach
    void startServer() {
        server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void aMailIsReadBackFromTheServerAsItWasWritten() throws Exception {
        deliver(new SmtpDelivery(sender(server.getSmtp().getPort())), message(mail(Optional.empty()), TO));

        MimeMessage got = server.getReceivedMessages()[0];
        assertThat(got.getSubject()).isEqualTo("Report – Mill Lane");
        assertThat(got.getMessageID()).isEqualTo("<%s@reviews.example>".formatted(NOTICE));
        assertThat(got.getFrom()[0]).hasToString("Priory reviews <reviews@priory.example>");
        assertThat(got.getReplyTo()[0]).hasToString("office@priory.example");
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(got.getContentType()).startsWith("multipart/alternative");
        ReadMail read = ReadMail.of(got);
        assertThat(read.text().strip()).isEqualTo("Dear Zoë,");
        assertThat(read.html().strip()).isEqualTo("<p>Dear Zoë,</p>");
    }

    @Test
    void aCalendarEntryIsTheLastAlternativeAndLiesBesideTheMailAsAFile() throws Exception {
        deliver(
                new SmtpDelivery(sender(server.getSmtp().getPort())),
                message(mail(Optional.of(new Letter.CalendarPart("REQUEST", ICS))), TO));

        MimeMultipart mixed = (MimeMultipart) server.getReceivedMessages()[0].getContent();
        MimeMultipart alternatives = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(alternatives.getCount()).isEqualTo(3);
        assertThat(alternatives.getBodyPart(2).getContentType()).contains("text/calendar", "method=REQUEST");
        assertThat(alternatives.getBodyPart(2).getInputStream().readAllBytes())
                .isEqualTo(ICS.getBytes(StandardCharsets.UTF_8));
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("invite.ics");
        assertThat(mixed.getBodyPart(1).getInputStream().readAllBytes())
                .isEqualTo(ICS.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void severalMailsShareAConnectionAndAServerThatHungUpIsCalledAgain() throws Exception {
        int port = server.getSmtp().getPort();
        try (Delivery.Way way = new SmtpDelivery(sender(port)).begin()) {
            way.deliver(NOTICE, message(mail(Optional.empty()), TO));
            way.deliver(NOTICE, message(mail(Optional.empty()), TO));
            assertThat(server.getReceivedMessages()).hasSize(2);
            server.stop();
            server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
            server.start();
            way.deliver(NOTICE, message(mail(Optional.empty()), TO));
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aServerThatIsDownIsUnreachable() throws Exception {
        int port = server.getSmtp().getPort();
        server.stop();

        NotDelivered thrown = refused(port);

        assertThat(thrown.kind()).isEqualTo(NotDelivered.Kind.UNREACHABLE);
        assertThat(thrown).hasMessage("The mail server could not be reached.");
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 No such user zoe@school.example, ADDRESS_REFUSED",
        "RCPT, 553 Not a mailbox, ADDRESS_REFUSED",
        "RCPT, 550 5.7.1 Your network is not welcome, FAILED",
        "RCPT, 530 Please say who you are first, FAILED",
        "RCPT, 552 The mailbox is full, FAILED",
        "RCPT, 450 Come back later, FAILED",
        "DATA, 554 This looks like advertising, FAILED",
        "MAIL, 550 Not from you, FAILED"
    })
    void whatTheServerAnswersSaysWhetherItIsTheAddressOrMayWorkLater(
            String command, String answer, NotDelivered.Kind kind) throws Exception {
        try (Refusing refusing = new Refusing(command, answer)) {
            NotDelivered thrown = refused(refusing.port());

            assertThat(thrown.kind()).isEqualTo(kind);
            assertThat(thrown.getMessage())
                    .contains(answer.substring(0, 3))
                    .doesNotContain("zoe", "network", "mailbox");
        }
    }

    @Test
    void anAddressThatCannotBeReadIsRefusedBeforeAnybodyIsAsked() {
        NotDelivered thrown = catchThrowableOfType(
                NotDelivered.class,
                () -> message(mail(Optional.empty()), Person.of("zoe", "Zoë", "Müller", "zoe@@school", "Head")));

        assertThat(thrown.kind()).isEqualTo(NotDelivered.Kind.ADDRESS_REFUSED);
    }

    @Test
    void withoutAServerAMailLiesInAFileThatMailProgramsOpenAndNothingHalfLiesBesideIt() throws Exception {
        MailFiles files = new MailFiles(settings());

        deliver(files, message(mail(Optional.empty()), TO));
        deliver(files, message(mail(Optional.empty()), TO));

        try (Stream<Path> lying = Files.list(directory)) {
            assertThat(lying).containsExactly(directory.resolve(NOTICE + ".eml"));
        }
        MimeMessage read = files.read(NOTICE).orElseThrow();
        assertThat(read.getMessageID()).isEqualTo("<%s@reviews.example>".formatted(NOTICE));
        assertThat(ReadMail.of(read).text().strip()).isEqualTo("Dear Zoë,");
        assertThat(files.read(UUID.randomUUID())).isEmpty();
    }

    private static NotDelivered refused(int port) {
        return catchThrowableOfType(NotDelivered.class, () -> {
            try (Delivery.Way way = new SmtpDelivery(sender(port)).begin()) {
                way.deliver(NOTICE, new DeliveryTest().message(mail(Optional.empty()), TO));
            }
        });
    }

    private static void deliver(Delivery delivery, MimeMessage message) throws NotDelivered {
        try (Delivery.Way way = delivery.begin()) {
            way.deliver(NOTICE, message);
        }
    }

    private static JavaMailSenderImpl sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return sender;
    }

    private MailSettings settings() {
        return new MailSettings(
                "Priory reviews <reviews@priory.example>",
                "office@priory.example",
                directory,
                false,
                false,
                Duration.ofSeconds(5),
                Duration.ofMinutes(5));
    }

    private MimeMessage message(Mail mail, Person to) throws NotDelivered {
        return new MailMessages(
                        settings(),
                        new PublicAddress(
                                new Settings(false, "https://reviews.example/", ""), new StandardEnvironment()),
                        Clock.fixed(Instant.parse("2026-10-05T09:00:00Z"), ZoneOffset.UTC))
                .of(NOTICE, mail, to);
    }

    private static Mail mail(Optional<Letter.CalendarPart> invitation) {
        return new Mail("Report – Mill Lane", "Dear Zoë,", "<p>Dear Zoë,</p>", invitation);
    }

    /** A mail server that says no at one command. */
    private static final class Refusing implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final String command;
        private final String answer;

        Refusing(String command, String answer) throws IOException {
            this.command = command;
            this.answer = answer;
            Thread thread = new Thread(this::talk, "refusing mail server");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        private void talk() {
            try (Socket caller = socket.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
                    PrintWriter out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.US_ASCII)) {
                out.print("220 ready\r\n");
                out.flush();
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    out.print((line.startsWith(command) ? answer : "250 fine") + "\r\n");
                    out.flush();
                }
            } catch (IOException e) {
                // The caller has hung up, or the test is over.
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
