package org.criticalfriend.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * Beside {@link ApplicationTest}: a context, and so a database, that is shared only with other tests of long random sequences. What they look
 * at after every step would take the longer the more all other tests had left.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(properties = "critical-friend.test.database-apart=true")
public @interface DatabaseApart {}
