package org.criticalfriend.partnership;

/** Who leads the reviews of a partnership: the seeds disagree, so it is a setting. */
public enum LedBy {
    /** The trust's director (G15). */
    CENTRAL,
    /** A head of another school; the central team reads only (F5). */
    PEER
}
