package org.criticalfriend.access;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.Timestamp;
import java.time.Clock;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.engine.form.Trail;
import org.criticalfriend.partnership.RegisterTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The audit table: who read or changed what, and when. Ids only, never content. */
@Repository
public class Audit implements Trail, RegisterTrail {

    /** One for all keys: only then does the order of keys hold also within the same millisecond. */
    private static final TimeBasedEpochGenerator KEYS = Generators.timeBasedEpochGenerator();

    private final JdbcClient database;
    private final Clock clock;

    Audit(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void read(String person, TaskInHand task) {
        note(person, "READ", task.activity(), task.reference());
    }

    @Override
    public void changed(String person, TaskInHand task) {
        note(person, "HANDED_IN", task.activity(), task.reference());
    }

    /** {@code person} saw a part of a review's record on a page of ours. */
    public void readOnPage(String person, String part, String reference) {
        note(person, "READ", part, reference);
    }

    /** {@code person} saw something that is kept for all reviews on a page of ours. */
    public void readOnPage(String person, String part) {
        note(person, "READ", part, null);
    }

    /** {@code person} changed a part of a review's record on a page of ours. */
    public void changedOnPage(String person, String part, String reference) {
        note(person, "CHANGED", part, reference);
    }

    /** {@code person} changed something that is kept for all reviews on a page of ours. */
    public void changedOnPage(String person, String part) {
        note(person, "CHANGED", part, null);
    }

    @Override
    public void registerRead(String person) {
        readOnPage(person, "Register");
    }

    @Override
    public void registerChanged(String person) {
        changedOnPage(person, "Register");
    }

    void signedIn(String person) {
        note(person, "SIGNED_IN", "session", null);
    }

    /** The name that was tried is not noted: people type passwords into the wrong field. */
    void signInRefused() {
        note(null, "SIGN_IN_REFUSED", "session", null);
    }

    void signedOut(String person) {
        note(person, "SIGNED_OUT", "session", null);
    }

    void passwordChanged(String person) {
        note(person, "PASSWORD_CHANGED", "signin", null);
    }

    private void note(String person, String act, String subject, String review) {
        database.sql("insert into audit (id, at, person, act, subject, review) values (?, ?, ?, ?, ?, ?)")
                .params(KEYS.generate(), Timestamp.from(clock.instant()), person, act, subject, review)
                .update();
    }
}
