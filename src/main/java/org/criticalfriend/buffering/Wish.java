package org.criticalfriend.buffering;

/** What whoever is in charge of a review wishes of somebody as a stand-in there. */
enum Wish {
    /** Asked before all others. */
    PREFERRED,
    /** Not asked. */
    EXCLUDED
}
