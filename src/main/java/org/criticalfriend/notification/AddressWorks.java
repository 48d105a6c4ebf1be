package org.criticalfriend.notification;

import org.springframework.stereotype.Component;

/** The link in a test mail. */
@Component
class AddressWorks implements LinkPurpose {

    /** Name of the purpose. */
    static final String NAME = "address-works";

    private final AddressTests tests;

    AddressWorks(AddressTests tests) {
        this.tests = tests;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LinkPage page(PersonalLink link) {
        return LinkPage.saying(
                        "Has our test mail arrived?",
                        "Please press the button, so that your partnership lead knows that mails about your reviews reach you.")
                .withButton("It has arrived");
    }

    @Override
    public LinkPage press(PersonalLink link) {
        tests.arrived(AddressTests.Id.of(link.subject()), link.person());
        return LinkPage.saying(
                "Thank you",
                "Your partnership lead can see now that mails reach you.",
                "If the mail lay among unwanted mails, please mark its sender as safe.");
    }
}
