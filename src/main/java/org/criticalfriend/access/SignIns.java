package org.criticalfriend.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.criticalfriend.partnership.Passwords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Names and passwords with which people sign in, and the lock-out after wrong ones. */
@Repository
public class SignIns implements Passwords {

    /** Wrong passwords in a row that cost nothing but another try. */
    static final int FREE_TRIES = 5;

    /** How long the first lock lasts; each further wrong password doubles it. */
    static final Duration FIRST_LOCK = Duration.ofMinutes(1);

    /** The longest lock. */
    static final Duration LONGEST_LOCK = Duration.ofHours(1);

    private final JdbcClient database;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final String nobodysHash;

    SignIns(JdbcClient database, PasswordEncoder encoder, Clock clock) {
        this.database = database;
        this.encoder = encoder;
        this.clock = clock;
        this.nobodysHash = encoder.encode("the password of nobody");
    }

    /** How a try to sign in ended. */
    public sealed interface Outcome {
        /** The password is right; {@code mustChange} if it was given by somebody else. */
        record Entered(String person, boolean mustChange) implements Outcome {}

        /** Name or password is wrong, or the name is locked; which of them is not told. */
        record Refused() implements Outcome {}
    }

    private record SignIn(
            String name,
            String person,
            String passwordHash,
            boolean sample,
            int failures,
            Timestamp lockedUntil,
            boolean mustChange) {}

    /**
     * Tries to sign in.
     *
     * @param name sign-in name; upper and lower case do not matter
     * @param onThisMachine whether the request comes from a loopback address, where alone sample sign-ins work
     */
    @Transactional
    public Outcome enter(String name, String password, boolean onThisMachine) {
        // One try at a time, so that guesses made at once are counted one by one.
        database.sql("select name from sign_in where name = ? for update")
                .param(key(name))
                .query()
                .listOfRows();
        SignIn found = find(name).orElse(null);
        // A name that nobody has takes as long as one that somebody has.
        boolean right = encoder.matches(password, found == null ? nobodysHash : found.passwordHash());
        if (found == null || found.sample() && !onThisMachine || isLocked(found)) {
            return new Outcome.Refused();
        }
        if (!right) {
            countFailure(found);
            return new Outcome.Refused();
        }
        if (found.failures() > 0) {
            forgetFailures(found.name());
        }
        return new Outcome.Entered(found.person(), found.mustChange());
    }

    /** Asked by the engine, which knows no name but the person's id and no address: sample sign-ins never match. */
    @Override
    public boolean match(String person, String password) {
        return enter(person, password, false) instanceof Outcome.Entered entered
                && entered.person().equals(person);
    }

    /** Whether {@code password} is the one of this sign-in; a wrong one counts. */
    boolean isCurrent(String name, String password) {
        return enter(name, password, true) instanceof Outcome.Entered;
    }

    /**
     * Gives a person a sign-in.
     *
     * @param passwordHash from {@link #hash}
     * @param sample whether it belongs to the sample and works on a loopback address only
     * @param mustChange whether the person has to choose a password of their own first
     */
    public void add(String name, String person, String passwordHash, boolean sample, boolean mustChange) {
        database.sql(
                        """
                        insert into sign_in (name, person, password_hash, sample, failures, must_change, changed_at)
                        values (?, ?, ?, ?, 0, ?, ?)""")
                .params(key(name), person, passwordHash, sample, mustChange, now())
                .update();
    }

    /** Replaces a password. */
    void change(String name, String password) {
        database.sql("update sign_in set password_hash = ?, must_change = false, changed_at = ? where name = ?")
                .params(hash(password), now(), key(name))
                .update();
    }

    /** What is kept of a password. */
    public String hash(String password) {
        return encoder.encode(password);
    }

    /** A sign-in of the sample, as the sign-in page lists it. */
    record SampleSignIn(String name, String person, String post, String school) {}

    /** All sign-ins of the sample: people of the installation and the partnership first, then school by school. */
    List<SampleSignIn> sample() {
        return database.sql(
                        """
                        select s.name, p.given || ' ' || p.family as person, p.post, c.name as school
                        from sign_in s join person p on p.id = s.person left join school c on c.id = p.school
                            and p.id not in (select person from person_role where role = 'PARTNERSHIP_LEAD')
                        where s.sample and p.left_on is null
                        order by case when c.name is null then 0 else 1 end, c.name, p.id, s.name desc""")
                .query(SampleSignIn.class)
                .list();
    }

    /** Whether the database holds sign-ins of the sample. */
    boolean hasSample() {
        return database.sql("select count(*) from sign_in where sample")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Optional<SignIn> find(String name) {
        return database.sql(
                        """
                        select s.name, s.person, s.password_hash as passwordHash, s.sample, s.failures,
                            s.locked_until as lockedUntil, s.must_change as mustChange
                        from sign_in s join person p on p.id = s.person where s.name = ? and p.left_on is null""")
                .param(key(name))
                .query(SignIn.class)
                .optional();
    }

    private boolean isLocked(SignIn signIn) {
        return signIn.lockedUntil() != null
                && clock.instant().isBefore(signIn.lockedUntil().toInstant());
    }

    private void countFailure(SignIn signIn) {
        database.sql("update sign_in set failures = failures + 1, locked_until = ? where name = ?")
                .params(lockAfter(signIn.failures() + 1).map(Timestamp::from).orElse(null), signIn.name())
                .update();
    }

    private Optional<Instant> lockAfter(int failures) {
        if (failures < FREE_TRIES) {
            return Optional.empty();
        }
        int doublings = Math.min(failures - FREE_TRIES, 10);
        Duration lock = FIRST_LOCK.multipliedBy(1L << doublings);
        return Optional.of(clock.instant().plus(lock.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : lock));
    }

    private void forgetFailures(String name) {
        database.sql("update sign_in set failures = 0, locked_until = null where name = ?")
                .param(name)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
