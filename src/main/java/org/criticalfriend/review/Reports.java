package org.criticalfriend.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of what becomes of the evidence: what findings rest on, the report, and which good practice is shared. */
@Repository
class Reports {

    private final JdbcClient database;
    private final Records records;

    Reports(JdbcClient database, Records records) {
        this.records = records;
        this.database = database;
    }

    /**
     * That a finding rests on an observation.
     *
     * @param finding key of the finding
     * @param evidence key of the observation
     */
    record Link(UUID finding, UUID evidence) {}

    /** Notes what findings rest on. */
    void link(Collection<Link> links) {
        if (links.isEmpty()) {
            return;
        }
        // Two columns for each row: far below the number of parameters that a database takes.
        String rows = links.stream().map(link -> "(?, ?)").collect(Collectors.joining(", "));
        database.sql("insert into finding_evidence (finding, evidence) values " + rows)
                .params(links.stream()
                        .flatMap(link -> List.of(link.finding(), link.evidence()).stream())
                        .toList())
                .update();
    }

    /** Keys of what each finding of a review rests on, by finding. */
    Map<UUID, Set<UUID>> linksOf(Review review) {
        return database
                .sql(
                        """
                        select l.finding, l.evidence from finding_evidence l join finding f on f.id = l.finding
                        where f.review = ?""")
                .param(review.id())
                .query(Link.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Link::finding, Collectors.mapping(Link::evidence, Collectors.toSet())));
    }

    /** Whether a finding rests on an observation. */
    boolean isCited(UUID evidence) {
        return database.sql("select count(*) from finding_evidence where evidence = ?")
                        .param(evidence)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The report of a review, once it is written. */
    Optional<Report> of(Review review) {
        return records.of(review.id(), Report.class);
    }

    /** Adds a report, or writes it anew. */
    void keep(Report report) {
        records.save(report);
    }

    /** The school agrees to share some good practice, besides what it has agreed to share before. */
    void share(Collection<UUID> findings, Instant at) {
        if (findings.isEmpty()) {
            return;
        }
        database.sql(
                        """
                        insert into shared_practice (finding, agreed_at) select f.id, :at from finding f
                        where f.id in (:findings) and f.id not in (select s.finding from shared_practice s)""")
                .param("at", Timestamp.from(at))
                .param("findings", findings)
                .update();
    }

    /** Keys of the findings of a review that the school agrees to share. */
    Set<UUID> sharedOf(Review review) {
        return database.sql(
                        """
                        select s.finding from shared_practice s join finding f on f.id = s.finding
                        where f.review = ?""")
                .param(review.id())
                .query(UUID.class)
                .set();
    }
}
