package org.criticalfriend.engine.form;

import java.time.ZonedDateTime;
import java.util.Map;

/**
 * What the rule of a field may need to know besides the value.
 *
 * @param known all that the form was opened with
 * @param opened what this very field was opened with, as the browser held it
 * @param context the names that FEEL expressions of this field see
 * @param now the moment, in the time zone of the school
 */
record Situation(Map<String, Object> known, Object opened, Map<String, Object> context, Feel feel, ZonedDateTime now) {}
