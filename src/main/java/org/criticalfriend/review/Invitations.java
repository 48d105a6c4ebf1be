package org.criticalfriend.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.criticalfriend.duty.Attending;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.notification.Outbox;
import org.criticalfriend.notification.ToTell;
import org.criticalfriend.partnership.Leadership;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.Schools;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps people's calendars as the appointments are: compares what everybody is to be told with what they were told last, and tells
 * the difference. Asked as often as one likes, it tells everything once. Nobody has to call it: it {@linkplain InvitationsFollow
 * follows} what happens to reviews.
 */
@Service
class Invitations {

    private final InvitationRecord record;
    private final Reviews reviews;
    private final Deadlines deadlines;
    private final Seats seats;
    private final Register register;
    private final Schools schools;
    private final Outbox outbox;
    private final Clock clock;

    Invitations(
            InvitationRecord record,
            Reviews reviews,
            Deadlines deadlines,
            Seats seats,
            Register register,
            Schools schools,
            Outbox outbox,
            Clock clock) {
        this.record = record;
        this.reviews = reviews;
        this.deadlines = deadlines;
        this.seats = seats;
        this.register = register;
        this.schools = schools;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Brings all reviews up to date that a school hosts and that still have something ahead. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bringUpToDateAt(Collection<String> hosts) {
        if (!hosts.isEmpty()) {
            bringUpToDate(record.holdOpenAt(hosts));
        }
    }

    /** Tells people of running reviews of which nobody has been told anything, because an earlier version planned them. */
    @Transactional
    public void tellOfEarlierReviews() {
        outbox.expect();
        bringUpToDate(record.holdOpenWithoutInvitations());
    }

    /**
     * Tells everybody what has changed for them in some reviews, whose rows the caller holds. What is over is left as it was told. The
     * number of statements does not depend on how many reviews or people there are.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bringUpToDate(Collection<UUID> reviews) {
        if (reviews.isEmpty()) {
            return;
        }
        // To the second, as calendars have it, so that what is read back is what was written.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Map<Key, Told> wanted = wanted(reviews);
        Map<Key, Invitation> known =
                record.of(reviews).stream().collect(Collectors.toMap(Key::of, invitation -> invitation));
        List<Invitation> first = new ArrayList<>();
        List<Invitation> changed = new ArrayList<>();
        Set<Key> all = new HashSet<>(wanted.keySet());
        all.addAll(known.keySet());
        all.forEach(key -> {
            Optional<Told> what = Optional.ofNullable(wanted.get(key));
            Optional<Invitation> before = Optional.ofNullable(known.get(key));
            if (before.isEmpty()) {
                first.add(Invitation.first(
                        key.review(), key.place().appointment(), key.place().person(), what.orElseThrow(), now));
            } else {
                changed(before.get(), what, now).ifPresent(changed::add);
            }
        });
        record.add(first);
        record.update(changed);
        first.stream().filter(one -> !one.what().isOver(now)).forEach(this::tell);
        changed.forEach(this::tell);
    }

    /** One person at one appointment of one review. */
    private record Key(UUID review, WhoIsInvited.Place place) {
        static Key of(Invitation one) {
            return new Key(one.review(), new WhoIsInvited.Place(one.appointment(), one.recipient()));
        }
    }

    private static Optional<Invitation> changed(Invitation before, Optional<Told> wanted, Instant now) {
        Optional<Told> ahead = wanted.filter(told -> !told.isOver(now));
        if (ahead.isPresent()) {
            return ahead.filter(told -> !before.tells(told)).map(told -> before.telling(told, now));
        }
        return before.cancelled() || before.what().isOver(now) ? Optional.empty() : Optional.of(before.cancel(now));
    }

    private void tell(Invitation one) {
        outbox.tell(ToTell.once(InvitationMail.NAME, one.id().toString(), one.recipient())
                .onTurn(Integer.toString(one.sequence()))
                .inOrder(one.sequence()));
    }

    private Map<Key, Told> wanted(Collection<UUID> reviews) {
        List<Review> some = this.reviews.byKeys(reviews);
        Set<String> hosts = some.stream().map(Review::host).collect(Collectors.toSet());
        Map<String, Leadership> leadership = register.leadershipOf(hosts);
        Map<String, School> schoolById = schools.find(hosts);
        Map<UUID, List<Attending>> teams =
                seats.attending(reviews).stream().collect(Collectors.groupingBy(Attending::review));
        var arranged = record.arrangements(reviews);
        Map<UUID, String> headsAtWorkshops = record.headsAtWorkshops(reviews);
        Map<Key, Told> wanted = new HashMap<>();
        deadlines.of(some).forEach(dates -> {
            Review review = dates.review();
            new WhoIsInvited(
                            dates,
                            arranged.getOrDefault(review.id(), Map.of()),
                            Optional.ofNullable(schoolById.get(review.host())).map(School::address),
                            leadership.get(review.host()),
                            teams.getOrDefault(review.id(), List.of()),
                            Optional.ofNullable(headsAtWorkshops.get(review.id())))
                    .all()
                    .forEach((place, told) -> wanted.put(new Key(review.id(), place), told));
        });
        return wanted;
    }
}
