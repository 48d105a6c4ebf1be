package org.criticalfriend.notification;

import java.util.Collection;
import java.util.List;

/**
 * Knows what open steps belong to: the daily round needs a school to count days with, and somebody who is in charge. Several may know
 * something, each of what is its own; {@link EverythingInRound} asks them all.
 */
public interface RoundFacts {

    /**
     * What steps belong to.
     *
     * @param reference the business key of its processes
     * @param partnership id of the partnership whose lead is in charge
     * @param host id of the school in whose days its lead times count; empty text if it belongs to no one school
     * @param name what people call it if it belongs to no one school
     * @param page path of the page on which those in charge see it
     */
    record Belonging(String reference, String partnership, String host, String name, String page) {}

    /** Everything that has a process under way. One statement, however much that is. */
    List<Belonging> everythingOpen();

    /** The same, as far as it has one of these references; what nobody knows is left out. One statement. */
    List<Belonging> of(Collection<String> references);

    /** The same, of some partnerships. One statement. */
    List<Belonging> openIn(Collection<String> partnerships);
}
