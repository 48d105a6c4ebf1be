package org.criticalfriend.engine.identity;

import java.util.List;

/** The groups that the engine knows. Tasks belong to named persons; groups only open doors. */
public final class Groups {

    /** Everybody who takes part in a partnership: may use Tasklist. */
    public static final String PARTICIPANTS = "participants";

    /** Partnership leads and their deputies: see the filter <i>My partnership</i>. */
    public static final String PARTNERSHIP_LEADS = "partnershipleads";

    /** Process owners: deploy models, look into Cockpit. */
    public static final String PROCESS_OWNERS = "processowners";

    /** Administrators of the installation. */
    public static final String ADMINISTRATORS = "administrators";

    /** All of them. */
    public static final List<String> ALL = List.of(PARTICIPANTS, PARTNERSHIP_LEADS, PROCESS_OWNERS, ADMINISTRATORS);

    private Groups() {}
}
