package org.criticalfriend.partnership;

/** What a person is: at a school, in a partnership, or for this installation. */
public enum Role {
    /** Headteacher of a school. */
    HEAD(Place.SCHOOL),
    /** Member of a school's senior team. */
    SENIOR_TEAM(Place.SCHOOL),
    /** Teacher at a school. */
    TEACHER(Place.SCHOOL),
    /** School office: dates and visit sheets, no content. */
    OFFICE(Place.SCHOOL),
    /** In charge of a partnership's schedule. */
    PARTNERSHIP_LEAD(Place.PARTNERSHIP),
    /** Acts for the partnership lead where the lead's own school is concerned. */
    DEPUTY_PARTNERSHIP_LEAD(Place.PARTNERSHIP),
    /** One of the trust's central people, or a facilitator from outside: may lead, is never host (G1, G15, F3). */
    CENTRAL_TEAM(Place.PARTNERSHIP),
    /** Reads the released impact report of a partnership. */
    TRUSTEE(Place.PARTNERSHIP),
    /** Process owner: edits models, forms and lead times. */
    OWNER(Place.INSTALLATION),
    /** Administrator of this installation. */
    ADMIN(Place.INSTALLATION);

    /** Where a role is held. */
    public enum Place {
        SCHOOL,
        PARTNERSHIP,
        INSTALLATION
    }

    private final Place heldAt;

    Role(Place heldAt) {
        this.heldAt = heldAt;
    }

    /** Where it is held. */
    public Place heldAt() {
        return heldAt;
    }
}
