/**
 * Pure dates. {@link org.criticalfriend.calendar.SchoolCalendar} answers for one school, or several at once: which days are
 * pupil days, staff days or blackouts, and how to step over the others. {@link org.criticalfriend.calendar.SchoolCalendars} reads
 * and writes what it is made of: terms, single days, blackouts and staff meetings of countries, calendars and schools, over the
 * bank holidays of England, Wales and Scotland. {@link org.criticalfriend.calendar.SchoolTime} is the clock in school.
 *
 * <p>It knows schools by their id only and nothing of reviews, people or the engine. A school year that is not entered is never
 * guessed: {@link org.criticalfriend.calendar.YearNotEntered}.
 */
package org.criticalfriend.calendar;
