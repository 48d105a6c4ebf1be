/**
 * The register: partnerships with their settings, schools, people, what they are and where, what they are trained for. It knows
 * nothing of reviews. What is entered or changed is checked, and refused in words; what is read is taken as it is, for one wrong row must not
 * keep everybody out. Each record carries a version; a change made from an older one is refused ({@link
 * org.criticalfriend.partnership.ChangedMeanwhile}).
 */
package org.criticalfriend.partnership;
