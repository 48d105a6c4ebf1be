package org.criticalfriend.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.criticalfriend.access.Audit;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.Role;
import org.springframework.stereotype.Service;

/** The questions as they reach the host in advance (G13): for its head and senior team, and for the team that asks them. */
@Service
public class IssuedQuestions {

    private static final Set<Role> OF_THE_HOST = EnumSet.of(Role.HEAD, Role.SENIOR_TEAM);

    private final Reviews reviews;
    private final Seats seats;
    private final Register register;
    private final Heading heading;
    private final Audit audit;

    IssuedQuestions(Reviews reviews, Seats seats, Register register, Heading heading, Audit audit) {
        this.reviews = reviews;
        this.seats = seats;
        this.register = register;
        this.heading = heading;
        this.audit = audit;
    }

    /**
     * The questions of one visit.
     *
     * @param school name of the host school
     * @param visit the visit, in words
     * @param drivingQuestion what they serve
     * @param questions in their order
     */
    public record ForVisit(String school, String visit, String drivingQuestion, List<String> questions) {}

    /** Questions that have been issued for visits which concern a person and are not fed back yet; that they saw them is noted. */
    public List<ForVisit> seenBy(String person) {
        List<Review> concerned = reviews.ofPartnershipsOf(person).stream()
                .filter(review -> review.questionsIssuedAt() != null && review.reflectionDeadline() == null)
                .filter(review -> isOfHost(person, review) || seats.isOnTeam(review.id(), person))
                .toList();
        concerned.forEach(review -> audit.readOnPage(person, "IssuedQuestions", review.reference()));
        Map<String, String> schools = heading.schoolNames(concerned);
        return concerned.stream()
                .map(review -> forVisit(review, schools.get(review.host())))
                .toList();
    }

    private boolean isOfHost(String person, Review review) {
        return register.rolesAt(review.host(), person).stream().anyMatch(OF_THE_HOST::contains);
    }

    private ForVisit forVisit(Review review, String school) {
        return new ForVisit(
                school,
                Heading.visitInWords(review),
                review.drivingQuestion().orElse(""),
                reviews.questionsOf(review).stream().map(Question::marked).toList());
    }
}
