package org.criticalfriend.notification;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.CalScale;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.Version;
import net.fortuna.ical4j.model.property.XProperty;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.notification.CalendarEntry.Standing;

/**
 * Writes appointments as iCalendar (RFC 5545), for mails (RFC 5546) and for feeds. Pure.
 *
 * <ul>
 *   <li>Times are local times of Europe/London with the rules of that zone, so that summer and winter come out right in every
 *       client, whatever zone it is set to.
 *   <li>Several days are one entry that is repeated daily, without the days that are left out: each day has its own times then, and
 *       nights and weekends stay free. Outlook, Google and Apple all understand it, which cannot be said of lists of dates (RDATE).
 *   <li>Nobody is asked to reply (RSVP=FALSE): replies of calendars would go to a mailbox that nobody reads. Who cannot come says so
 *       in the application.
 *   <li>An entry that is tentative still counts as busy: whoever stands by keeps the day free (P12). Outlook takes that from a
 *       property of its own.
 * </ul>
 */
public final class ICalendar {

    private static final String ZONE = "Europe/London";
    private static final String MAKER = "-//Critical Friend//School-to-school peer review//EN";

    /** RFC 5545, 3.1: octets of a line, without its end. */
    private static final int LONGEST_LINE = 75;

    /** Put into a library's hands, it would count characters, not octets; so lines are folded here. */
    private static final int NEVER_FOLDED = Integer.MAX_VALUE;

    private ICalendar() {}

    /**
     * In whose name invitations are sent.
     *
     * @param name as it is shown
     * @param address mail address from which they come
     */
    public record Sender(String name, String address) {}

    /**
     * Whose calendar it is for.
     *
     * @param name as it is shown
     * @param address mail address
     * @param part how they take part
     */
    public record Guest(String name, String address, Part part) {}

    /** How somebody takes part. */
    public enum Part {
        REQUIRED,
        OPTIONAL,
        /** Is not there, and is to know of it. */
        INFORMED
    }

    /** The calendar part of a mail: a request, or its cancellation if the entry is cancelled. */
    public static Letter.CalendarPart invitation(CalendarEntry entry, Sender sender, Guest guest) {
        String method = entry.standing() == Standing.CANCELLED ? Method.VALUE_CANCEL : Method.VALUE_REQUEST;
        VEvent event = event(entry);
        event.add(new Organizer(new ParameterList(List.of(new Cn(plain(sender.name())))), mailTo(sender.address())));
        if (!guest.address().isBlank()) {
            event.add(attendee(guest));
        }
        List<Property> head = head();
        head.add(new Method(method));
        return new Letter.CalendarPart(method, written(head, List.of(entry), List.of(event)));
    }

    /**
     * A calendar to subscribe to. It has no method, for nobody is invited by it.
     *
     * @param name under which clients show it
     */
    public static String feed(String name, Collection<CalendarEntry> entries) {
        List<Property> head = head();
        head.add(new XProperty("X-WR-CALNAME", name));
        head.add(new XProperty("X-WR-TIMEZONE", ZONE));
        head.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), "PT4H"));
        head.add(new XProperty("X-PUBLISHED-TTL", "PT4H"));
        return written(head, entries, entries.stream().map(ICalendar::event).toList());
    }

    private static List<Property> head() {
        List<Property> head = new ArrayList<>();
        head.add(new ProdId(MAKER));
        head.add(new Version(new ParameterList(), Version.VALUE_2_0));
        head.add(new CalScale(CalScale.VALUE_GREGORIAN));
        return head;
    }

    private static VEvent event(CalendarEntry entry) {
        boolean busy = entry.busy() && entry.standing() != Standing.CANCELLED;
        List<Property> event = new ArrayList<>();
        event.add(new Uid(entry.uid()));
        event.add(new DtStamp(entry.told().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new LastModified(entry.told().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new Sequence(entry.sequence()));
        event.addAll(when(entry));
        event.add(new Summary(entry.summary()));
        entry.place().ifPresent(place -> event.add(new Location(place)));
        event.add(new Description(
                (entry.note().isEmpty() ? "" : entry.note() + "\n\n") + "In Critical Friend: " + entry.page()));
        event.add(new Url(URI.create(entry.page())));
        event.add(new Status(entry.standing().name()));
        event.add(new Transp(busy ? Transp.VALUE_OPAQUE : Transp.VALUE_TRANSPARENT));
        event.add(new XProperty(
                "X-MICROSOFT-CDO-BUSYSTATUS",
                !busy ? "FREE" : entry.standing() == Standing.TENTATIVE ? "TENTATIVE" : "BUSY"));
        return new VEvent(new PropertyList(event));
    }

    private static List<Property> when(CalendarEntry entry) {
        return entry.times()
                .map(times -> when(
                        entry.days(),
                        day -> SchoolTime.clock(day, times.starts()),
                        day -> SchoolTime.clock(day, times.ends()),
                        new net.fortuna.ical4j.model.parameter.TzId(ZONE)))
                .orElseGet(() -> when(entry.days(), day -> day, day -> day.plusDays(1), Value.DATE));
    }

    /** @param kind of the days left out; of start and end the library finds it itself */
    private static <T extends Temporal> List<Property> when(
            List<LocalDate> days, Function<LocalDate, T> starts, Function<LocalDate, T> ends, Parameter kind) {
        LocalDate first = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        List<Property> when = new ArrayList<>();
        when.add(new DtStart<>(starts.apply(first)));
        when.add(new DtEnd<>(ends.apply(first)));
        if (days.size() > 1) {
            when.add(new RRule<T>("FREQ=DAILY;COUNT=" + (ChronoUnit.DAYS.between(first, last) + 1)));
            List<T> leftOut = first.datesUntil(last)
                    .filter(day -> !days.contains(day))
                    .map(starts)
                    .toList();
            if (!leftOut.isEmpty()) {
                when.add(new ExDate<>(new ParameterList(List.of(kind)), new DateList<>(leftOut)));
            }
        }
        return when;
    }

    private static Attendee attendee(Guest guest) {
        Role role =
                switch (guest.part()) {
                    case REQUIRED -> Role.REQ_PARTICIPANT;
                    case OPTIONAL -> Role.OPT_PARTICIPANT;
                    case INFORMED -> Role.NON_PARTICIPANT;
                };
        return new Attendee(
                new ParameterList(List.of(
                        new Cn(plain(guest.name())), CuType.INDIVIDUAL, role, PartStat.NEEDS_ACTION, Rsvp.FALSE)),
                mailTo(guest.address()));
    }

    /** A parameter can hold neither quotes nor control characters (RFC 5545, 3.1). */
    private static String plain(String name) {
        return name.replace('"', '\'').replaceAll("\\p{Cntrl}", " ");
    }

    private static URI mailTo(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException("This mail address cannot stand in an invitation.", e);
        }
    }

    private static String written(List<Property> head, Collection<CalendarEntry> entries, List<VEvent> events) {
        List<CalendarComponent> parts = new ArrayList<>();
        if (entries.stream().map(CalendarEntry::times).anyMatch(Optional::isPresent)) {
            parts.add(london());
        }
        parts.addAll(events);
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false, NEVER_FOLDED)
                    .output(new Calendar(new PropertyList(head), new ComponentList<>(parts)), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folded(text.toString());
    }

    /** The rules of today; schools have no appointments from before 1996. */
    private static VTimeZone london() {
        Observance summer = new Daylight(change("BST", "+0000", "+0100", "19960331T010000", 3));
        Observance winter = new Standard(change("GMT", "+0100", "+0000", "19961027T020000", 10));
        return new VTimeZone(new PropertyList(List.of(new TzId(ZONE))), new ComponentList<>(List.of(summer, winter)));
    }

    private static PropertyList change(String name, String from, String to, String first, int month) {
        return new PropertyList(List.of(
                new TzName(name),
                new TzOffsetFrom(from),
                new TzOffsetTo(to),
                new DtStart<>(first),
                new RRule<>("FREQ=YEARLY;BYMONTH=%d;BYDAY=-1SU".formatted(month))));
    }

    /** Folds lines that are too long, between characters and never within one. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        for (String line : text.split("\r?\n")) {
            int octets = 0;
            for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
                String character = Character.toString(line.codePointAt(at));
                int length = character.getBytes(StandardCharsets.UTF_8).length;
                if (octets + length > LONGEST_LINE) {
                    folded.append("\r\n ");
                    octets = 1;
                }
                folded.append(character);
                octets += length;
            }
            folded.append("\r\n");
        }
        return folded.toString();
    }
}
