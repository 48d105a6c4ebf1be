package org.criticalfriend.change;

/** A kind of way out. */
enum Way {
    /** A review that waits goes on with the day it had. */
    AGAIN("the review goes on with the days it had"),
    /** The stand-in who holds the date takes the seat, or somebody of the team leads in place of the lead. */
    PROMOTE("somebody who holds the date steps in"),
    /** Somebody else takes the seat. */
    PERSON("somebody else takes the seat"),
    /** A meeting on another day. */
    MEETING("a meeting has another day"),
    /** The visit on another day. */
    DAY("the visit has another day"),
    /** Two reviews exchange their days. */
    SWAP("the visit has another day, in exchange with another review"),
    /** People meet from afar. */
    AFAR("people meet by a link"),
    /** The review goes ahead without the seat. */
    SMALLER("the review goes ahead with a smaller team"),
    /** The review is cancelled. */
    CANCEL("the review is cancelled"),
    /** Nothing changes. */
    KEEP("everything stays as it is");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    /** What holds after it was chosen, at the end of a sentence. */
    String words() {
        return words;
    }
}
