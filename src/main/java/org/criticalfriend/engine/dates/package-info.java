/** Due dates of open steps and timers of running processes, so that a change of dates can reach them. Knows no date itself. */
package org.criticalfriend.engine.dates;
