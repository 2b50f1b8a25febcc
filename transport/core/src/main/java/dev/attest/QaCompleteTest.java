package dev.attest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which test of QAComplete a test is the automation of: {@code @QaCompleteTest(77)}.
 *
 * <p>The nearest one counts: of the method, else of its class or a class that this extends, else of the classes around
 * it; also as an annotation of an annotation there, and several at one place add up. An id below 1 is left out, and a
 * warning at the end of the run names its test. Safe under parallel runs: each test is asked by itself.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface QaCompleteTest {

    /** Returns the ids of the tests in QAComplete's library. */
    int[] value();
}
