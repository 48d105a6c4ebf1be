package org.criticalfriend.engine.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the engine asks about people. */
public interface WhoIsWho {

    /** A person who has not left; empty if there is none of this id. */
    Optional<EnginePerson> person(String id);

    /** Everybody who has not left, by id. */
    List<EnginePerson> everybody();

    /** The people {@code asker} works with, {@code asker} included, by id. */
    List<EnginePerson> peopleKnownTo(String asker);

    /** The {@link Groups} of a person; none for somebody who left. */
    Set<String> groupsOf(String person);

    /** Whether this is a person's password, counting wrong ones towards the lock-out. */
    boolean passwordMatches(String person, String password);
}
