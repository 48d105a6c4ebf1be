package org.criticalfriend.partnership;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody who takes part. The id is never used again for somebody else: whoever leaves keeps the entry.
 *
 * @param id stable and readable, letters and digits; the engine's user id
 * @param version goes up by one with each change of the person or their profile; 0 when they are entered
 * @param given given name
 * @param family family name
 * @param email address for mails; may be empty
 * @param phone on which they can be reached
 * @param post what the person is, in words, such as <i>Deputy headteacher</i>
 * @param ownSchool id of their school; absent for people of the installation or the trust's centre
 * @param leftOn day on which the person left; absent while there. From the moment it is entered they count as gone
 */
public record Person(
        String id,
        int version,
        String given,
        String family,
        String email,
        Optional<String> phone,
        String post,
        Optional<String> ownSchool,
        Optional<LocalDate> leftOn) {

    /**
     * Looks at what was entered.
     *
     * @throws EntryRefused if something is missing, too long or cannot be what it should be
     */
    public void check() {
        Demand.id("person", id);
        Demand.text("the given name", given, 100);
        Demand.text("the family name", family, 100);
        Demand.fits("the mail address", email, 200);
        Demand.that(
                email.isEmpty() || email.matches("[^@\\s]+@[^@\\s]+"),
                "\"%s\" cannot be a mail address. Please enter one such as name@school.example, or leave it empty.",
                email);
        Demand.text("the phone number", phone, 40);
        Demand.text("what the person is, such as Deputy headteacher", post, 100);
    }

    /** Somebody who is not entered yet and belongs to no school. */
    public static Person of(String id, String given, String family, String email, String post) {
        return new Person(id, 0, given, family, email, Optional.empty(), post, Optional.empty(), Optional.empty());
    }

    /** Given and family name. */
    public String name() {
        return given + " " + family;
    }

    /** The same person, at a school. What they are there is a role, given apart ({@link RoleHeld}). */
    public Person at(String school) {
        return new Person(id, version, given, family, email, phone, post, Optional.of(school), leftOn);
    }

    /** The same person with a phone number. */
    public Person withPhone(String number) {
        return new Person(id, version, given, family, email, Optional.of(number), post, ownSchool, leftOn);
    }

    /** The same person, who leaves. */
    public Person leaving(LocalDate on) {
        return new Person(id, version, given, family, email, phone, post, ownSchool, Optional.of(on));
    }

    Person next() {
        return new Person(id, version + 1, given, family, email, phone, post, ownSchool, leftOn);
    }
}
