/**
 * The process engine's set-up, nothing of the domain: services at its border (the form gate), closed doors, history level,
 * identity, task rights, deployment, clock. What it needs to know of people and reviews it asks through interfaces that it
 * owns and others implement: {@link org.criticalfriend.engine.identity.WhoIsWho},
 * {@link org.criticalfriend.engine.form.Step}, {@link org.criticalfriend.engine.task.TaskReaders},
 * {@link org.criticalfriend.engine.task.TaskCard}, {@link org.criticalfriend.engine.form.Trail}.
 */
package org.criticalfriend.engine;
