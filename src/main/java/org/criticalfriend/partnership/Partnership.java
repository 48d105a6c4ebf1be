package org.criticalfriend.partnership;

/**
 * A group of schools that review each other.
 *
 * @param id stable and readable
 * @param name as people say it
 * @param kind {@code CLUSTER}, {@code MAT} or {@code CROSS_REGIONAL}
 * @param ledBy who leads a review: {@code CENTRAL} or {@code PEER}
 * @param publication who may read a released report: {@code HOST}, {@code TEAM} or {@code LEADERS}
 */
public record Partnership(String id, String name, String kind, String ledBy, String publication) {}
