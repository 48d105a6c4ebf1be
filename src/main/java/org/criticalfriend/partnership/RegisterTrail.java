package org.criticalfriend.partnership;

/** Notes who read or changed the register of a partnership on a page. */
public interface RegisterTrail {

    /** {@code person} saw the register, or downloaded it. */
    void registerRead(String person);

    /** {@code person} changed the register. */
    void registerChanged(String person);
}
