package org.criticalfriend.partnership;

import java.util.Optional;

/**
 * What visitors of a school need to know on the day: entered once, used for every visit.
 *
 * @param school id of the school
 * @param version goes up by one with each change; 0 when nothing has been entered yet
 * @param parking where to park
 * @param reception where to come in and whom to ask for
 * @param phone on which visitors reach the school on the day, if it is not that of reception
 * @param lunch whether there is any, where, and what to say beforehand
 * @param photoId whether visitors have to show identification with a photograph; absent if not said
 */
public record VisitingFacts(
        String school,
        int version,
        Optional<String> parking,
        Optional<String> reception,
        Optional<String> phone,
        Optional<String> lunch,
        Optional<Boolean> photoId) {

    /** The most characters that parking, reception and lunch take. */
    public static final int LONGEST = 400;

    /** The most characters that a phone number takes. */
    public static final int LONGEST_PHONE = 40;

    /** @throws EntryRefused if a text is empty or too long */
    void check() {
        Demand.text("the words on parking", parking, LONGEST);
        Demand.text("the words on reception", reception, LONGEST);
        Demand.text("the phone number", phone, LONGEST_PHONE);
        Demand.text("the words on lunch", lunch, LONGEST);
    }

    /** The same, to be put in the place of a later version. */
    public VisitingFacts asOf(int later) {
        return new VisitingFacts(school, later, parking, reception, phone, lunch, photoId);
    }

    /** Of a school that has entered nothing yet. */
    public static VisitingFacts none(String school) {
        return new VisitingFacts(
                school, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
