package org.criticalfriend.review;

/**
 * A review has been followed up or cancelled: nobody is needed for it any more. Published in the transaction in which it happens,
 * perhaps more than once.
 *
 * @param reference of the review
 */
public record ReviewOver(String reference) {}
