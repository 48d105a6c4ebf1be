package org.criticalfriend.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * Beside {@link ApplicationTest}: a context, and so a database, that is shared only with other tests of long random sequences. What they look
 * at after every step would take the longer the more all other tests had left. Its engine has a name of its own: the web applications find
 * theirs by name, in a register of the whole process.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(properties = "camunda.bpm.process-engine-name=apart")
public @interface DatabaseApart {}
