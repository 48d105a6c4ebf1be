package org.criticalfriend.review;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.notification.ICalendar;
import org.criticalfriend.notification.ICalendar.Guest;
import org.criticalfriend.notification.ICalendar.Sender;
import org.criticalfriend.notification.Letter;
import org.criticalfriend.notification.NothingToSay;
import org.criticalfriend.notification.Notice;
import org.criticalfriend.notification.Occasion;
import org.criticalfriend.notification.Outbox;
import org.criticalfriend.notification.PublicAddress;
import org.criticalfriend.notification.ToSay;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.review.InvitationRecord.Kept;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Mails an invitation, its change or its cancellation. Subject of the notice is the key of the invitation, its turn the sequence: of
 * several that wait, only the newest is sent.
 */
@Component
class InvitationMail implements Occasion {

    /** Name of the occasion. */
    static final String NAME = "invitation";

    private final InvitationRecord record;
    private final Register register;
    private final Outbox outbox;
    private final PublicAddress address;
    private final Clock clock;
    private final String from;

    InvitationMail(
            InvitationRecord record,
            Register register,
            Outbox outbox,
            PublicAddress address,
            Clock clock,
            @Value("${critical-friend.mail.from:}") String from) {
        this.record = record;
        this.register = register;
        this.outbox = outbox;
        this.address = address;
        this.clock = clock;
        this.from = from;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ToSay now(Notice notice) {
        Optional<Kept> found = record.find(UUID.fromString(notice.subject()));
        Optional<Person> person = register.person(notice.recipient());
        if (found.isEmpty() || person.isEmpty()) {
            return new NothingToSay(found.isEmpty() ? "There is no such invitation." : "The person has left.");
        }
        Invitation invitation = found.get().invitation();
        if (!notice.turn().equals(Integer.toString(invitation.sequence()))) {
            return new NothingToSay("A newer invitation follows.");
        }
        if (invitation.what().isOver(clock.instant())) {
            return new NothingToSay("The appointment is over.");
        }
        boolean invitedBefore = outbox.mayHaveArrived(notice, invitation.sequence());
        if (invitation.cancelled() && !invitedBefore) {
            return new NothingToSay("They have not been invited, so there is nothing to cancel.");
        }
        return letter(found.get(), person.get(), invitedBefore);
    }

    private Letter letter(Kept kept, Person person, boolean invitedBefore) {
        Invitation invitation = kept.invitation();
        String path = "/review/" + kept.reference();
        return Letter.of(template(invitation, invitedBefore), values(kept, path))
                .with(ICalendar.invitation(
                        invitation.entry(kept.school(), address.of(path)),
                        sender(),
                        new Guest(
                                person.name(),
                                person.email(),
                                invitation.what().as().at(invitation.appointment()))));
    }

    /** Whoever the mail comes from invites: clients take an update from nobody else. */
    private Sender sender() {
        String ours = "Critical Friend";
        if (from.isBlank()) {
            String host = URI.create(address.base()).getHost();
            return new Sender(ours, "critical-friend@" + (host == null ? "localhost" : host));
        }
        try {
            InternetAddress set = new InternetAddress(from, true);
            return new Sender(Optional.ofNullable(set.getPersonal()).orElse(ours), set.getAddress());
        } catch (AddressException e) {
            throw new IllegalStateException("CRITICAL_FRIEND_MAIL_FROM is no mail address. Please correct it.", e);
        }
    }

    private static String template(Invitation invitation, boolean invitedBefore) {
        return invitation.cancelled()
                ? "invitation/cancelled"
                : invitedBefore ? "invitation/changed" : "invitation/request";
    }

    private static Map<String, Object> values(Kept kept, String path) {
        Told what = kept.invitation().what();
        Map<String, Object> values = new HashMap<>();
        values.put("what", kept.invitation().name());
        values.put("school", kept.school());
        values.put("as", what.as().words());
        values.put("comes", what.as().comes());
        values.put("tentative", what.tentative());
        values.put("first", what.first());
        values.put("last", what.last());
        values.put("severalDays", what.days().size() > 1);
        values.put("hours", kept.invitation().hours());
        values.put("place", what.place().orElse(""));
        values.put("link", what.link().orElse(""));
        values.put("path", path);
        return values;
    }
}
