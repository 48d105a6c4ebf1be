package org.criticalfriend.review;

/** What is reviewed. */
public enum ReviewKind {
    /** A school. */
    SCHOOL(2),
    /** A trust, by other trusts (F24). */
    MAT(3);

    private final int longestVisit;

    ReviewKind(int longestVisit) {
        this.longestVisit = longestVisit;
    }

    /** The longest visit, in pupil days of the host (G10: half a day to two; three for a trust). */
    int longestVisit() {
        return longestVisit;
    }
}
