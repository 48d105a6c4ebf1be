package org.criticalfriend.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.engine.dates.OpenStep;
import org.criticalfriend.partnership.Register;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Tells the model when: {@code ${deadlines.at(execution, 'HoldPlanningMeeting')}}. Lead times are rows of
 * {@code deadlines.dmn}, days are counted in the host's calendar.
 */
@Component("deadlines")
@NamedInModels
public class Deadlines {

    /** When timers of a paused review fire: never, in practice. */
    static final Date FAR_AHEAD =
            Date.from(LocalDate.of(3000, 1, 1).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));

    private final Reviews reviews;
    private final SchoolCalendars calendars;
    private final Register register;
    private final DeadlinesTable table;
    private final Outcomes outcomes;
    private final LateDecisions decisions;
    private final Clock clock;

    /** Found once, when first asked: they ask back for deadlines. */
    private final Supplier<List<WhichRow>> whichRow;

    /** What the expressions of models are answered from at this moment, instead of from the record. */
    private final ThreadLocal<InHand> inHand = new ThreadLocal<>();

    Deadlines(
            Reviews reviews,
            SchoolCalendars calendars,
            Register register,
            DeadlinesTable table,
            Outcomes outcomes,
            LateDecisions decisions,
            ObjectProvider<WhichRow> whichRow,
            Clock clock) {
        this.decisions = decisions;
        this.whichRow = SingletonSupplier.of(() -> whichRow.stream().toList());
        this.outcomes = outcomes;
        this.reviews = reviews;
        this.calendars = calendars;
        this.register = register;
        this.table = table;
        this.clock = clock;
    }

    /**
     * When a step of the review of this execution is due, or a timer fires. A step may get a later date when it is given to
     * somebody: if it starts late, or if their own school is closed on that day. Holds the review, so that whoever moves its dates
     * at this moment comes before or after.
     *
     * @param row id of the activity or timer event, as in {@code deadlines.dmn}
     * @throws IllegalStateException if the table has no such row
     */
    public Date at(DelegateExecution execution, String row) {
        String reference = execution.getProcessBusinessKey();
        InHand asked = inHand.get();
        return (asked != null && asked.dates.review().reference().equals(reference)
                        ? asked
                        : new InHand(startingStep(reviews.held(reference)), Optional.empty(), clock.instant()))
                .at(instead(execution, row), () -> supportOffered(execution));
    }

    private String instead(DelegateExecution execution, String row) {
        return whichRow.get().stream()
                .flatMap(which -> which.instead(execution, row).stream())
                .findFirst()
                .orElse(row);
    }

    /**
     * When a row of {@code deadlines.dmn} falls for a review; far ahead as long as the review has no date. A row that counts from the
     * start of a step counts from now.
     *
     * @throws IllegalStateException if the table has no such row
     */
    public Instant moment(String reference, String row) {
        return new InHand(of(reviews.of(reference)), Optional.empty(), clock.instant())
                .at(row, () -> {
                    throw new IllegalStateException("The row %s counts from an offer of support.".formatted(row));
                })
                .toInstant();
    }

    /** The half-terms of a partnership, for what counts from them. */
    public interface HalfTerms {

        /** The last Friday of the half-term whose live actions are being looked at. */
        LocalDate current();

        /** The last Friday of the half-term that comes after it. */
        LocalDate next();
    }

    /**
     * When a step of a partnership's year is due, or a timer of it fires, if it starts now.
     *
     * @param row id of the activity or event, as in {@code deadlines.dmn}
     * @throws IllegalStateException if the table has no such row, or it counts from something of a review
     */
    public Instant inYear(String partnership, SchoolCalendar calendar, HalfTerms halfTerms, String row) {
        LeadTime lead = table.of(ReviewKind.SCHOOL, partnership).of(row);
        LocalDate from =
                switch (lead.anchor()) {
                    case STEP_START -> SchoolTime.today(clock);
                    case HALF_TERM_END -> halfTerms.current();
                    case NEXT_HALF_TERM_END -> halfTerms.next();
                    default ->
                        throw new IllegalStateException(
                                "The row %s of deadlines.dmn counts from %s, which the year of a partnership has not."
                                        .formatted(row, lead.anchor()));
                };
        return SchoolTime.at(lead.from(from, calendar), lead.time());
    }

    /** A step that starts now has not been late, and so has got no more time. */
    private ReviewDates startingStep(Review review) {
        return new ReviewDates(review, calendars.of(review.host()), table.of(review), arrangedEnds(review), List::of);
    }

    private LocalDate supportOffered(DelegateExecution execution) {
        return Optional.ofNullable((String) execution.getVariable(StartSupport.SUBJECT))
                .map(UUID::fromString)
                .map(outcomes::support)
                .map(Support::byWhen)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "A row of deadlines.dmn counts from SUPPORT, but its step is none of a support. Choose another day to count from, deploy the table, then retry the step."));
    }

    /** Dates a step that starts now, or is handed to somebody now, if it is one of a review and counts with lead times. */
    void date(String reference, OpenStep step) {
        reviews.hold(reference);
        reviews.find(reference).ifPresent(review -> date(review, step));
    }

    private void date(Review review, OpenStep step) {
        Optional<String> school = step.assignee().flatMap(register::person).flatMap(assignee -> assignee.ownSchool());
        Map<String, SchoolCalendar> known = calendars.ofAll(
                Stream.concat(Stream.of(review.host()), school.stream()).collect(Collectors.toSet()));
        ReviewDates dates = new ReviewDates(
                review,
                known.get(review.host()),
                table.of(review),
                arrangedEnds(review),
                step.isNew() ? List::of : moreTimeIn(List.of(review)).apply(review));
        Asked asked =
                asking(dates, school.filter(id -> !id.equals(review.host())).map(known::get), step::asked);
        if (asked.byLeadTime()) {
            step.setDue(asked.due(clock.instant()));
        }
    }

    /** Asks expressions of a model, answering from {@code dates} for somebody whose own school has another calendar. */
    Asked asking(ReviewDates dates, Optional<SchoolCalendar> own, Supplier<Optional<Date>> expression) {
        InHand asked = new InHand(dates, own, clock.instant());
        inHand.set(asked);
        try {
            return new Asked(expression.get(), asked);
        } finally {
            inHand.remove();
        }
    }

    /** What an expression answered. */
    static final class Asked {

        private final Optional<Date> date;
        private final InHand asked;

        private Asked(Optional<Date> date, InHand asked) {
            this.date = date;
            this.asked = asked;
        }

        /**
         * Whether it counts with lead times from the days of the review. A date that a process owner wrote into a model otherwise stays
         * theirs, and what counts from the start of its step stays where it is.
         */
        boolean byLeadTime() {
            return asked.row != null && !asked.dates.countsFromItsStart(asked.row);
        }

        /** As the lead times say; empty if the review is paused. */
        Optional<Date> date() {
            return date.filter(at -> !at.equals(FAR_AHEAD));
        }

        /** For a timer. */
        Date timer() {
            return date.orElse(FAR_AHEAD);
        }

        /** For a step that starts at {@code now}, or is dated anew then. */
        Optional<Date> due(Instant now) {
            return date().map(at -> byLeadTime() && at.toInstant().isBefore(now)
                    ? Date.from(asked.dates.startingLate(asked.row, asked.own, now))
                    : at);
        }
    }

    private static final class InHand {

        private final ReviewDates dates;
        private final Optional<SchoolCalendar> own;
        private final Instant now;
        private String row;

        InHand(ReviewDates dates, Optional<SchoolCalendar> own, Instant now) {
            this.dates = dates;
            this.own = own;
            this.now = now;
        }

        Date at(String asked, Supplier<LocalDate> supportOffered) {
            row = asked;
            if (dates.countsFromItsStart(asked)) {
                return Date.from(dates.startingAt(now, asked));
            }
            if (dates.countsFromSupport(asked)) {
                return Date.from(dates.at(asked, own, supportOffered.get()));
            }
            return isSuspended(asked) ? FAR_AHEAD : Date.from(orLongAgo(() -> dates.at(asked, own)));
        }

        /**
         * A review early in the year counts back into the last one. If that is over, the date has passed, whatever the terms were; so
         * nobody has to enter them.
         */
        private Instant orLongAgo(Supplier<Instant> counted) {
            try {
                return counted.get();
            } catch (YearNotEntered missing) {
                LocalDate ended = missing.year().lastDay();
                if (dates.review().visitFirst().isAfter(ended)
                        && SchoolTime.dateOf(now).isAfter(ended)) {
                    return SchoolTime.at(ended, LocalTime.MIDNIGHT);
                }
                throw missing;
            }
        }

        private boolean isSuspended(String asked) {
            Review review = dates.review();
            return review.pausedAt() != null
                    || (review.goal() != null && LeadTimes.IF_NO_PLANNING_MEETING.contains(asked));
        }
    }

    private Function<AppointmentKind, Optional<LocalTime>> arrangedEnds(Review review) {
        return kind -> reviews.arrangementsOf(review.id()).stream()
                .filter(arrangement -> arrangement.kind() == kind)
                .map(Arrangement::ends)
                .findFirst();
    }

    /** When everything of a review falls. */
    ReviewDates of(Review review) {
        return new ReviewDates(
                review,
                calendars.of(review.host()),
                table.of(review),
                arrangedEnds(review),
                moreTimeIn(List.of(review)).apply(review));
    }

    /** Which steps of some reviews have got more time: read when it is first asked for, for all of them. */
    private Function<Review, Supplier<List<MoreTime>>> moreTimeIn(Collection<Review> some) {
        Supplier<Map<UUID, List<MoreTime>>> read = SingletonSupplier.of(
                () -> decisions.moreTimeIn(some.stream().map(Review::id).toList()));
        return review -> () -> read.get().getOrDefault(review.id(), List.of());
    }

    /** When everything of some reviews falls. */
    List<ReviewDates> of(Collection<Review> some) {
        return of(some, calendars.ofAll(some.stream().map(Review::host).collect(Collectors.toSet())));
    }

    /** @param bySchool the calendars of their hosts */
    List<ReviewDates> of(Collection<Review> some, Map<String, SchoolCalendar> bySchool) {
        Map<String, LeadTimes> tables = new HashMap<>();
        Function<Review, Supplier<List<MoreTime>>> moreTime = moreTimeIn(some);
        return some.stream()
                .map(review -> new ReviewDates(
                        review,
                        bySchool.get(review.host()),
                        tables.computeIfAbsent(review.partnership() + " " + review.kind(), known -> table.of(review)),
                        arrangedEnds(review),
                        moreTime.apply(review)))
                .toList();
    }
}
