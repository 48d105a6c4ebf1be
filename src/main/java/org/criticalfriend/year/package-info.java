/**
 * The year of a partnership: planning day, publication, what its schools release their people for, and in every half-term their live
 * actions and the agenda of their meeting. It has the plan that people change and agree, lets {@link
 * org.criticalfriend.planning.Planner} search, and starts the reviews of what was agreed. Of a review it knows how to start one and what is
 * open after it; what happens in it is not looked at here.
 */
package org.criticalfriend.year;
