package org.criticalfriend.partnership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.criticalfriend.reading.UntilChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes which schools are members of which partnerships. */
@Repository
public class Memberships {

    private static final String SELECT = "select partnership, school, version, status, cycles_done from membership ";

    private final JdbcClient database;
    private final Known known;
    private final UntilChanged untilChanged;

    Memberships(JdbcClient database, Known known, UntilChanged untilChanged) {
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

    /**
     * Makes a school a member of a partnership.
     *
     * @throws EntryRefused if it cannot be as it is, or either is not there, or the school is or was a member: then its place is changed instead
     */
    @Transactional
    public void join(Membership membership) {
        untilChanged.changed();
        membership.check();
        known.partnership(membership.partnership());
        known.school(membership.school());
        Demand.that(
                find(membership.partnership(), membership.school()).isEmpty(),
                "%s has a place in %s already. Please change that place.",
                membership.school(),
                membership.partnership());
        database.sql(
                        "insert into membership (partnership, school, version, status, cycles_done) values (?, ?, 0, ?, ?)")
                .params(
                        membership.partnership(),
                        membership.school(),
                        membership.status().name(),
                        membership.cyclesDone())
                .update();
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
        untilChanged.changed();
        membership.check();
        int changed = database.sql(
                        """
                        update membership set version = version + 1, status = ?, cycles_done = ?
                        where partnership = ? and school = ? and version = ?""")
                .params(
                        membership.status().name(),
                        membership.cyclesDone(),
                        membership.partnership(),
                        membership.school(),
                        membership.version())
                .update();
        if (changed == 0) {
            Demand.that(
                    find(membership.partnership(), membership.school()).isPresent(),
                    "%s is no member of %s. Please let it join first.",
                    membership.school(),
                    membership.partnership());
            throw new ChangedMeanwhile("place of " + membership.school() + " in", membership.partnership());
        }
        return membership.next();
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
