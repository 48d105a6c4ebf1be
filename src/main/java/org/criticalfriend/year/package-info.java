/**
 * The year of a partnership: planning day, publication, what its schools release their people for. It has the plan that people change
 * and agree, lets {@link org.criticalfriend.planning.Planner} search, and starts the reviews of what was agreed. Of a review it knows
 * how to start one; what happens in it is not looked at here.
 */
package org.criticalfriend.year;
