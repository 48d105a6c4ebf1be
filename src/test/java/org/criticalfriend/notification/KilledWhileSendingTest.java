package org.criticalfriend.notification;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process that sends is killed (SIGKILL) again and again, at random points, while it hands 500 mails to an SMTP server in another
 * process; each time the next one goes on. No mail is lost, and one comes twice only if the server had taken it and it could not be
 * marked any more: at most one each time, the same to whoever gets it.
 */
class KilledWhileSendingTest {

    private static final int MAILS = 500;
    private static final int LONGEST_SECONDS = 120;

    private EmbeddedPostgres postgres;
    private GreenMail server;
    private JdbcClient database;

    @BeforeEach
    void mailsWait() throws Exception {
        postgres = EmbeddedPostgres.start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("classpath:db/migration/common", "classpath:db/migration/postgresql")
                .load()
                .migrate();
        database = JdbcClient.create(postgres.getPostgresDatabase());
        fill(new JdbcTemplate(postgres.getPostgresDatabase()));
        server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
    }

    private static void fill(JdbcTemplate database) {
        database.batchUpdate(
                "insert into person (id, version, given, family, email, post) values (?, 0, 'Given', 'Family', ?, 'Post')",
                IntStream.range(0, 50)
                        .mapToObj(i -> new Object[] {"p" + i, "p%d@school.example".formatted(i)})
                        .toList());
        database.batchUpdate(
                """
                insert into notice (id, occasion, subject, turn, recipient, since, next_try, tries, state)
                values (?, ?, ?, '', ?, timestamp '2026-10-05 09:00:00', timestamp '2026-10-05 09:00:00', 0, 'WAITING')""",
                IntStream.range(0, MAILS)
                        .mapToObj(i ->
                                new Object[] {UUID.randomUUID(), SendingProcess.OCCASION, "subject " + i, "p" + i % 50})
                        .toList());
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        postgres.close();
    }

    @Test
    void noMailIsLostWhenTheSenderIsKilledTwice() throws Exception {
        isKilled(2);
    }

    @Test
    @Tag("deep")
    void noMailIsLostWhenTheSenderIsKilledTwentyTimes() throws Exception {
        isKilled(20);
    }

    private void isKilled(int times) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Integer> points = random.ints(1, MAILS - 2 * times)
                .distinct()
                .limit(times)
                .sorted()
                .boxed()
                .toList();
        Set<UUID> inHand = new HashSet<>();

        int kills = 0;
        for (int point : points) {
            Process sender = start();
            try {
                // At least one more than before: this sender has to have done something.
                int until = Math.max(point, server.getReceivedMessages().length + 1);
                assertThat(server.waitForIncomingEmail(TimeUnit.SECONDS.toMillis(LONGEST_SECONDS), until))
                        .as("%d mails have come (seed %d)", until, seed)
                        .isTrue();
                spin(random.nextInt(2_000_000));
                assertThat(sender.isAlive()).as("there is something to kill").isTrue();
            } finally {
                sender.destroyForcibly().waitFor();
            }
            kills++;
            inHand.addAll(leased());
        }
        Process last = start();
        assertThat(last.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(last.exitValue()).isZero();

        Map<String, Long> came = came();
        List<String> twice = came.entrySet().stream()
                .filter(mail -> mail.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
        System.out.printf(
                "Killed %d times during %d mails: %d came, %d lost, %d twice (seed %d)%n",
                kills, MAILS, came.size(), MAILS - came.size(), twice.size(), seed);
        assertThat(came.keySet()).as("none is lost, and none is made up").isEqualTo(expected());
        assertThat(came.values().stream().mapToLong(often -> often - 1).sum())
                .as("at most one more for each kill")
                .isLessThanOrEqualTo(kills);
        assertThat(inHand.stream().map(KilledWhileSendingTest::messageId).collect(toSet()))
                .as("whatever came twice was in hand when the sender was killed")
                .containsAll(twice);
        assertThat(database.sql("select count(*) from notice where state = 'SENT'")
                        .query(Long.class)
                        .single())
                .isEqualTo(MAILS);
    }

    private Process start() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-Dlogging.level.root=warn",
                "-cp",
                System.getProperty("java.class.path"),
                SendingProcess.class.getName(),
                postgres.getJdbcUrl("postgres", "postgres"),
                String.valueOf(server.getSmtp().getPort())));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/killed-while-sending.log")))
                .start();
    }

    private static void spin(int nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private Set<UUID> leased() {
        return database.sql("select id from notice where state = 'WAITING' and leased_until is not null")
                .query(UUID.class)
                .set();
    }

    private Set<String> expected() {
        return database.sql("select id from notice").query(UUID.class).set().stream()
                .map(KilledWhileSendingTest::messageId)
                .collect(toSet());
    }

    private static String messageId(UUID notice) {
        return "<%s@%s>".formatted(notice, SendingProcess.HOST);
    }

    private Map<String, Long> came() {
        return new HashMap<>(Stream.of(server.getReceivedMessages())
                .map(KilledWhileSendingTest::messageId)
                .collect(groupingBy(identity(), counting())));
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
