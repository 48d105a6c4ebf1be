/**
 * The form gate: whatever a person hands in for a task, through Tasklist or REST, is first checked for their right, then value
 * by value against the form in force, then given to the step's own rules and record; only then does the engine hear of it, and
 * only the variables that the model declares. Also the drafts of what is not handed in yet.
 */
package org.criticalfriend.engine.form;
