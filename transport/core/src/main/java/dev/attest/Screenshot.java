package dev.attest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says when pictures are taken of the browsers of a test, whatever {@code attest.screenshot} says. The nearest one
 * counts: of the method, else of its class or a class that this extends, else of the classes around it; also as an
 * annotation of an annotation there.
 *
 * <p>Safe under parallel runs: each test is asked on its own thread.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Screenshot {

    /** Returns for which outcomes. */
    When value();
}
