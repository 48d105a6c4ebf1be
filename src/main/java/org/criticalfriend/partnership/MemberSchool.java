package org.criticalfriend.partnership;

/**
 * A school of a partnership with its place there.
 *
 * @param school the school
 * @param membership its place in the partnership that was asked for
 */
public record MemberSchool(School school, Membership membership) {}
