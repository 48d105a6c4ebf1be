package org.criticalfriend.partnership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.reading.UntilChanged;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes which schools are members of which partnerships. */
@Repository
public class Memberships {

    private static final String SELECT = "select partnership, school, version, status, cycles_done from membership ";

    private final JdbcClient database;
    private final OwnedRows rows;
    private final Known known;
    private final UntilChanged untilChanged;

    Memberships(JdbcClient database, OwnedRows rows, Known known, UntilChanged untilChanged) {
        this.rows = rows;
        this.untilChanged = untilChanged;
        this.database = database;
        this.known = known;
    }

    /** The members of a partnership, those that left too, by the id of the school. */
    public List<Membership> of(String partnership) {
        return database.sql(SELECT + "where partnership = ? order by school")
                .param(partnership)
                .query(Memberships::membership)
                .list();
    }

    /** The places of one school in all its partnerships, those that it left too, by the id of the partnership. */
    public List<Membership> ofSchool(String school) {
        return database.sql(SELECT + "where school = ? order by partnership")
                .param(school)
                .query(Memberships::membership)
                .list();
    }

    /** Those of some schools that are members of another partnership than this one now. One statement. */
    public Set<String> membersElsewhere(Collection<String> schools, String partnership) {
        return schools.isEmpty()
                ? Set.of()
                : database.sql(
                                """
                                select distinct school from membership
                                where school in (:schools) and partnership <> :partnership and status <> 'LEFT'""")
                        .param("schools", schools)
                        .param("partnership", partnership)
                        .query(String.class)
                        .set();
    }

    /**
     * Makes a school a member of a partnership.
     *
     * @throws EntryRefused if it cannot be as it is, or either is not there, or the school is or was a member: then its place is changed instead
     */
    @Transactional
    public void join(Membership membership) {
        joinAll(List.of(membership));
    }

    /**
     * Makes schools members of partnerships, all or none. The number of statements does not depend on how many there are.
     *
     * @throws EntryRefused if one cannot be as it is, or either is not there, or the school is or was a member: then its place is changed instead
     */
    @Transactional
    public void joinAll(Collection<Membership> joining) {
        untilChanged.changed();
        joining.forEach(Membership::check);
        known.partnerships(joining.stream().map(Membership::partnership).toList());
        known.schools(joining.stream().map(Membership::school).toList());
        boolean[] written = rows.write(
                """
                insert into membership (partnership, school, version, status, cycles_done)
                select cast(:partnership as varchar(64)), cast(:school as varchar(64)), 0,
                    cast(:status as varchar(20)), cast(:cyclesDone as integer)
                where not exists (
                    select 1 from membership there where there.partnership = :partnership and there.school = :school)""",
                joining.stream().map(Memberships::values).toList());
        int at = 0;
        for (Membership membership : joining) {
            Demand.that(
                    written[at++],
                    "%s has a place in %s already. Please change that place.",
                    membership.school(),
                    membership.partnership());
        }
    }

    /**
     * Changes a school's place in a partnership.
     *
     * @return as it stands now
     * @throws ChangedMeanwhile if somebody else changed it since it was read
     * @throws EntryRefused if it cannot be as it is, or the school never joined
     */
    @Transactional
    public Membership change(Membership membership) {
        changeAll(List.of(membership));
        return membership.next();
    }

    /**
     * Changes the places of schools, all or none. The number of statements does not depend on how many there are.
     *
     * @throws ChangedMeanwhile if somebody else changed one of them since it was read
     * @throws EntryRefused if one cannot be as it is, or the school never joined
     */
    @Transactional
    public void changeAll(Collection<Membership> changed) {
        untilChanged.changed();
        changed.forEach(Membership::check);
        boolean[] written = rows.write(
                """
                update membership set version = version + 1, status = :status, cycles_done = :cyclesDone
                where partnership = :partnership and school = :school and version = :version""",
                changed.stream().map(Memberships::values).toList());
        int at = 0;
        for (Membership membership : changed) {
            if (!written[at++]) {
                Demand.that(
                        find(membership.partnership(), membership.school()).isPresent(),
                        "%s is no member of %s. Please let it join first.",
                        membership.school(),
                        membership.partnership());
                throw new ChangedMeanwhile("place of " + membership.school() + " in", membership.partnership());
            }
        }
    }

    private static MapSqlParameterSource values(Membership membership) {
        return new MapSqlParameterSource()
                .addValue("partnership", membership.partnership())
                .addValue("school", membership.school())
                .addValue("version", membership.version())
                .addValue("status", membership.status().name())
                .addValue("cyclesDone", membership.cyclesDone());
    }

    private Optional<Membership> find(String partnership, String school) {
        return database.sql(SELECT + "where partnership = ? and school = ?")
                .params(partnership, school)
                .query(Memberships::membership)
                .optional();
    }

    private static Membership membership(ResultSet row, int number) throws SQLException {
        return new Membership(
                row.getString("partnership"),
                row.getString("school"),
                row.getInt("version"),
                MembershipStatus.valueOf(row.getString("status")),
                row.getInt("cycles_done"));
    }
}
