package org.criticalfriend.review;

import java.util.List;

/**
 * Reviews have other dates than before, or dates again. Published in the transaction in which it happens, after timers and due dates
 * have moved and while the rows of the reviews are held.
 *
 * @param references of the reviews
 */
public record DatesMoved(List<String> references) {}
