package org.criticalfriend.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationLevel;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TimeZone;
import org.criticalfriend.notification.CalendarEntry.Standing;
import org.criticalfriend.notification.CalendarEntry.Times;
import org.criticalfriend.notification.ICalendar.Guest;
import org.criticalfriend.notification.ICalendar.Part;
import org.criticalfriend.notification.ICalendar.Sender;
import org.criticalfriend.notification.Letter.CalendarPart;
import org.junit.jupiter.api.Test;

/** What is written by one library is read by another. */
class ICalendarTest {

    private static final Sender SENDER = new Sender("Critical Friend", "reviews@trust.example");
    private static final Guest GUEST = new Guest("Zoë Müller, Ph.D.; \"Zo\"", "zoe@school.example", Part.REQUIRED);
    private static final LocalDate DAY = LocalDate.of(2026, 10, 8);
    private static final Times SCHOOL_DAY = new Times(LocalTime.of(9, 0), LocalTime.of(15, 30));

    @Test
    void anInvitationNamesWhoInvitesWhomToWhatAndWhere() {
        VEvent event = read(invitation(entry(List.of(DAY), Optional.of(SCHOOL_DAY), Standing.CONFIRMED)));

        assertThat(event.getUid().getValue()).isEqualTo("0198-uid@critical-friend");
        assertThat(event.getSequence().getValue()).isEqualTo(3);
        assertThat(event.getSummary().getValue()).isEqualTo("Review visit – St. Anne's, Upper; School – lead reviewer");
        assertThat(event.getLocation().getValue()).isEqualTo("1 School Lane, Müllbach; Room 2\\3");
        assertThat(event.getDescription().getValue())
                .isEqualTo("First line\nsecond, line\n\nIn Critical Friend: https://reviews.example/review/x");
        assertThat(event.getUrl().getValue()).isEqualTo("https://reviews.example/review/x");
        assertThat(event.getOrganizer().getEmail()).isEqualTo("reviews@trust.example");
        assertThat(event.getAttendees()).singleElement().satisfies(attendee -> {
            assertThat(attendee.getEmail()).isEqualTo("zoe@school.example");
            assertThat(attendee.getCommonName()).isEqualTo("Zoë Müller, Ph.D.; 'Zo'");
            assertThat(attendee.getRsvp()).isFalse();
            assertThat(attendee.getParticipationLevel()).isEqualTo(ParticipationLevel.REQUIRED);
        });
        assertThat(event.getStatus().isConfirmed()).isTrue();
        assertThat(event.getTransparency().isOpaque()).isTrue();
    }

    @Test
    void anEntryIsARequestUntilItIsCancelled() {
        CalendarPart request = invitation(entry(List.of(DAY), Optional.of(SCHOOL_DAY), Standing.TENTATIVE));
        CalendarPart cancel = invitation(entry(List.of(DAY), Optional.of(SCHOOL_DAY), Standing.CANCELLED));

        assertThat(request.method()).isEqualTo("REQUEST");
        assertThat(parsed(request.ics()).getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(read(request).getStatus().isTentative()).isTrue();
        assertThat(read(request).getTransparency().isOpaque()).isTrue();
        assertThat(read(request)
                        .getExperimentalProperty("X-MICROSOFT-CDO-BUSYSTATUS")
                        .getValue())
                .isEqualTo("TENTATIVE");
        assertThat(cancel.method()).isEqualTo("CANCEL");
        assertThat(parsed(cancel.ics()).getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(read(cancel).getStatus().isCancelled()).isTrue();
        assertThat(read(cancel).getTransparency().isTransparent()).isTrue();
    }

    @Test
    void timesAreThoseOfSchoolInWinterAndInSummer() {
        // The clocks go back on Sunday 25 October 2026 and forward on Sunday 28 March 2027.
        assertThat(startsAndEnds(LocalDate.of(2026, 10, 23)))
                .containsExactly("2026-10-23T08:00:00Z", "2026-10-23T14:30:00Z");
        assertThat(startsAndEnds(LocalDate.of(2026, 10, 26)))
                .containsExactly("2026-10-26T09:00:00Z", "2026-10-26T15:30:00Z");
        assertThat(startsAndEnds(LocalDate.of(2027, 3, 26)))
                .containsExactly("2027-03-26T09:00:00Z", "2027-03-26T15:30:00Z");
        assertThat(startsAndEnds(LocalDate.of(2027, 3, 29)))
                .containsExactly("2027-03-29T08:00:00Z", "2027-03-29T14:30:00Z");
    }

    @Test
    void theZoneTravelsWithTheEntryWithTheRulesOfItsChanges() {
        biweekly.ICalendar calendar =
                parsed(invitation(entry(List.of(DAY), Optional.of(SCHOOL_DAY), Standing.CONFIRMED))
                        .ics());
        TimeZone zone = calendar.getTimezoneInfo()
                .getTimezone(calendar.getEvents().get(0).getDateStart())
                .getTimeZone();

        for (LocalDate day : List.of(
                LocalDate.of(2026, 10, 24),
                LocalDate.of(2026, 10, 26),
                LocalDate.of(2027, 3, 27),
                LocalDate.of(2027, 3, 29),
                LocalDate.of(2028, 7, 1))) {
            Instant noon = day.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
            assertThat(zone.getOffset(noon.toEpochMilli()))
                    .as("offset on %s", day)
                    .isEqualTo(TimeZone.getTimeZone("Europe/London").getOffset(noon.toEpochMilli()));
        }
    }

    @Test
    void aWholeDayHasDatesWithoutTimesAndNeedsNoZone() {
        CalendarPart part = invitation(entry(List.of(DAY), Optional.empty(), Standing.CONFIRMED));

        assertThat(part.ics())
                .contains("DTSTART;VALUE=DATE:20261008\r\n", "DTEND;VALUE=DATE:20261009\r\n")
                .doesNotContain("VTIMEZONE");
    }

    @Test
    void severalDaysEachHaveTheirTimesAndDaysBetweenAreLeftOut() {
        List<LocalDate> overTheWeekend =
                List.of(LocalDate.of(2027, 3, 25), LocalDate.of(2027, 3, 26), LocalDate.of(2027, 3, 29));

        assertThat(occurrences(entry(overTheWeekend, Optional.of(SCHOOL_DAY), Standing.CONFIRMED)))
                .containsExactly("2027-03-25T09:00:00Z", "2027-03-26T09:00:00Z", "2027-03-29T08:00:00Z");
        assertThat(invitation(entry(overTheWeekend, Optional.empty(), Standing.CONFIRMED))
                        .ics())
                .contains("RRULE:FREQ=DAILY;COUNT=5\r\n", "EXDATE;VALUE=DATE:20270327,20270328\r\n");
    }

    @Test
    void linesEndAndFoldAsTheStandardDemands() {
        CalendarEntry longNames = entry(List.of(DAY), Optional.of(SCHOOL_DAY), Standing.CONFIRMED)
                .called("Review visit – "
                        + "Schülerüberschussübung 🏫 ".repeat(8).strip());
        String ics = invitation(longNames).ics();

        assertThat(ics)
                .endsWith("END:VCALENDAR\r\n")
                .doesNotContainPattern("[^\r]\n")
                .doesNotContainPattern("\r[^\n]");
        assertThat(Arrays.stream(ics.split("\r\n")).mapToInt(line -> line.getBytes(StandardCharsets.UTF_8).length))
                .allMatch(octets -> octets <= 75);
        assertThat(parsed(ics).getEvents().get(0).getSummary().getValue()).isEqualTo(longNames.summary());
    }

    @Test
    void anotherLibraryFindsNothingToWarnOf() {
        List<CalendarEntry> all = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            all.add(entry(List.of(DAY), Optional.of(SCHOOL_DAY), standing));
            all.add(entry(List.of(DAY, DAY.plusDays(1)), Optional.empty(), standing));
        }
        all.forEach(entry -> assertThat(warnings(invitation(entry).ics())).isEmpty());
        assertThat(warnings(ICalendar.feed("Critical Friend", all))).isEmpty();
        assertThat(parsed(ICalendar.feed("Critical Friend", all)).getEvents()).hasSize(6);
        assertThat(parsed(ICalendar.feed("Critical Friend", all)).getMethod()).isNull();
    }

    @Test
    void aFeedWithoutEntriesIsACalendarAllTheSame() {
        assertThat(parsed(ICalendar.feed("Critical Friend", List.of())).getEvents())
                .isEmpty();
    }

    @Test
    void anEntryIsOnOneDayAtLeast() {
        assertThatThrownBy(() -> entry(List.of(), Optional.empty(), Standing.CONFIRMED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void inAMailItIsAnAlternativeAndAFileAndItsMethodIsThatOfThePart() throws Exception {
        CalendarPart part = invitation(entry(List.of(DAY), Optional.of(SCHOOL_DAY), Standing.CANCELLED));
        MimeMultipart alternatives = new MimeMultipart("alternative", text("plain"), text("html"));
        MimeBodyPart texts = new MimeBodyPart();
        texts.setContent(alternatives);
        MimeMultipart mixed = new MimeMultipart("mixed", texts);
        CalendarParts.addTo(mixed, alternatives, part);

        Multipart read = (Multipart) sent(mixed).getContent();

        Multipart readAlternatives = (Multipart) read.getBodyPart(0).getContent();
        MimeBodyPart shown = (MimeBodyPart) readAlternatives.getBodyPart(2);
        assertThat(readAlternatives.getCount()).isEqualTo(3);
        assertThat(new jakarta.mail.internet.ContentType(shown.getContentType()))
                .satisfies(type -> {
                    assertThat(type.getBaseType()).isEqualTo("text/calendar");
                    assertThat(type.getParameter("method")).isEqualTo("CANCEL");
                    assertThat(type.getParameter("charset")).isEqualTo("UTF-8");
                });
        assertThat(new String(shown.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(part.ics());
        MimeBodyPart file = (MimeBodyPart) read.getBodyPart(1);
        assertThat(file.getFileName()).isEqualTo("invite.ics");
        assertThat(file.getDisposition()).isEqualTo("attachment");
        assertThat(new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(part.ics());
    }

    private static MimeBodyPart text(String subtype) throws Exception {
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Text", "UTF-8", subtype);
        return text;
    }

    private static MimeMessage sent(MimeMultipart content) throws Exception {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setContent(content);
        message.saveChanges();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static CalendarEntry entry(List<LocalDate> days, Optional<Times> times, Standing standing) {
        return new CalendarEntry(
                "0198-uid@critical-friend",
                3,
                Instant.parse("2026-09-10T08:15:30.123Z"),
                "Review visit – St. Anne's, Upper; School – lead reviewer",
                days,
                times,
                Optional.of("1 School Lane, Müllbach; Room 2\\3"),
                "First line\nsecond, line",
                "https://reviews.example/review/x",
                standing,
                true);
    }

    private static CalendarPart invitation(CalendarEntry entry) {
        return ICalendar.invitation(entry, SENDER, GUEST);
    }

    private static biweekly.ICalendar parsed(String ics) {
        return Biweekly.parse(ics).first();
    }

    private static VEvent read(CalendarPart part) {
        return parsed(part.ics()).getEvents().get(0);
    }

    private static List<String> startsAndEnds(LocalDate day) {
        VEvent event = read(invitation(entry(List.of(day), Optional.of(SCHOOL_DAY), Standing.CONFIRMED)));
        return List.of(
                utc(event.getDateStart().getValue()), utc(event.getDateEnd().getValue()));
    }

    private static List<String> occurrences(CalendarEntry entry) {
        VEvent event = read(invitation(entry));
        List<String> found = new ArrayList<>();
        event.getDateIterator(TimeZone.getTimeZone("Europe/London")).forEachRemaining(date -> found.add(utc(date)));
        return found;
    }

    private static String utc(Date moment) {
        return Instant.ofEpochMilli(moment.getTime()).toString();
    }

    private static List<String> warnings(String ics) {
        List<String> warnings = new ArrayList<>();
        parsed(ics).validate(ICalVersion.V2_0).getWarnings().forEach(entry -> entry.getWarnings().stream()
                .map(Object::toString)
                .forEach(warnings::add));
        return warnings;
    }
}
