package org.criticalfriend.partnership;

import java.util.List;

/**
 * Who is asked to meetings at a school: people who have not left, by id.
 *
 * @param heads its head; none if the place is vacant
 * @param seniorTeam its senior team
 * @param office whoever works in its office
 */
public record Leadership(List<String> heads, List<String> seniorTeam, List<String> office) {}
