package org.criticalfriend.partnership;

/** What a person is: at a school, in a partnership, or for this installation. */
public enum Role {
    /** Headteacher of a school. */
    HEAD,
    /** Member of a school's senior team. */
    SENIOR_TEAM,
    /** Teacher at a school. */
    TEACHER,
    /** School office: dates and visit sheets, no content. */
    OFFICE,
    /** In charge of a partnership's schedule. */
    PARTNERSHIP_LEAD,
    /** Acts for the partnership lead where the lead's own school is concerned. */
    DEPUTY_PARTNERSHIP_LEAD,
    /** Reads the released impact report of a partnership. */
    TRUSTEE,
    /** Process owner: edits models, forms and lead times. */
    OWNER,
    /** Administrator of this installation. */
    ADMIN
}
