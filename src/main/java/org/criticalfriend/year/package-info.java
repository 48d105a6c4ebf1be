/**
 * The year of a partnership: planning day, publication, what its schools release their people for, and in every half-term their live
 * actions and the agenda of their meeting. It has the plan that people change and agree, lets {@link
 * org.criticalfriend.planning.Planner} search, and starts the reviews of what was agreed. Of a review it knows how to start one and what is
 * open after it; what happens in it is not looked at here.
 *
 * <p>{@link org.criticalfriend.year.YearAtAGlance} shows the appointments of a school year, the state of its reviews and the days on which
 * schools are closed, to everybody as far as it concerns them: as calendar, table and spreadsheet, all made from the same {@link
 * org.criticalfriend.year.Line lines}. When appointments are, who may know of them and how a review stands, package review says.
 */
package org.criticalfriend.year;
