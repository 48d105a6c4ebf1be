/**
 * The register: partnerships with their settings, schools, people, what they are and where, what they are trained for. It knows
 * nothing of reviews. Each record carries a version; a change made from an older one is refused ({@link
 * org.criticalfriend.partnership.ChangedMeanwhile}).
 */
package org.criticalfriend.partnership;
