package org.criticalfriend.review;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.engine.InTurn;
import org.criticalfriend.notification.CalendarEntry.Times;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.Schools;
import org.springframework.stereotype.Service;

/** The four appointments of a review: planning meeting, visit, improvement workshop, follow-up meeting. */
@Service
public class Appointments {

    private static final int LONGEST = 400;

    private final Reviews reviews;
    private final Deadlines deadlines;
    private final InvitationRecord invitations;
    private final Register register;
    private final Schools schools;
    private final InTurn inTurn;

    Appointments(
            Reviews reviews,
            Deadlines deadlines,
            InvitationRecord invitations,
            Register register,
            Schools schools,
            InTurn inTurn) {
        this.invitations = invitations;
        this.schools = schools;
        this.reviews = reviews;
        this.deadlines = deadlines;
        this.register = register;
        this.inTurn = inTurn;
    }

    /**
     * The appointments of a review, in their order; none as long as it has no date, or if it was cancelled. One that lies in a school year without terms is
     * left out until they are entered.
     */
    public List<Appointment> of(String reference) {
        Review review = reviews.of(reference);
        return of(
                deadlines.of(review),
                arranged(review.id()),
                register.school(review.host()).map(School::address));
    }

    /** The same for several reviews at once, by their keys. As many statements for many reviews as for one. */
    Map<UUID, List<Appointment>> of(Collection<ReviewDates> some) {
        if (some.isEmpty()) {
            return Map.of();
        }
        List<Review> all = some.stream().map(ReviewDates::review).toList();
        Map<UUID, Map<AppointmentKind, Arrangement>> arranged =
                invitations.arrangements(all.stream().map(Review::id).toList());
        Map<String, School> hosts = schools.find(all.stream().map(Review::host).collect(Collectors.toSet()));
        return some.stream()
                .collect(Collectors.toMap(
                        dates -> dates.review().id(),
                        dates -> of(
                                dates,
                                arranged.getOrDefault(dates.review().id(), Map.of()),
                                Optional.ofNullable(hosts.get(dates.review().host()))
                                        .map(School::address))));
    }

    private static List<Appointment> of(
            ReviewDates dates, Map<AppointmentKind, Arrangement> arranged, Optional<String> address) {
        if (dates.review().pausedAt() != null || dates.review().isCancelled()) {
            return List.of();
        }
        return Arrays.stream(AppointmentKind.values())
                .filter(dates::hasDay)
                .map(kind -> appointment(dates, kind, Optional.ofNullable(arranged.get(kind)), address))
                .toList();
    }

    private static Appointment appointment(
            ReviewDates dates, AppointmentKind kind, Optional<Arrangement> arranged, Optional<String> address) {
        Review review = dates.review();
        LocalDate first = dates.appointment(kind);
        Times times = times(dates, kind, arranged);
        return new Appointment(
                review.reference(),
                kind,
                first,
                kind == AppointmentKind.VISIT ? review.visitLast() : first,
                times.starts(),
                times.ends(),
                arranged.isPresent() ? arranged.map(Arrangement::place) : address,
                arranged.map(Arrangement::link),
                dates.window(kind));
    }

    /** When an appointment begins and ends by the clock: as arranged, else as the lead times say. */
    static Times times(ReviewDates dates, AppointmentKind kind, Optional<Arrangement> arranged) {
        LocalTime starts = arranged.map(Arrangement::starts).orElseGet(() -> dates.begins(kind));
        return new Times(
                starts, arranged.map(Arrangement::ends).orElseGet(() -> starts.plus(Appointment.usualLength(kind))));
    }

    private Map<AppointmentKind, Arrangement> arranged(UUID review) {
        return reviews.arrangementsOf(review).stream()
                .collect(Collectors.toMap(Arrangement::kind, Function.identity()));
    }

    /**
     * Lets people meet by a link instead of at a place, at the times that are arranged.
     *
     * @throws DatesRefused if the appointment has no day at present
     * @throws IllegalArgumentException if the link is too long
     */
    public void meetFromAfar(String reference, AppointmentKind kind, String link) {
        Appointment arranged = of(reference).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow(() ->
                        new DatesRefused("There is no day yet on which people could meet. Please choose otherwise."));
        arrange(reference, kind, arranged.starts(), arranged.ends(), Optional.empty(), Optional.of(link));
    }

    /**
     * Arranges when and where an appointment is. Its day stays; {@link MoveDates} moves it.
     *
     * @param place where people go; may be empty if there is a link
     * @param link where people meet from afar
     * @throws IllegalArgumentException if it ends before it starts, neither place nor link is given, or one is too long
     */
    public void arrange(
            String reference,
            AppointmentKind kind,
            LocalTime starts,
            LocalTime ends,
            Optional<String> place,
            Optional<String> link) {
        if (!starts.isBefore(ends)) {
            throw new IllegalArgumentException("The appointment ends before it begins. Please mend the times.");
        }
        if (Stream.of(place, link)
                .flatMap(Optional::stream)
                .anyMatch(text -> text.isBlank() || text.length() > LONGEST)) {
            throw new IllegalArgumentException(
                    "Place and link take 1 to %d characters. Please shorten them, or leave one out."
                            .formatted(LONGEST));
        }
        if (place.isEmpty() && link.isEmpty()) {
            throw new IllegalArgumentException("Please say where people meet: a place, or a link.");
        }
        inTurn.does(() -> {
            Review review = reviews.held(reference);
            Optional<Arrangement> known =
                    Optional.ofNullable(arranged(review.id()).get(kind));
            return reviews.keep(new Arrangement(
                    known.map(Arrangement::id).orElseGet(Reviews::newId),
                    known.map(Arrangement::version).orElse(null),
                    review.id(),
                    kind,
                    starts,
                    ends,
                    place.orElse(null),
                    link.orElse(null)));
        });
    }
}
