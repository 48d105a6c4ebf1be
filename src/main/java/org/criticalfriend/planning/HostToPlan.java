package org.criticalfriend.planning;

import java.util.List;
import java.util.Optional;

/**
 * A school to be visited in the year.
 *
 * @param school id of the school
 * @param peers how many reviewers come besides the lead
 * @param associates how many associates may come along at most (G18)
 * @param visitHalves how long the visit takes, in halves of a day: for so long a reviewer needs cover
 * @param visits every day on which a visit could begin, in order, also those on which something stands against it
 * @param wantedSubject a subject that at least one reviewer should know; empty if any team will do
 */
public record HostToPlan(
        String school,
        int peers,
        int associates,
        int visitHalves,
        List<PossibleVisit> visits,
        Optional<String> wantedSubject) {

    /** Keeps a copy of the list. */
    public HostToPlan {
        visits = List.copyOf(visits);
    }
}
