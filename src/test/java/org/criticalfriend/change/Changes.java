package org.criticalfriend.change;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.form.HandIn;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.RunningReviews;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes of plan in tests: people ask, whoever is in charge chooses by way and what, as from the table. */
@Component
public class Changes {

    private final ChangesOfPlan changes;
    private final ChangeRecord record;
    private final Options options;
    private final WhoDecides decides;
    private final HandIn handIn;
    private final Seats seats;
    private final RunningReviews running;
    private final JdbcClient database;

    Changes(
            ChangesOfPlan changes,
            ChangeRecord record,
            Options options,
            WhoDecides decides,
            HandIn handIn,
            Seats seats,
            RunningReviews running,
            JdbcClient database) {
        this.changes = changes;
        this.record = record;
        this.options = options;
        this.decides = decides;
        this.handIn = handIn;
        this.seats = seats;
        this.running = running;
        this.database = database;
    }

    /** Somebody asks for a change. */
    public UUID ask(String reference, String kind, String by) {
        return changes.ask(Asked.of(reference, ChangeKind.valueOf(kind), by));
    }

    /** Somebody asks for a change, if possible to a day that suits them. */
    public UUID askWishing(String reference, String kind, LocalDate day, String by) {
        return changes.ask(Asked.of(reference, ChangeKind.valueOf(kind), by).wishing(Optional.of(day)));
    }

    /** Somebody asks for another person on the first seat of a duty. */
    public UUID askForSomebodyElse(String reference, Duty duty, String by) {
        UUID seat = seats.of(running.of(reference).id(), List.of(duty)).get(0).id();
        return changes.ask(Asked.of(reference, ChangeKind.CHANGE_OF_PERSON, by).about(seat));
    }

    /** Somebody asks for another day of a meeting. */
    public UUID askToMove(String reference, AppointmentKind meeting, String by) {
        return changes.ask(Asked.of(reference, ChangeKind.MOVE_APPOINTMENT, by).about(meeting));
    }

    /** Way, what and title of every way out. */
    public List<WayOut> waysOut(UUID change) {
        return options.of(record.of(change).orElseThrow()).stream()
                .map(option ->
                        new WayOut(option.way().name(), option.what(), option.title(), option.key(), option.toString()))
                .toList();
    }

    /** A way out as the table shows it. */
    public record WayOut(String way, String what, String title, String key, String everything) {}

    /** The first way out of a kind, as the table shows it now. */
    public WayOut first(UUID change, String way) {
        return waysOut(change).stream()
                .filter(one -> one.way().equals(way))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no way " + way + " in " + waysOut(change)));
    }

    /** Whoever has the task chooses. */
    public void choose(UUID change, WayOut way) {
        choose(change, way, Optional.empty());
    }

    /** Whoever has the task chooses, with a link to meet by. */
    public void choose(UUID change, WayOut way, Optional<String> link) {
        WhoDecides.Open task = decides.of(record.of(change).orElseThrow()).orElseThrow();
        Map<String, Object> answer = new HashMap<>(Map.of("wayOut", way.key()));
        link.ifPresent(given -> answer.put("link", given));
        handIn.as(task.person(), task.id(), answer);
    }

    /** Who has to decide. */
    public Optional<String> decider(UUID change) {
        return decides.of(record.of(change).orElseThrow()).map(WhoDecides.Open::person);
    }

    /** What has become of it; empty while it is open. */
    public Optional<String> outcome(UUID change) {
        return record.of(change).orElseThrow().outcome().map(Enum::name);
    }

    /** Who is told something of a change. */
    public List<String> told(UUID change, String occasion) {
        return database.sql("select recipient from notice where occasion = ? and subject = ? order by recipient")
                .params(occasion, change.toString())
                .query(String.class)
                .list();
    }
}
