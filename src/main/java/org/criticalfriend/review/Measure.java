package org.criticalfriend.review;

/**
 * How an action is measured (F16): in words or numbers, as the school likes.
 *
 * @param baseline where it stands when the plan is agreed; null if not measured
 * @param aim where it shall stand; null if not measured
 * @param measuredNow where it stands at the follow-up; null before, or if not measured
 */
record Measure(String baseline, String aim, String measuredNow) {

    Measure withNow(String now) {
        return new Measure(baseline, aim, now);
    }
}
