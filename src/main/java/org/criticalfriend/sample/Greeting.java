package org.criticalfriend.sample;

import org.criticalfriend.access.Settings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the application where it is and, with the sample, how to enter. */
@Component
class Greeting {

    private final Settings settings;

    Greeting(Settings settings) {
        this.settings = settings;
    }

    @EventListener
    void print(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web) {
            String address = settings.address().isBlank()
                    ? "http://localhost:" + web.getWebServer().getPort()
                    : settings.address();
            System.out.println(words(address));
        }
    }

    private String words(String address) {
        String where = "%n  Critical Friend is ready: %s%n".formatted(address);
        return settings.sample() ? where + SIGN_INS.formatted(SampleLoader.PASSWORD) : where;
    }

    private static final String SIGN_INS =
            """

              Sample sign-ins, on this computer only, password "%s":
                milllanehead       lead reviewer at Abbey High, has evidence to record
                stanneshead        lead reviewer at Mill Lane, has a planning meeting to hold, which is late
                oakhursthead       lead reviewer at Weir Road, has a report to write, which is late
                stmarkshead        head, has a report to check
                weirroadhead       head, has an action plan to agree
                oakhurstteacher    Improvement Champion at Hill Top, has a follow-up meeting to hold
                priorylead         partnership lead, and head of Northfield
                owner, admin       process owner, administrator
              The sign-in page lists everybody.
            """;
}
