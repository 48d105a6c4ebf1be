package org.criticalfriend.calendar;

/** The country whose bank holidays a school keeps. England and Wales always have the same, Scotland has its own. */
public enum Country {
    ENGLAND("england-and-wales", "eng"),
    WALES("england-and-wales", "wls"),
    SCOTLAND("scotland", "sct");

    private final String division;
    private final String rules;

    Country(String division, String rules) {
        this.division = division;
        this.rules = rules;
    }

    /** Its name in the list that GOV.UK publishes. */
    String division() {
        return division;
    }

    /** Its name among Jollyday's rules of the United Kingdom. */
    String rules() {
        return rules;
    }
}
