package org.criticalfriend.notification;

import java.time.Instant;
import org.springframework.stereotype.Repository;
import org.springframework.web.util.UriUtils;

/** Links in mails with which one person can say one thing, without signing in. */
@Repository
public class PersonalLinks {

    private final PublicAddress address;

    PersonalLinks(PublicAddress address) {
        this.address = address;
    }

    /**
     * A link for somebody.
     *
     * @param purpose name of the {@link LinkPurpose}
     * @param subject what it is about; an identifier, never content, on one line
     * @param person id of whoever gets it
     * @param expires from when on it is of no use any more
     * @return the whole address
     */
    public String url(String purpose, String subject, String person, Instant expires) {
        return address.of("/link/"
                + UriUtils.encode(
                        String.join(" ", purpose, subject, person, expires.toString()),
                        java.nio.charset.StandardCharsets.UTF_8));
    }
}
