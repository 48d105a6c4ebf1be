package org.criticalfriend.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.springframework.stereotype.Component;

/** Who knows the action plan: the head has agreed it, the others say that they have seen it, and silence counts as yes after a while (G28). */
@Component
class PlanKnown {

    private static final Set<Duty> TEAM =
            EnumSet.of(Duty.LEAD_REVIEWER, Duty.PEER_REVIEWER, Duty.ASSOCIATE, Duty.IMPROVEMENT_CHAMPION);

    private final Outcomes outcomes;
    private final Seats seats;
    private final SeniorStaff seniorStaff;
    private final People people;
    private final Deadlines deadlines;
    private final Clock clock;

    PlanKnown(
            Outcomes outcomes, Seats seats, SeniorStaff seniorStaff, People people, Deadlines deadlines, Clock clock) {
        this.outcomes = outcomes;
        this.seats = seats;
        this.seniorStaff = seniorStaff;
        this.people = people;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Somebody, and whether they have seen the plan, in words. */
    record Line(String name, String words) {}

    /** Whether a person is asked to say that they have seen it. */
    static boolean isAsked(Standing standing) {
        return !standing.hostHead()
                && (standing.hostLeadership() || TEAM.stream().anyMatch(standing::has));
    }

    /** Everybody who is asked, by name. */
    List<Line> of(Review review) {
        Map<String, Instant> seen = outcomes.planSeenBy(review);
        Optional<LocalDate> silence = silenceCountsFrom(review);
        Map<String, Person> asked = people.find(asked(review));
        return asked.values().stream()
                .sorted(Comparator.comparing(Person::family).thenComparing(Person::given))
                .map(person -> new Line(person.name(), words(Optional.ofNullable(seen.get(person.id())), silence)))
                .toList();
    }

    private Set<String> asked(Review review) {
        Set<String> asked = new LinkedHashSet<>();
        seats.of(review.id(), new ArrayList<>(TEAM))
                .forEach(seat -> seats.occupantOf(seat.id()).ifPresent(asked::add));
        seniorStaff.of(review).forEach(person -> asked.add(person.id()));
        return asked;
    }

    private String words(Optional<Instant> seen, Optional<LocalDate> silence) {
        return seen.map(at -> "seen on " + SchoolTime.words(SchoolTime.dateOf(at)))
                .orElseGet(() -> silence.map(day -> SchoolTime.today(clock).isBefore(day)
                                ? "not yet; counts as seen from %s".formatted(SchoolTime.words(day))
                                : "counts as seen since %s".formatted(SchoolTime.words(day)))
                        .orElse("not yet"));
    }

    /** Empty as long as the terms of that day are not entered. */
    private Optional<LocalDate> silenceCountsFrom(Review review) {
        try {
            return Optional.of(deadlines
                    .of(review)
                    .dayCountedFrom(SchoolTime.dateOf(review.planAgreedAt()), LeadTimes.PLAN_COUNTS_AS_SEEN));
        } catch (YearNotEntered e) {
            return Optional.empty();
        }
    }
}
