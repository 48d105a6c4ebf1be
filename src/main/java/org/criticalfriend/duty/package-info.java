/** Seats and occupants: a person's place on a review, and who fills it. It knows reviews by their id only. */
package org.criticalfriend.duty;
