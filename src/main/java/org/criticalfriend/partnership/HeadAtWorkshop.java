package org.criticalfriend.partnership;

/** Whether the host's head may be at the improvement workshop (P26). */
public enum HeadAtWorkshop {
    NEVER,
    /** Not unless the head asks for it with a reason, which is recorded. */
    OPT_IN
}
