package org.criticalfriend.engine.deployment;

import java.util.List;

/** Looks at a file before it is deployed, by whomever, and says what is wrong with it. */
public interface ModelCheck {

    /**
     * Something wrong in a file.
     *
     * @param words what, where, and what to do
     * @param element id of the element concerned, by which Modeler finds it
     */
    record Fault(String words, String element) {}

    /** Everything that is wrong in a file; empty if it may be deployed. */
    List<Fault> faultsIn(String name, byte[] content);
}
