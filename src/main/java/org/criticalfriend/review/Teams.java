package org.criticalfriend.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.access.Audit;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Holds teams to the size that their review has (G17, G18) and to coming from enough schools (P16), and keeps the reason where one is
 * another.
 */
@Repository
class Teams {

    private final TeamSizes sizes;
    private final Partnerships partnerships;
    private final People people;
    private final Audit audit;
    private final JdbcClient database;
    private final Clock clock;

    Teams(TeamSizes sizes, Partnerships partnerships, People people, Audit audit, JdbcClient database, Clock clock) {
        this.sizes = sizes;
        this.partnerships = partnerships;
        this.people = people;
        this.audit = audit;
        this.database = database;
        this.clock = clock;
    }

    /**
     * That a review has a team of another size, as it is kept.
     *
     * @param reason in the words of who decided it
     * @param usualReviewers how many reviewers it would have
     * @param usualAssociates how many associates could come along
     */
    record Other(String reason, int usualReviewers, int usualAssociates) {}

    /**
     * Looks whether a planned team is of the size that its review has and comes from as many schools as its partnership wishes.
     *
     * @return the usual size if the team is another one and the plan says why; empty if it is as usual
     * @throws TeamRefused if it is another one and the plan does not say why, or more associates come than to any visit
     */
    Optional<TeamSize> demandUsualSize(PlannedReview plan, School host) {
        TeamSize size = sizes.of(plan.partnership(), plan.host(), plan.kind());
        int reviewers = reviewers(plan);
        int associates = count(plan, Duty.ASSOCIATE);
        List<String> faults = new ArrayList<>();
        if (associates > TeamSize.MOST_ASSOCIATES) {
            throw new TeamRefused("No visit takes more than %s. Please leave some of the %d out."
                    .formatted(inWords(TeamSize.MOST_ASSOCIATES, "associate"), associates));
        }
        if (reviewers != size.reviewers()) {
            faults.add("The team for %s, a school of %d pupils, is of %s, and this one is of %d."
                    .formatted(host.name(), host.roll(), inWords(size.reviewers(), "reviewer"), reviewers));
        }
        if (associates > size.associates()) {
            faults.add("%s, a school of %d pupils, takes %s, and this team brings %d."
                    .formatted(host.name(), host.roll(), inWords(size.associates(), "associate"), associates));
        }
        int schools = schools(plan).size();
        int wished = partnerships
                .find(plan.partnership())
                .orElseThrow()
                .settings()
                .team()
                .otherSchoolsAtLeast();
        if (schools < wished) {
            faults.add("Its reviewers come from %s besides the host, and this partnership sends them from at least %d."
                    .formatted(inWords(schools, "school"), wished));
        }
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        if (plan.otherTeam().isEmpty()) {
            throw new TeamRefused(
                    String.join(" ", faults) + " Please change the team, or give the reason for another one.");
        }
        return Optional.of(size);
    }

    /** A lead who belongs to the central team comes on top. */
    private int reviewers(PlannedReview plan) {
        List<String> leads = plan.seats().getOrDefault(Duty.LEAD_REVIEWER, List.of());
        long central = people.find(leads).values().stream()
                .filter(lead -> lead.ownSchool().isEmpty())
                .count();
        return leads.size() - (int) central + count(plan, Duty.PEER_REVIEWER);
    }

    /** Schools of the reviewers; central people have none. */
    private Set<String> schools(PlannedReview plan) {
        List<String> reviewers = Stream.of(Duty.LEAD_REVIEWER, Duty.PEER_REVIEWER)
                .flatMap(duty -> plan.seats().getOrDefault(duty, List.of()).stream())
                .toList();
        return people.find(reviewers).values().stream()
                .map(Person::ownSchool)
                .flatMap(Optional::stream)
                .filter(school -> !school.equals(plan.host()))
                .collect(Collectors.toSet());
    }

    private static int count(PlannedReview plan, Duty duty) {
        return plan.seats().getOrDefault(duty, List.of()).size();
    }

    private static String inWords(int number, String what) {
        return number == 0 ? "no " + what + "s" : number == 1 ? "1 " + what : number + " " + what + "s";
    }

    /** Keeps why a new review has a team of another size. */
    void keepOther(Review review, TeamSize usual, OtherTeam other) {
        database.sql(
                        """
                        insert into other_team (review, reason, decided_by, decided_at, usual_reviewers, usual_associates)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        review.id(),
                        other.reason(),
                        other.decidedBy(),
                        Timestamp.from(clock.instant()),
                        usual.reviewers(),
                        usual.associates())
                .update();
        audit.changedOnPage(other.decidedBy(), "OtherTeam", review.reference());
    }

    /** Why a review has a team of another size; empty if it has not. */
    Optional<Other> otherOf(Review review) {
        return database.sql("select reason, usual_reviewers, usual_associates from other_team where review = ?")
                .param(review.id())
                .query(Other.class)
                .optional();
    }
}
