package dev.attest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which work items of Azure DevOps a test belongs to, such as the bug that it guards against:
 * {@code @WorkItem(4711)}. What fails around the tests of a class belongs to those of the class.
 *
 * <p>The nearest one counts: of the method, else of its class or a class that this extends, else of the classes around
 * it; also as an annotation of an annotation there, and several at one place add up. An id below 1 is left out, and a
 * warning at the end of the run names its test. Safe under parallel runs: each test is asked by itself.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface WorkItem {

    /** Returns the ids of the work items. */
    int[] value();
}
