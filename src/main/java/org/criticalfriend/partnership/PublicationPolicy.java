package org.criticalfriend.partnership;

/** Who may read a report once the host's head has released it (F18 against P5 and P19). */
public enum PublicationPolicy {
    /** The host only; there is nothing to release. */
    HOST,
    /** The host and the team. */
    TEAM,
    /** Heads and senior teams of the whole partnership. */
    LEADERS
}
