package org.criticalfriend.partnership;

import java.util.Map;
import java.util.Set;

/**
 * Who is head of some schools may have changed. Published in the transaction that changes it, once for all that is changed together.
 *
 * @param people ids of those who became head, are head no longer, or are head and changed themselves, by the id of the school
 */
public record HeadsChanged(Map<String, Set<String>> people) {}
