package org.criticalfriend.review;

/**
 * Somebody on a review has pressed a button in a mail that concerns their seat. Published in the transaction in which it is noted.
 *
 * @param reference of the review
 * @param person id of the person
 * @param what what they say
 */
public record SaidByMail(String reference, String person, What what) {

    /** What can be said. */
    public enum What {
        /** They cannot come; no reason is asked. */
        CANNOT_COME,
        /** They keep the day free, in case somebody cannot come. */
        KEEPS_THE_DAY
    }
}
