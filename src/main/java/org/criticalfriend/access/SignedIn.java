package org.criticalfriend.access;

import java.io.Serializable;
import java.security.Principal;

/**
 * The person behind a session.
 *
 * @param id the person's id; what {@link #getName()} answers
 * @param signIn the name they signed in with
 */
public record SignedIn(String id, String signIn) implements Principal, Serializable {

    @Override
    public String getName() {
        return id;
    }
}
