package dev.attest.systemtests.testng.conformance;

import org.testng.SkipException;
import org.testng.annotations.Test;

import static dev.attest.systemtests.testng.conformance.Entries.test;

/** A method that depends on one that skips itself. A class of its own file, as {@link ChainOfMethods} is. */
public class ChainOfSkipped {
    @Test
    public void a() {
        test(ChainOfSkipped.class, "a").assumed("closed");
        test(ChainOfSkipped.class, "b").neverRan("Not started: it depends on ChainOfSkipped.a, which did not pass");
        throw new SkipException("closed");
    }

    @Test(dependsOnMethods = "a")
    public void b() {}
}
