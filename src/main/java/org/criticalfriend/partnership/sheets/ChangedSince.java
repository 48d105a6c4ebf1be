package org.criticalfriend.partnership.sheets;

/** The register has changed since it was looked at, so that what was decided on then is not done. It has to be looked at anew. */
class ChangedSince extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChangedSince() {
        super("Somebody has changed the register since.");
    }
}
