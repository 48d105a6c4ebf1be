package org.criticalfriend.notification;

import org.criticalfriend.partnership.Person;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Writes letters. */
@Component
public class Letters {

    /** The letter in its final words. */
    public Mail write(Letter letter, Person to) {
        String text = "Dear %s%n%n%s%n".formatted(to.given(), letter.values());
        return new Mail(
                letter.template(),
                text,
                "<!DOCTYPE html><html lang=\"en-GB\"><head><title>Mail</title></head><body><pre>"
                        + HtmlUtils.htmlEscape(text) + "</pre></body></html>",
                letter.invitation());
    }
}
