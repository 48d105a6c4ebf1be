/**
 * The year of a partnership as a constraint problem: proposes when each school is visited and who goes there, says what each
 * proposal costs and why, and ranks who else could take a seat. {@link org.criticalfriend.planning.PlanningProblem} holds all that
 * is known, {@link org.criticalfriend.planning.Planner} searches, {@link org.criticalfriend.planning.Proposal} is what it found,
 * {@link org.criticalfriend.planning.Explanation} puts it into words. The rules are methods of {@code YearRules}, one each.
 *
 * <p>It knows no running review. When the meetings of a review can be, and how large its team is, it asks through {@link
 * org.criticalfriend.planning.ShapeOfReviews}.
 */
package org.criticalfriend.planning;
