package org.criticalfriend.year;

import java.util.Optional;
import org.criticalfriend.planning.Standing;

/**
 * A search for a plan.
 *
 * @param state how far it is
 * @param run goes up with every node that takes it on
 * @param tries how many nodes have taken it on
 * @param stopWanted whether somebody wants the best so far
 * @param best how good the best plan so far is; empty as long as there is none
 * @param atLeast what every plan without empty seats costs at least, in points
 * @param fault why there is no plan, in words
 */
record Search(
        State state,
        int run,
        int tries,
        boolean stopWanted,
        Optional<Standing> best,
        Optional<Long> atLeast,
        Optional<String> fault) {

    /** The process has started, and nobody has asked for its plan yet: a matter of a moment. */
    static final Search ABOUT_TO_BEGIN =
            new Search(State.WAITING, 0, 0, false, Optional.empty(), Optional.empty(), Optional.empty());

    enum State {
        /** It is asked for. */
        WAITING,
        /** Some node works on it. */
        RUNNING,
        /** The plan holds what it found. */
        DONE,
        /** There is no plan, for a reason that people can do something about. */
        FAILED
    }

    /** Whether the plan is not people's to change at this moment. */
    boolean isUnderWay() {
        return state == State.WAITING || state == State.RUNNING;
    }
}
