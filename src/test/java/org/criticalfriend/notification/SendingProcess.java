package org.criticalfriend.notification;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.criticalfriend.access.Settings;
import org.criticalfriend.partnership.People;
import org.criticalfriend.reading.ReadOnce;
import org.criticalfriend.reading.UntilChanged;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A process of its own that does nothing but send what the outbox holds, until that is empty. Made to be killed. */
final class SendingProcess {

    /** Occasion of what it knows to send. */
    static final String OCCASION = "kill";

    /** Host in the Message-IDs. */
    static final String HOST = "reviews.example";

    private static final Duration LEASE = Duration.ofSeconds(2);

    private SendingProcess() {}

    /** @param arguments address of the database, port of the mail server on this machine */
    public static void main(String[] arguments) {
        try (HikariDataSource database = new HikariDataSource();
                AnnotationConfigApplicationContext register = new AnnotationConfigApplicationContext()) {
            database.setJdbcUrl(arguments[0]);
            database.setUsername("postgres");
            database.setPassword("postgres");
            database.setMaximumPoolSize(2);
            JdbcClient client = JdbcClient.create(database);
            register.registerBean(JdbcClient.class, () -> client);
            register.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
            register.registerBean(ReadOnce.class);
            register.registerBean(UntilChanged.class);
            ClassPathBeanDefinitionScanner lazily = new ClassPathBeanDefinitionScanner(register);
            lazily.getBeanDefinitionDefaults().setLazyInit(true);
            lazily.scan("org.criticalfriend.partnership");
            register.refresh();

            JavaMailSenderImpl server = new JavaMailSenderImpl();
            server.setHost("127.0.0.1");
            server.setPort(Integer.parseInt(arguments[1]));
            Clock clock = Clock.systemUTC();
            MailSettings settings =
                    new MailSettings("", "", Path.of("target"), false, true, Duration.ofSeconds(5), LEASE);
            Notices notices = new Notices(client);
            Dispatcher dispatcher = new Dispatcher(
                    notices,
                    List.of(new Occasion() {
                        @Override
                        public String name() {
                            return OCCASION;
                        }

                        @Override
                        public ToSay now(Notice notice) {
                            return Letter.of("kill", Map.of());
                        }
                    }),
                    register.getBean(People.class),
                    new Addresses(client, clock),
                    (letter, to) -> new Mail("A mail", "Dear " + to.given(), "<p>Dear", Optional.empty()),
                    new MailMessages(
                            settings,
                            new PublicAddress(new Settings(false, "https://" + HOST, ""), new StandardEnvironment()),
                            clock),
                    new SmtpDelivery(server),
                    new Undelivered(null),
                    new JdbcTransactionManager(database),
                    settings,
                    clock,
                    new SimpleMeterRegistry());
            while (notices.waiting() > 0) {
                dispatcher.run();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }
}
