package org.criticalfriend.partnership.sheets;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what was read from a file between preview and yes, where every node finds it. It is its person's in the session in which it was
 * uploaded, and goes with that session, with the next file, or when its changes are made.
 */
@Repository
class Uploads {

    private static final TimeBasedEpochGenerator KEYS = Generators.timeBasedEpochGenerator();
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int LONGEST_NAME = 200;

    private final JdbcClient database;
    private final Clock clock;

    Uploads(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Whose a file is.
     *
     * @param person id of whoever uploaded it
     * @param partnership id of the partnership for which
     * @param session in which
     */
    record Owner(String person, String partnership, String session) {}

    /**
     * A file that waits.
     *
     * @param name as it was called
     * @param given what was read from it
     */
    record Upload(String name, Given given) {}

    /**
     * Keeps what was read from a file, in the place of an earlier one.
     *
     * @return its key
     * @throws FileRefused if it is too large to be kept
     */
    @Transactional
    public UUID keep(Owner owner, String name, Given given) {
        String content = packed(given);
        if (content.length() > MOST_CHARACTERS) {
            throw new FileRefused("This file holds too much to be taken at once. Please upload its sheets one by one.");
        }
        database.sql("delete from register_upload where person = ? and partnership = ?")
                .params(owner.person(), owner.partnership())
                .update();
        UUID id = KEYS.generate();
        int kept = database.sql(
                        """
                        insert into register_upload (id, person, partnership, session, name, content, uploaded_at)
                        select cast(:id as uuid), cast(:person as varchar(64)), cast(:partnership as varchar(64)), s.primary_id,
                            cast(:name as varchar(200)), cast(:content as varchar(1000000)), cast(:now as timestamp)
                        from spring_session s where s.session_id = :session""")
                .param("id", id)
                .param("person", owner.person())
                .param("partnership", owner.partnership())
                .param("session", owner.session())
                .param("name", name.substring(0, Math.min(name.length(), LONGEST_NAME)))
                .param("content", content)
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        if (kept == 0) {
            throw new FileRefused("Your session has ended. Please sign in and upload the file once more.");
        }
        return id;
    }

    /** A file that waits for its owner; empty if there is none, or not for them. */
    Optional<Upload> find(UUID id, Owner owner) {
        return database.sql(
                        """
                        select u.name, u.content from register_upload u join spring_session s on s.primary_id = u.session
                        where u.id = ? and u.person = ? and u.partnership = ? and s.session_id = ?""")
                .params(id, owner.person(), owner.partnership(), owner.session())
                .query((row, number) -> new Upload(row.getString("name"), unpacked(row.getString("content"))))
                .optional();
    }

    /** Lets a file go. */
    @Transactional
    public void remove(UUID id, Owner owner) {
        database.sql("delete from register_upload where id = ? and person = ?")
                .params(id, owner.person())
                .update();
    }

    private static String packed(Given given) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            JSON.writeValue(zip, given);
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be written to.", e);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    private static Given unpacked(String content) {
        try (GZIPInputStream zip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(content)))) {
            return JSON.readValue(zip, Given.class);
        } catch (IOException e) {
            throw new IllegalStateException("An uploaded file is not as it was written.", e);
        }
    }
}
