package org.criticalfriend.partnership;

/** What binds the schools of a partnership together. */
public enum PartnershipKind {
    /** Schools of one neighbourhood that chose each other. */
    CLUSTER,
    /** Schools of one multi-academy trust (G1). */
    MAT,
    /** Schools of several trusts and local authorities (F24). */
    CROSS_REGIONAL
}
