package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.partnership.Duty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** Reviews for those who look after their teams: who is where, and when. */
@Service
public class RunningReviews {

    private final Reviews reviews;
    private final Standings standings;
    private final Heading heading;
    private final Deadlines deadlines;

    RunningReviews(Reviews reviews, Standings standings, Heading heading, Deadlines deadlines) {
        this.reviews = reviews;
        this.standings = standings;
        this.heading = heading;
        this.deadlines = deadlines;
    }

    /**
     * A review, and how somebody stands to it.
     *
     * @param duties of the seats that the person fills
     * @param inCharge whether the person is in charge of it
     * @param hostLeadership whether the person is the host's head or of its senior team
     * @param hostOffice whether the person works in the host's office
     */
    public record Seen(
            RunningReview review, Set<Duty> duties, boolean inCharge, boolean hostLeadership, boolean hostOffice) {}

    /** @throws IllegalArgumentException if there is no review of this reference */
    public RunningReview of(String reference) {
        return running(reviews.of(reference));
    }

    /** A review, if there is one of this reference. */
    public Optional<RunningReview> find(String reference) {
        return reviews.find(reference).map(this::running);
    }

    /** References of all reviews that are neither followed up nor cancelled, in the order in which they are held. */
    public List<String> open() {
        return reviews.open();
    }

    /** Ids of the schools of a partnership that have a review in a school year, however it ended. */
    public Set<String> hostsIn(String partnership, SchoolYear year) {
        return reviews.hostsIn(partnership, year);
    }

    /** @throws IllegalArgumentException if there is no review of this key */
    public RunningReview of(UUID review) {
        return of(reviews.referenceOf(review));
    }

    /**
     * Holds a review's row until the transaction ends, and reads it.
     *
     * @throws IllegalArgumentException if there is no review of this reference
     */
    public RunningReview held(String reference) {
        return running(reviews.held(reference));
    }

    /**
     * A review for somebody on its team or in charge of it.
     *
     * @throws ResponseStatusException 404 if there is none, or it is not this person's business
     */
    public Seen seen(String reference, String person) {
        Standings.Seen seen = standings.seen(reference, person);
        if (seen.standing().duties().isEmpty() && !seen.standing().inCharge()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return seen(seen.review(), seen.standing());
    }

    /**
     * A review for whoever it concerns: host, team, offices, and whoever is in charge.
     *
     * @throws ResponseStatusException 404 if there is none, or it is not this person's business
     */
    public Seen concerning(String reference, String person) {
        Standings.Seen seen = standings.seen(reference, person);
        return seen(seen.review(), seen.standing());
    }

    /** The same; empty if there is no such review, or it is not this person's business. */
    public Optional<Seen> ifConcerning(String reference, String person) {
        return reviews.find(reference)
                .map(review -> new Standings.Seen(review, standings.of(person, review)))
                .filter(seen -> seen.standing().concerned())
                .map(seen -> seen(seen.review(), seen.standing()));
    }

    Seen seen(Review review, Standing standing) {
        return new Seen(
                running(review),
                standing.duties(),
                standing.inCharge(),
                standing.hostLeadership(),
                standing.hostOffice());
    }

    /**
     * Holds the rows of several reviews until the transaction ends, in the order in which everybody holds them.
     *
     * @throws IllegalArgumentException if there is no review of one of these references
     */
    public void hold(Collection<String> references) {
        if (reviews.held(references).size() < Set.copyOf(references).size()) {
            throw new IllegalArgumentException("One of the reviews %s is not there.".formatted(references));
        }
    }

    /** Whether a review is any business of a person: of the host's leadership, its team, its offices, or in charge. */
    public boolean concerns(UUID review, String person) {
        return standings.of(person, reviews.of(reviews.referenceOf(review))).concerned();
    }

    /** What heads the forms of a review's people: driving question, school, visit. A map of its own. */
    public Map<String, Object> heading(String reference) {
        return heading.of(reviews.of(reference));
    }

    /** The days that people keep free for a review, as {@link org.criticalfriend.duty.AppointmentDays} asks for them. */
    public Map<AppointmentKind, Set<LocalDate>> daysToKeepFree(UUID review) {
        return deadlines.of(reviews.of(reviews.referenceOf(review))).daysToKeepFree();
    }

    /**
     * Those of some subjects that a review's focus or driving question names. The words themselves stay in here.
     *
     * @param subjects such as <i>Mathematics</i>
     */
    public Set<String> subjectsNamedIn(String reference, Set<String> subjects) {
        Review review = reviews.of(reference);
        String words = Stream.concat(Stream.ofNullable(review.focus()), review.drivingQuestion().stream())
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.UK);
        return subjects.stream()
                .filter(subject -> words.contains(subject.toLowerCase(Locale.UK)))
                .collect(Collectors.toSet());
    }

    private RunningReview running(Review review) {
        return new RunningReview(
                review.id(),
                review.reference(),
                review.partnership(),
                review.host(),
                heading.schoolName(review),
                Heading.visitInWords(review),
                review.visitFirst(),
                review.visitLast(),
                review.pausedAt() != null,
                review.hasFeedback(),
                review.reached().reportWrittenOn() != null,
                review.reached().targetsSetAt() != null,
                review.isCancelled() || review.followUp() != null);
    }
}
