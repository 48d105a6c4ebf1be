package org.criticalfriend.partnership;

/** Checks passwords for the register. Implemented where people sign in. */
public interface Passwords {

    /** Whether {@code password} is the person's; a wrong one counts towards the lock-out. */
    boolean match(String person, String password);
}
