package org.criticalfriend.buffering;

/** What the partnership lead decides when nobody is left to ask. */
enum StandInDecision {
    /** Somebody is asked by hand. */
    ASK("Ask somebody"),
    /** Somebody has agreed on the phone. */
    AGREED("Somebody has agreed on the phone"),
    /** The visit is held from afar, and those who could not travel may be asked again. */
    VIRTUAL("Go virtual: the team comes by a meeting link"),
    /** The appointment gets another day, and everybody may be asked again. */
    POSTPONE("Postpone to another day"),
    /** The seat is given up. */
    SMALLER("Go ahead smaller, without this seat");

    private final String words;

    StandInDecision(String words) {
        this.words = words;
    }

    /** For people, to choose from. */
    String words() {
        return words;
    }
}
