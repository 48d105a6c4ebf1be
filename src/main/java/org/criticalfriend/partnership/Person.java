package org.criticalfriend.partnership;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * Somebody who takes part. The id is never used again for somebody else.
 *
 * @param id stable and readable; the engine's user id
 * @param version for optimistic locking; null before it is first saved
 * @param given given name
 * @param family family name
 * @param email address for mails
 * @param post what the person is, in words, such as <i>Deputy headteacher</i>
 * @param school id of their school; null for people of the installation or the trust's centre
 * @param leftOn day on which the person left; null while there. From the moment it is entered they count as gone
 */
public record Person(
        @Id String id,
        @Version Integer version,
        String given,
        String family,
        String email,
        String post,
        String school,
        LocalDate leftOn) {

    /** Given and family name. */
    public String name() {
        return given + " " + family;
    }

    /** Id of the person's school, if they have one. */
    public Optional<String> ownSchool() {
        return Optional.ofNullable(school);
    }
}
