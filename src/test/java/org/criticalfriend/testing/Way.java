package org.criticalfriend.testing;

/** The two ways on which a person reaches the engine's interface. */
public enum Way {
    /** {@code /engine-rest}, with name and password in each request. */
    REST {
        @Override
        public Caller as(int port, String person) {
            return new Rest(port, person);
        }
    },
    /** {@code /camunda/api}, in a session, as Tasklist, Cockpit and Admin do. */
    WEB_APPLICATION {
        @Override
        public Caller as(int port, String person) {
            return new Webapp(port, person);
        }
    };

    /** A person with the password {@link TestPartnership#PASSWORD}. */
    public abstract Caller as(int port, String person);
}
