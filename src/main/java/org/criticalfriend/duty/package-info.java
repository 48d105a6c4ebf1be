/**
 * Seats and occupants: a person's place on a review, who fills it, what they answered, and the days that they give for it, each of
 * which a person can give once. It knows of a review its id, its partnership and its host; on which days its appointments are,
 * callers say.
 */
package org.criticalfriend.duty;
