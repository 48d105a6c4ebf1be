/**
 * Change of plan: whoever it concerns says that a review cannot stay as it is planned; whoever is in charge sees every way out with its
 * effects, and decides; what is decided is applied all or nothing. One change is one run of {@code change-of-plan.bpmn}
 * ({@link org.criticalfriend.change.ChangesOfPlan}).
 *
 * <p>{@link org.criticalfriend.change.Options} finds the ways out, those that change least for others first, and says what each would
 * bring; {@link org.criticalfriend.change.MakeChange} applies one, under the locks of the reviews that it touches and only if it
 * still is what was shown. Nothing here moves a date or fills a seat itself: {@link org.criticalfriend.review.MoveDates},
 * {@link org.criticalfriend.duty.Seats} and the rest do, with all that hangs on it.
 */
package org.criticalfriend.change;
