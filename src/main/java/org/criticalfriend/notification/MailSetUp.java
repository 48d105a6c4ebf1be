package org.criticalfriend.notification;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mails go to the mail server of {@code spring.mail.*}; without one they lie in files. */
@Configuration
class MailSetUp {

    @Bean
    @Primary
    Delivery delivery(ObjectProvider<JavaMailSenderImpl> server, MailFiles files) {
        JavaMailSenderImpl named = server.getIfAvailable();
        return named == null ? files : new SmtpDelivery(named);
    }
}
