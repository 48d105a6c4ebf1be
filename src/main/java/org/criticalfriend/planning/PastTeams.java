package org.criticalfriend.planning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.criticalfriend.calendar.SchoolYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who reviewed whom before: all that planning asks of reviews gone by. */
@Repository
class PastTeams {

    private static final String REVIEWERS =
            """
            from review r
                join seat s on s.review = r.id and s.duty in ('LEAD_REVIEWER', 'PEER_REVIEWER')
                join occupancy o on o.fills = s.id
                join person p on p.id = o.person
            """;

    private final JdbcClient database;

    PastTeams(JdbcClient database) {
        this.database = database;
    }

    /** Which schools of a partnership worked together in a school year. */
    Set<Triad> triads(String partnership, SchoolYear year) {
        record Sent(UUID review, String host, String school) {}
        record Review(UUID id, String host) {}
        Map<Review, Set<String>> teams = database
                .sql(
                        "select distinct r.id as review, r.host, p.school " + REVIEWERS
                                + """
                        where r.partnership = :partnership and r.visit_first between :first and :last
                            and r.cancelled_at is null and p.school is not null and p.school <> r.host""")
                .param("partnership", partnership)
                .param("first", year.firstDay())
                .param("last", year.lastDay())
                .query(Sent.class)
                .list()
                .stream()
                .collect(groupingBy(sent -> new Review(sent.review(), sent.host()), mapping(Sent::school, toSet())));
        Set<Triad> triads = new HashSet<>();
        teams.forEach((review, schools) -> schools.forEach(one -> schools.stream()
                .filter(other -> !other.equals(one))
                .forEach(other -> triads.add(Triad.of(review.host(), one, other)))));
        return triads;
    }

    /** Those of some people who have reviewed a school of another phase than theirs before a day (P9). */
    Set<String> crossPhaseDone(LocalDate day, Collection<String> people) {
        return people.isEmpty()
                ? Set.of()
                : database.sql(
                                "select distinct o.person " + REVIEWERS
                                        + """
                                join school h on h.id = r.host
                                left join school own on own.id = p.school
                                where o.person in (:people) and r.visit_last < :day
                                    and coalesce(p.phase, own.phase) <> h.phase""")
                        .param("people", people)
                        .param("day", day)
                        .query(String.class)
                        .set();
    }
}
