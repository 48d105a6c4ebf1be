package org.criticalfriend.testing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.criticalfriend.notification.Letter;
import org.criticalfriend.notification.Letters;
import org.criticalfriend.notification.Mail;
import org.criticalfriend.notification.NothingToSay;
import org.criticalfriend.notification.Notice;
import org.criticalfriend.notification.Occasion;
import org.criticalfriend.notification.ToSay;
import org.criticalfriend.partnership.People;
import org.criticalfriend.testing.TestPartnership.Made;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Delivers what waits in the outbox for the people of one partnership: asks each occasion for its words, and keeps them. */
@Component
public class Post {

    private final JdbcClient database;
    private final Map<String, Occasion> occasions;
    private final Letters letters;
    private final People people;

    Post(JdbcClient database, List<Occasion> occasions, Letters letters, People people) {
        this.database = database;
        this.occasions = occasions.stream().collect(Collectors.toMap(Occasion::name, Function.identity()));
        this.letters = letters;
        this.people = people;
    }

    /**
     * What came of one notice.
     *
     * @param mail null if there was nothing to say
     * @param nothing why not; null if there was something
     */
    public record Delivered(String recipient, String occasion, String template, Mail mail, String nothing) {

        /** Paths in its text that begin so. */
        public List<String> paths(String path) {
            return List.of(mail.text().split("\\s+")).stream()
                    .filter(word -> word.contains(path))
                    .map(word -> word.substring(word.indexOf(path)))
                    .toList();
        }
    }

    /** Everything that waits for them, in the order in which it was noted. */
    public List<Delivered> deliver(Made made) {
        List<Delivered> delivered = new ArrayList<>();
        List<Notice> waiting = database.sql(
                        """
                        select id, occasion, subject, turn, recipient, since from notice
                        where state = 'WAITING' and recipient like ? order by since, subject, turn, recipient""")
                .param(made.id() + "%")
                .query(Post::notice)
                .list();
        for (Notice notice : waiting) {
            Delivered one = deliver(notice);
            delivered.add(one);
            database.sql("update notice set state = ?, ended = since, next_try = null where id = ?")
                    .params(one.mail() == null ? "NOT_SENT" : "SENT", notice.id())
                    .update();
        }
        return delivered;
    }

    private Delivered deliver(Notice notice) {
        ToSay said = occasions.get(notice.occasion()).now(notice);
        if (said instanceof Letter letter) {
            Mail mail = letters.write(letter, people.find(notice.recipient()).orElseThrow());
            return new Delivered(notice.recipient(), notice.occasion(), letter.template(), mail, null);
        }
        return new Delivered(notice.recipient(), notice.occasion(), null, null, ((NothingToSay) said).reason());
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("occasion"),
                row.getString("subject"),
                row.getString("turn"),
                row.getString("recipient"),
                row.getObject("since", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
