package dev.attest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which test cases of Azure Test Plans a test is the automation of: {@code @TestCase(123)}, more than once for
 * several. Where it says so, neither tags nor names of the test do.
 *
 * <p>The nearest one counts: of the method, else of its class or a class that this extends, else of the classes around
 * it; also as an annotation of an annotation there, and several at one place add up. An id below 1 is left out, and a
 * warning at the end of the run names its test. Safe under parallel runs: each test is asked by itself.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(TestCase.Several.class)
public @interface TestCase {

    /** Returns the ids of the test cases, each a work item of its own. */
    int[] value();

    /** Holds those of one place in the code, as the compiler puts them there. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface Several {

        /** Returns them in the order of the code. */
        TestCase[] value();
    }
}
