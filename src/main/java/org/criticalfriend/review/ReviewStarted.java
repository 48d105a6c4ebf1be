package org.criticalfriend.review;

/**
 * A review has started: its team is on its seats and its process runs. Published in the same transaction.
 *
 * @param reference of the review
 */
public record ReviewStarted(String reference) {}
