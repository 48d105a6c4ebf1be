package org.criticalfriend.notification;

import java.time.Duration;
import java.util.Map;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** The test mail that a school gets before the year begins. */
@Component
class TestMail implements Occasion {

    /** How long the link in it can be used. */
    private static final Duration ANSWERED_WITHIN = Duration.ofDays(30);

    private final PersonalLinks links;
    private final Partnerships partnerships;

    TestMail(PersonalLinks links, Partnerships partnerships) {
        this.links = links;
        this.partnerships = partnerships;
    }

    @Override
    public String name() {
        return AddressTests.OCCASION;
    }

    @Override
    public ToSay now(Notice notice) {
        AddressTests.Id test = new AddressTests.Id(notice.subject(), notice.turn());
        return partnerships
                .find(notice.subject())
                .map(Partnership::name)
                .<ToSay>map(partnership -> Letter.of(
                        "test-mail",
                        Map.of(
                                "partnership",
                                partnership,
                                "link",
                                links.url(
                                        AddressWorks.NAME,
                                        test.subject(),
                                        notice.recipient(),
                                        notice.since().plus(ANSWERED_WITHIN)))))
                .orElseGet(() -> new NothingToSay("The partnership is there no more."));
    }
}
