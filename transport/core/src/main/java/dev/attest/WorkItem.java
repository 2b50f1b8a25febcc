package dev.attest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the work items of Azure DevOps that a test belongs to, such as the bug that it guards against:
 * {@code @WorkItem(4711)}. The result of a failed fixture gets the work items of its class.
 *
 * <p>The nearest annotation applies: on the method, else on its class or a superclass, else on an enclosing class. It
 * also works as a meta-annotation; several at one place add up. Attest ignores an id below 1, and a warning at the end
 * of the run names the test. Safe in parallel runs: Attest evaluates each test separately.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface WorkItem {

    /** Returns the ids of the work items. */
    int[] value();
}
