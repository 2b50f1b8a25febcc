package dev.attest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the tests of QAComplete that this test automates: {@code @QaCompleteTest(77)}.
 *
 * <p>The nearest annotation applies: on the method, else on its class or a superclass, else on an enclosing class. It
 * also works as a meta-annotation; several at one place add up. Attest ignores an id below 1, and a warning at the end
 * of the run names the test. Safe in parallel runs: Attest evaluates each test separately.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface QaCompleteTest {

    /** Returns the ids of the tests in QAComplete's library. */
    int[] value();
}
