/**
 * One review: the record of what its people agreed, asked, saw and planned; the steps behind its user tasks; the delegates of
 * its model; its appointments, lead times, and moving its dates. A user task {@code HoldPlanningMeeting} has its form in {@code forms/hold-planning-meeting.form}, its
 * code in {@link org.criticalfriend.review.HoldPlanningMeeting} and its lead time in {@code processes/deadlines.dmn}.
 */
package org.criticalfriend.review;
