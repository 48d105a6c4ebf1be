package org.criticalfriend.review;

import java.util.Map;
import org.criticalfriend.calendar.SchoolTime;

/**
 * Support as pages show it.
 *
 * @param who the supporter with post and school
 * @param state what has become of it
 * @param done what was done, or empty
 */
record SupportLine(String what, String who, String byWhen, String state, String done) {

    /** @param names supporters as people read them, by id */
    static SupportLine of(Support support, Map<String, String> names) {
        return new SupportLine(
                support.what(),
                names.getOrDefault(support.supporter(), support.supporter()),
                SchoolTime.words(support.byWhen()),
                support.state().words(),
                support.done() == null ? "" : support.done());
    }
}
