package org.criticalfriend.access;

/** What a session is allowed, besides the groups of the engine, which stand in it by their names. */
final class Authorities {

    /** May use the application. */
    static final String ENTERED = "entered";

    /** Has to choose a password of their own before anything else. */
    static final String MUST_CHANGE_PASSWORD = "mustchangepassword";

    private Authorities() {}
}
