package org.criticalfriend.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;

/** A mail server for each context; {@link Mails} reads what came. */
public class TestMail implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        context.getBeanFactory().registerSingleton("testMailServer", server);
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> server.stop());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test mail",
                        Map.of(
                                "spring.mail.host",
                                "127.0.0.1",
                                "spring.mail.port",
                                server.getSmtp().getPort())));
    }
}
