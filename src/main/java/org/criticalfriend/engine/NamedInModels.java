package org.criticalfriend.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A bean that expressions in models may name, such as {@code ${deadlines.at(execution, 'WriteReport')}}. No other bean is
 * reachable from a model, for the right to deploy a model is held by people who have no right to the database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NamedInModels {}
