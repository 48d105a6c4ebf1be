package org.criticalfriend.review;

import java.util.Optional;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.partnership.PublicationPolicy;
import org.criticalfriend.partnership.Register;
import org.springframework.stereotype.Component;

/**
 * Who may read a report (rule 7 of the product, F18 against P5 and P19), and the same in words.
 *
 * <ul>
 *   <li>The head and senior team of the host school, always: it is theirs.
 *   <li>The lead reviewer, always: they wrote it.
 *   <li>Once the head has released it to the team: peer reviewers and associates. Reserves, who were not there, and Improvement
 *       Champions, who work with the staff, do not belong to those who reviewed.
 *   <li>Once the head has released it to the leaders: besides the team, heads and senior teams of all schools of the partnership, and
 *       whoever is in charge of the review.
 *   <li>Nobody else: being in charge opens no report, nor does an office, a trustee's or an administrator's role.
 * </ul>
 */
@Component
class ReportReaders {

    private final Reports reports;
    private final Partnerships partnerships;
    private final Register register;

    ReportReaders(Reports reports, Partnerships partnerships, Register register) {
        this.reports = reports;
        this.partnerships = partnerships;
        this.register = register;
    }

    /** The report of a review, if it is written and this person may read it. */
    Optional<Report> readable(Review review, Standing standing) {
        return review.reached().reportWrittenOn() == null
                ? Optional.empty()
                : reports.of(review).filter(report -> mayRead(review, report, standing));
    }

    private boolean mayRead(Review review, Report report, Standing standing) {
        if (standing.hostLeadership() || standing.has(Duty.LEAD_REVIEWER)) {
            return true;
        }
        boolean reviewed = standing.has(Duty.PEER_REVIEWER) || standing.has(Duty.ASSOCIATE);
        return switch (report.openTo(policyOf(review))) {
            case HOST -> false;
            case TEAM -> reviewed;
            case LEADERS ->
                reviewed || standing.inCharge() || register.isLeaderIn(review.partnership(), standing.person());
        };
    }

    /** What the partnership of a review has agreed. */
    PublicationPolicy policyOf(Review review) {
        return partnerships
                .find(review.partnership())
                .map(partnership -> partnership.settings().publication())
                .orElse(PublicationPolicy.HOST);
    }

    /** Who can read the report, told before anybody types (section 2.4 of the research). */
    static String inWords(PublicationPolicy policy) {
        return switch (policy) {
            case HOST ->
                "the head and senior team of the host school, and the lead reviewer. Nobody else: in this partnership a report stays with the school.";
            case TEAM ->
                "the head and senior team of the host school, and the lead reviewer; once the head has released the report, the other reviewers too. Nobody else.";
            case LEADERS ->
                "the head and senior team of the host school, and the lead reviewer; once the head has released the report, the reviewers and the heads and senior teams of all schools of the partnership.";
        };
    }

    /** What a release means, told to the head who decides. */
    static String releaseInWords(PublicationPolicy policy) {
        return switch (policy) {
            case HOST -> "In this partnership a report stays with the school. There is nothing to release.";
            case TEAM ->
                "If you release the report, those who reviewed can read it. If you do not, it stays with your senior team and the lead reviewer. You can also release it later, on the page of the review.";
            case LEADERS ->
                "If you release the report, those who reviewed and the heads and senior teams of all schools of the partnership can read it. If you do not, it stays with your senior team and the lead reviewer. You can also release it later, on the page of the review.";
        };
    }

    /** To whom a report is open, as it stands on its page. */
    static String openInWords(PublicationPolicy openTo) {
        return switch (openTo) {
            case HOST ->
                "Not released: only the head and senior team of the school, and the lead reviewer, can read it.";
            case TEAM -> "Released to those who reviewed.";
            case LEADERS -> "Released to those who reviewed, and to the heads and senior teams of the partnership.";
        };
    }
}
