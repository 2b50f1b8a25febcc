package dev.attest.standin.junit;

import dev.attest.standin.StandIn;
import dev.attest.standin.rules.Product;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a {@link StandIn} for the tests of a class. They take it as a parameter: {@code void creates(StandIn
 * service)}.
 *
 * <p>The tests of the class and of its nested classes share the stand-in, so that it starts once. Before each test its
 * requests are removed, and its faults are those of {@link #faults} again. Runs, work items and other data stay. It is
 * closed after the last test. {@link StandInExtension} has all options of a stand-in.
 *
 * <p>Parallel runs: each class has a stand-in of its own. Tests of one class that run at the same time see each other's
 * requests and faults, and nothing is removed while one of them runs. With {@link #perTest} each has its own.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StandInExtension.class)
public @interface StandInTest {

    /** Returns the product that the stand-in is as strict as. */
    Product product() default Product.SERVICES;

    /** Returns the projects of the collection. */
    String[] projects() default "demo";

    /** Returns the faults that hold when a test begins, such as {@code "POST *results: nth=1 status=503"}. */
    String[] faults() default {};

    /**
     * Returns whether each test has a stand-in of its own, without the data of the others. Each start takes some tenths
     * of a second. Constructors and {@code @BeforeAll} have no stand-in then.
     */
    boolean perTest() default false;
}
