package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.partnership.ChangedMeanwhile;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What schools agreed to do and have neither done nor dropped, whichever review it comes from (G29, P40). It stays until then: a
 * school's next review, and the next school year, find it here. Until the follow-up meeting its own review looks after it.
 */
@Repository
public class LiveActions {

    /** Of an action that is not to be done any more; a reason stands where its evidence stood. */
    public static final String DROPPED = "DROPPED";

    private static final String OPEN =
            """
            from action a join review r on r.id = a.review
            where r.partnership = :partnership and r.plan_agreed_at is not null
                and (a.status is null or a.status not in ('DONE', 'DROPPED'))\s""";

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batch;

    LiveActions(JdbcClient database, NamedParameterJdbcTemplate batch) {
        this.database = database;
        this.batch = batch;
    }

    /**
     * An agreed step that is still open. What is not known is empty.
     *
     * @param id key
     * @param version goes up with every change
     * @param school id of the school whose step it is
     * @param visit first day of the visit that it comes from
     * @param owner a role, not a name
     * @param status {@code ON_TRACK}, {@code AT_RISK} or {@code OFF_TRACK}; empty before the follow-up meeting
     * @param followedUp whether the follow-up meeting has been held, so that it is looked at in every half-term
     */
    public record LiveAction(
            UUID id,
            int version,
            String school,
            LocalDate visit,
            String what,
            String owner,
            LocalDate due,
            Optional<String> theme,
            Optional<String> baseline,
            Optional<String> aim,
            Optional<String> measuredNow,
            Optional<String> status,
            Optional<String> evidence,
            boolean followedUp) {

        /** The same with how it is going now. */
        public LiveAction with(Optional<String> nowMeasured, String nowStatus, Optional<String> nowEvidence) {
            return new LiveAction(
                    id,
                    version,
                    school,
                    visit,
                    what,
                    owner,
                    due,
                    theme,
                    baseline,
                    aim,
                    nowMeasured,
                    Optional.of(nowStatus),
                    nowEvidence,
                    followedUp);
        }

        /** How it is going, in words. */
        public String statusWords() {
            return status.map(PlanInWords::statusWords).orElse("not looked at yet");
        }
    }

    /** All that is open in the plans of a partnership, by school and the day by which it is to be done. One statement. */
    public List<LiveAction> of(String partnership) {
        return database.sql(
                        """
                        select a.id, a.version, r.host as school, r.visit_first as visit, a.what, a.owner, a.due, a.theme, a.baseline,
                            a.aim, a.measured_now, a.status, a.evidence,
                            case when r.follow_up_held_on is null then false else true end as followed_up\s"""
                                + OPEN
                                + "order by r.host, a.due, r.visit_first, a.number")
                .param("partnership", partnership)
                .query((row, number) -> new LiveAction(
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        row.getString("school"),
                        row.getObject("visit", LocalDate.class),
                        row.getString("what"),
                        row.getString("owner"),
                        row.getObject("due", LocalDate.class),
                        Optional.ofNullable(row.getString("theme")),
                        Optional.ofNullable(row.getString("baseline")),
                        Optional.ofNullable(row.getString("aim")),
                        Optional.ofNullable(row.getString("measured_now")),
                        Optional.ofNullable(row.getString("status")),
                        Optional.ofNullable(row.getString("evidence")),
                        row.getBoolean("followed_up")))
                .list();
    }

    /** Ids of the schools of a partnership that have something to look at in this half-term, by id. One statement. */
    public List<String> schoolsWithSome(String partnership) {
        return database.sql("select distinct r.host " + OPEN + "and r.follow_up_held_on is not null order by r.host")
                .param("partnership", partnership)
                .query(String.class)
                .list();
    }

    /** Whether anything is open in the plans of a partnership. */
    public boolean areThereIn(String partnership) {
        return database.sql("select count(*) " + OPEN)
                        .param("partnership", partnership)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Keeps how some actions are going. One statement.
     *
     * @throws ChangedMeanwhile if somebody else has changed one of them since it was read
     */
    public void update(Collection<LiveAction> some) {
        int[] rows = batch.batchUpdate(
                """
                update action set version = version + 1, status = :status, evidence = :evidence, measured_now = :measuredNow
                where id = :id and version = :version""",
                some.stream()
                        .map(action -> new MapSqlParameterSource("id", action.id())
                                .addValue("version", action.version())
                                .addValue("status", action.status().orElse(null))
                                .addValue("evidence", action.evidence().orElse(null))
                                .addValue("measuredNow", action.measuredNow().orElse(null)))
                        .toArray(MapSqlParameterSource[]::new));
        for (int changed : rows) {
            if (changed == 0) {
                throw new ChangedMeanwhile("action", "plan");
            }
        }
    }
}
