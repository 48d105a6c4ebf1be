package org.criticalfriend.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test with the whole application, on both databases, without the sample and without a job executor: timers fire when the test
 * says so, and mails are sent when it says so ({@link Mails}). All such tests share one context; each makes a partnership of its own ({@link TestPartnership}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "critical-friend.sample=false",
            "critical-friend.first-administrator-password=" + ApplicationTest.FIRST_PASSWORD,
            "camunda.bpm.job-execution.enabled=false",
            "critical-friend.mail.dispatch=false",
            "critical-friend.planning.search=false",
            "critical-friend.planning.at-most=3s",
            "critical-friend.planning.without-better=1s",
            "critical-friend.mail.shown=true",
            "critical-friend.mail.directory=target/mail",
            "server.shutdown=immediate"
        })
@ContextConfiguration(initializers = {TestDatabase.class, TestMail.class})
@ExtendWith(ClockRunsAgain.class)
public @interface ApplicationTest {

    /** Password of the first administrator. */
    String FIRST_PASSWORD = "orchard lantern puddle";
}
