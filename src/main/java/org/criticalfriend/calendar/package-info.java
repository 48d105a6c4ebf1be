/**
 * Pure dates: school years, pupil days, terms, INSET days, bank holidays, stepping back and forward, school time. It knows
 * schools by their id only and nothing of reviews, people or the engine.
 */
package org.criticalfriend.calendar;
