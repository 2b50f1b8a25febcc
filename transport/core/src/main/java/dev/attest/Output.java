package dev.attest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says when the console output of a test is attached to it, whatever {@code attest.output} says. The nearest one
 * counts: of the method, else of its class or a class that this extends, else of the classes around it; also as an
 * annotation of an annotation there. Output that belongs to no test is not concerned.
 *
 * <p>Safe under parallel runs: each test is asked by itself.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Output {

    /** Returns for which outcomes. */
    When value();
}
