package org.criticalfriend.testing;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.criticalfriend.notification.Dispatcher;
import org.criticalfriend.partnership.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sends what is to be sent, and reads back what a mail server has got for people. */
@Component
public class Mails {

    private final Dispatcher dispatcher;
    private final ObjectProvider<GreenMail> server;
    private final People people;
    private final JdbcClient database;

    Mails(Dispatcher dispatcher, ObjectProvider<GreenMail> server, People people, JdbcClient database) {
        this.dispatcher = dispatcher;
        this.server = server;
        this.people = people;
        this.database = database;
    }

    /** What other tests left to be sent is not sent any more, and what they sent is gone. */
    public void startAfresh() {
        database.sql(
                        """
                        update notice set state = 'NOT_SENT', ended = since, next_try = null, leased_until = null,
                            reason = 'Another test began.'
                        where next_try is not null""")
                .update();
        try {
            server.getObject().purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends all that is due at this moment. */
    public void send() {
        dispatcher.run();
    }

    /** What somebody has got, in the order in which it came. */
    public List<MimeMessage> of(String person) {
        String address = people.find(person).orElseThrow().email();
        GreenMailUser user = server.getObject().getUserManager().getUserByEmail(address);
        if (user == null) {
            return List.of();
        }
        try {
            return server.getObject().getManagers().getImapHostManager().getInbox(user).getMessages().stream()
                    .map(StoredMessage::getMimeMessage)
                    .toList();
        } catch (FolderException e) {
            throw new AssertionError(e);
        }
    }
}
