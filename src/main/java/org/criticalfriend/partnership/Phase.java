package org.criticalfriend.partnership;

/** The age range that a school teaches, or that a person knows best (P2, G16). */
public enum Phase {
    PRIMARY,
    SECONDARY,
    /** Independent, for children up to 13. */
    PREPARATORY,
    /** For children with special needs. */
    SPECIAL,
    /** From the first to the last year of school. */
    ALL_THROUGH
}
