package dev.attest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the test cases of Azure Test Plans that this test automates: {@code @TestCase(123)}. It is repeatable. If a
 * test has it, Attest does not look for test cases in tags and names.
 *
 * <p>The nearest annotation applies: on the method, else on its class or a superclass, else on an enclosing class. It
 * also works as a meta-annotation; several at one place add up. Attest ignores an id below 1, and a warning at the end
 * of the run names the test. Safe in parallel runs: Attest evaluates each test separately.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(TestCase.Several.class)
public @interface TestCase {

    /** Returns the work item ids of the test cases. */
    int[] value();

    /** Contains repeated annotations. The compiler adds it. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface Several {

        /** Returns the annotations in source order. */
        TestCase[] value();
    }
}
