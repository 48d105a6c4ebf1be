/**
 * The process engine's set-up, nothing of the domain: services at its border (the form gate), closed doors, history level,
 * identity, task rights, dates of open steps and timers, deployment, clock. What it needs to know of people and reviews it asks through interfaces that it
 * owns and others implement: {@link org.criticalfriend.engine.identity.WhoIsWho},
 * {@link org.criticalfriend.engine.form.Step}, {@link org.criticalfriend.engine.task.TaskReaders},
 * {@link org.criticalfriend.engine.task.TaskCard}, {@link org.criticalfriend.engine.task.StepDates}, {@link org.criticalfriend.engine.task.TaskNotices},
 * {@link org.criticalfriend.engine.form.Trail}, {@link org.criticalfriend.engine.deployment.ModelCheck}.
 */
package org.criticalfriend.engine;
