package org.criticalfriend.partnership;

/**
 * Somebody else has changed a record since it was read, so a change made from the older state is not applied. Trying again with the
 * same record cannot succeed: it has to be read anew.
 */
public class ChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what kind of record, in words, such as {@code school}
     * @param id which one
     */
    public ChangedMeanwhile(String what, String id) {
        super("The %s %s was changed by somebody else meanwhile. Open it again and make your change there."
                .formatted(what, id));
    }
}
