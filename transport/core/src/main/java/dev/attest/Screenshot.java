package dev.attest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets when Attest takes screenshots of the browsers of a test. Overrides the setting {@code attest.screenshot}. The
 * nearest annotation applies: on the method, else on its class or a superclass, else on an enclosing class. It also
 * works as a meta-annotation.
 *
 * <p>Safe in parallel runs: Attest evaluates each test on its own thread.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Screenshot {

    /** Returns the outcomes that it applies to. */
    When value();
}
