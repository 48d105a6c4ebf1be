package org.criticalfriend.partnership;

/** What was to be entered into the register cannot stand there. The message says what is wrong and what to do, in plain words. */
public class EntryRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** @param words for the person who entered it */
    public EntryRefused(String words) {
        super(words);
    }
}
