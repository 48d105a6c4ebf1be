package org.criticalfriend.change;

/** A kind of way out, in the order in which they are offered: what changes least for others comes first. */
enum Way {
    /** A review that waits goes on with the day it had. */
    AGAIN,
    /** The stand-in who holds the date takes the seat. */
    PROMOTE,
    /** Somebody else takes the seat. */
    PERSON,
    /** A meeting on another day. */
    MEETING,
    /** The visit on another day. */
    DAY,
    /** Two reviews exchange their days. */
    SWAP,
    /** People meet from afar. */
    AFAR,
    /** The review goes ahead without the seat. */
    SMALLER,
    /** The review is cancelled. */
    CANCEL,
    /** Nothing changes. */
    KEEP
}
