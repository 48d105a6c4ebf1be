/**
 * Buffering (P12): a withdrawn reviewer does not sink a visit. Every review has a reserve reviewer and a spare Improvement Champion who
 * hold the date; when somebody leaves a seat, one of them is asked at once, then the next best candidate, then the partnership lead
 * decides. The search for one seat is one run of {@code reviewer-buffering.bpmn} ({@link org.criticalfriend.buffering.Vacancies}); the
 * stand-ins' own time is {@code stand-ins.bpmn}.
 *
 * <p>It begins when {@link org.criticalfriend.duty.SeatsChanged} says that a seat was left, whoever brought that about, so nothing
 * below this package has to know of it. Who holds a seat is decided by {@link org.criticalfriend.duty.Seats} alone, one after the
 * other under the lock of the review's row; here is kept who was asked, until when, and what has become of it.
 */
package org.criticalfriend.buffering;
