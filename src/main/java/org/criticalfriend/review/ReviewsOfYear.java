package org.criticalfriend.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.review.ReviewInYear.Meeting;
import org.springframework.stereotype.Service;

/** The reviews of a school year with their appointments, as far as somebody may know of them. */
@Service
public class ReviewsOfYear {

    /** A follow-up meeting comes after its visit, but never as late as this. */
    private static final int MONTHS_AFTER_VISIT = 8;

    /** A planning meeting comes before its visit, but never as early as this. */
    private static final int MONTHS_BEFORE_VISIT = 4;

    private final Reviews reviews;
    private final Deadlines deadlines;
    private final Appointments appointments;
    private final Standings standings;
    private final InvitationRecord invitations;
    private final Clock clock;

    ReviewsOfYear(
            Reviews reviews,
            Deadlines deadlines,
            Appointments appointments,
            Standings standings,
            InvitationRecord invitations,
            Clock clock) {
        this.reviews = reviews;
        this.deadlines = deadlines;
        this.appointments = appointments;
        this.standings = standings;
        this.invitations = invitations;
        this.clock = clock;
    }

    private record Invited(String reference, AppointmentKind kind) {}

    /**
     * The reviews of a partnership that have their visit or another appointment in a school year, by visit. As many statements for
     * many reviews as for one.
     *
     * @param person who reads
     * @param all whether they may know of every review of the partnership, and not only of those that {@linkplain
     *     Standings#mayKnowOf concern them}
     */
    public List<ReviewInYear> of(String partnership, SchoolYear year, String person, boolean all) {
        List<Review> some = reviews.ofPartnershipVisitedBetween(
                partnership,
                year.firstDay().minusMonths(MONTHS_AFTER_VISIT),
                year.lastDay().plusMonths(MONTHS_BEFORE_VISIT));
        Map<UUID, Set<AppointmentKind>> known = all
                ? some.stream().collect(Collectors.toMap(Review::id, review -> EnumSet.allOf(AppointmentKind.class)))
                : standings.mayKnowOf(some, person);
        List<ReviewDates> dates = deadlines.of(
                some.stream().filter(review -> known.containsKey(review.id())).toList());
        Map<UUID, List<Appointment>> meetings = appointments.of(dates);
        Set<Invited> invited = invited(person, year);
        LocalDate today = SchoolTime.today(clock);
        return dates.stream()
                .map(one -> inYear(
                        one,
                        meetings.get(one.review().id()).stream()
                                .filter(meeting -> known.get(one.review().id()).contains(meeting.kind()))
                                .map(meeting -> new Meeting(
                                        meeting, invited.contains(new Invited(meeting.reference(), meeting.kind()))))
                                .toList(),
                        today))
                .filter(one -> year.holds(one.visit())
                        || one.review().meetings().stream()
                                .anyMatch(meeting ->
                                        year.holds(meeting.appointment().first())))
                .map(Found::review)
                .toList();
    }

    private record Found(LocalDate visit, ReviewInYear review) {}

    private Set<Invited> invited(String person, SchoolYear year) {
        return invitations.of(person, year.firstDay(), Instant.EPOCH).stream()
                .filter(kept -> !kept.invitation().cancelled())
                .map(kept -> new Invited(kept.reference(), kept.invitation().appointment()))
                .collect(Collectors.toSet());
    }

    private static Found inYear(ReviewDates dates, List<Meeting> meetings, LocalDate today) {
        Review review = dates.review();
        Stage stage = Stage.of(review, today);
        return new Found(
                review.visitFirst(),
                new ReviewInYear(
                        review.reference(),
                        review.host(),
                        Heading.visitInShort(review),
                        stage,
                        stage.words(review),
                        isLate(stage, dates, today),
                        meetings));
    }

    private static boolean isLate(Stage stage, ReviewDates dates, LocalDate today) {
        try {
            return stage.isLate(dates, today);
        } catch (YearNotEntered e) {
            return false;
        }
    }
}
