package org.criticalfriend.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.access.Audit;
import org.criticalfriend.notification.Notices.Told;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/**
 * The mails that lie in files, to each their own and to administrators all; and for administrators, what was given up after a day and
 * can be tried again.
 */
@Service
class MailBox {

    /** How many are listed; older ones are in the directory. */
    private static final int MOST = 200;

    private final MailSettings settings;
    private final Notices notices;
    private final MailFiles files;
    private final Undelivered undelivered;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    MailBox(
            MailSettings settings,
            Notices notices,
            MailFiles files,
            Undelivered undelivered,
            People people,
            Audit audit,
            Clock clock) {
        this.settings = settings;
        this.notices = notices;
        this.files = files;
        this.undelivered = undelivered;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** A notice with the person whom it is for. */
    record Item(Told told, String to) {}

    /** A mail that lies here. */
    record Lying(Told told, String to, ReadMail mail) {}

    /** Whether mails are shown on pages at all. */
    boolean isShown() {
        return settings.shown();
    }

    /** The latest mails of a person, or of everybody. */
    List<Lying> mails(String reader, boolean administers) {
        if (!isShown()) {
            return List.of();
        }
        List<Told> sent = notices.sent(administers ? Optional.empty() : Optional.of(reader), MOST);
        Map<String, Person> recipients = recipients(sent);
        audit.readOnPage(reader, "Mails");
        return sent.stream()
                .flatMap(told ->
                        read(told.notice().id()).map(mail -> new Lying(told, name(recipients, told), mail)).stream())
                .toList();
    }

    /**
     * One mail.
     *
     * @throws ResponseStatusException 404 if mails are not shown, or it is not the reader's and the reader is no administrator
     */
    Lying mail(UUID notice, String reader, boolean administers) {
        Told told = seen(notice, reader, administers);
        return read(notice)
                .map(mail -> new Lying(told, name(recipients(List.of(told)), told), mail))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * One mail as it would travel.
     *
     * @throws ResponseStatusException 404 as for {@link #mail}
     */
    byte[] file(UUID notice, String reader, boolean administers) {
        seen(notice, reader, administers);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            files.read(notice)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                    .writeTo(out);
            return out.toByteArray();
        } catch (IOException | MessagingException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }

    private Told seen(UUID notice, String reader, boolean administers) {
        return Optional.of(notice)
                .filter(id -> isShown())
                .flatMap(notices::sent)
                .filter(told -> administers || told.notice().recipient().equals(reader))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<ReadMail> read(UUID notice) {
        try {
            Optional<MimeMessage> found = files.read(notice);
            return found.isEmpty() ? Optional.empty() : Optional.of(ReadMail.of(found.get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("The file %s.eml holds no mail.".formatted(notice), e);
        }
    }

    /** How many wait to be sent. */
    long waiting() {
        return notices.waiting();
    }

    /** The latest that were given up. */
    List<Item> givenUp() {
        List<Told> given = notices.givenUp(MOST);
        Map<String, Person> recipients = recipients(given);
        return given.stream()
                .map(told -> new Item(told, name(recipients, told)))
                .toList();
    }

    /** Lets mails that were given up begin anew; others are left as they are. */
    @Transactional
    public void again(List<UUID> ids, String administrator) {
        ids.stream().filter(id -> notices.again(id, clock.instant())).forEach(undelivered::forget);
        audit.changedOnPage(administrator, "MailsGivenUp");
    }

    private Map<String, Person> recipients(List<Told> some) {
        return people.find(
                some.stream().map(told -> told.notice().recipient()).distinct().toList());
    }

    private static String name(Map<String, Person> people, Told told) {
        return people.get(told.notice().recipient()).name();
    }
}
