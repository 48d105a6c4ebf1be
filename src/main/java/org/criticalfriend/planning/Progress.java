package org.criticalfriend.planning;

/** Hears how a search goes, and can end it. */
@FunctionalInterface
public interface Progress {

    /** Nobody listens. */
    Progress NOBODY = (standing, bound) -> true;

    /**
     * A better plan was found. Called from the thread that searches; should be quick.
     *
     * @param standing how good it is
     * @param atLeast what every plan without empty seats costs at least, in the points of {@link Standing#points}
     * @return whether to go on
     */
    boolean better(Standing standing, long atLeast);

    /**
     * Gives what ends the search, from any thread and as often as wanted; the best plan so far is then the result.
     *
     * @param stop to be run by whoever wants to stop it
     */
    default void stopBy(Runnable stop) {
        // Whoever does not want to stop it need not keep this.
    }
}
