package org.criticalfriend.change;

import com.fasterxml.uuid.Generators;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.criticalfriend.notification.Outbox;
import org.criticalfriend.notification.ToTell;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.Register.Host;
import org.criticalfriend.review.BrokenAppointments;
import org.criticalfriend.review.BrokenAppointments.Broken;
import org.criticalfriend.review.CalendarFollowed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** After a change of a calendar, whoever is in charge of reviews in which something is broken by it hears so, in one mail. */
@Component
class ClosedDaysNews {

    private final BrokenAppointments broken;
    private final ChangeRecord record;
    private final Register register;
    private final Outbox outbox;

    ClosedDaysNews(BrokenAppointments broken, ChangeRecord record, Register register, Outbox outbox) {
        this.broken = broken;
        this.record = record;
        this.register = register;
        this.outbox = outbox;
    }

    @EventListener
    void on(CalendarFollowed change) {
        List<Broken> fresh = record.noteBroken(change.reviews(), broken.of(change.reviews()));
        if (fresh.isEmpty()) {
            return;
        }
        Map<Host, Set<String>> inCharge =
                register.inChargeOf(fresh.stream().map(ClosedDays::host).toList());
        Map<String, Set<String>> toTell = new TreeMap<>();
        fresh.forEach(one -> toTell.computeIfAbsent(one.partnership(), first -> new TreeSet<>())
                .addAll(inCharge.get(ClosedDays.host(one))));
        // Each change of a calendar is a turn of its own.
        String turn = Generators.timeBasedEpochGenerator().generate().toString();
        toTell.forEach((partnership, people) -> outbox.tell(people.stream()
                .map(person -> ToTell.once(ChangeLetters.CLOSED_DAYS, partnership, person)
                        .onTurn(turn))
                .toList()));
    }
}
