/**
 * The partnership year. {@link org.criticalfriend.year.YearAtAGlance} shows its appointments, the state of its reviews and the days on
 * which its schools are closed, to everybody as far as it concerns them: as calendar, table and spreadsheet, all made from the same
 * {@link org.criticalfriend.year.Line lines}. When appointments are, who may know of them and how a review stands, package review says.
 */
package org.criticalfriend.year;
