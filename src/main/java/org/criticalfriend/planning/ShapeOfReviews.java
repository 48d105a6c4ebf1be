package org.criticalfriend.planning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.criticalfriend.calendar.Blackout;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.SchoolYear;

/** Says how large reviews are and when their meetings can be. Planning asks it; whoever knows reviews answers. */
public interface ShapeOfReviews {

    /**
     * How large a review is.
     *
     * @param reviewers how many reviewers there are; a lead of a peer school is one of them, one of the central team is not
     * @param associates how many associates may come along at most
     * @param visitHalves how long the visit takes, in halves of a school day
     */
    record Team(int reviewers, int associates, int visitHalves) {

        /** How many school days the visit touches. */
        public int visitDays() {
            return (visitHalves + 1) / 2;
        }
    }

    /**
     * What bears on the days of one host.
     *
     * @param partnership id of the partnership
     * @param host id of the host
     * @param calendar of the host, with its own blackouts
     * @param year the school year that is planned
     * @param visitDays how many school days the visit touches
     * @param published the day on which the year is published
     * @param today before it nothing is planned
     * @param keptFree days on which the partnership visits no school
     */
    record Asked(
            String partnership,
            String host,
            SchoolCalendar calendar,
            SchoolYear year,
            int visitDays,
            LocalDate published,
            LocalDate today,
            List<Blackout> keptFree) {}

    /** How large the reviews of some hosts are, by id of the host. */
    Map<String, Team> teams(String partnership, Collection<String> hosts);

    /** Every weekday of the year on which a visit of a host could begin, with all that stands against it; in order. */
    List<PossibleVisit> visits(Asked asked);
}
