package dev.attest.systemtests.testng.conformance;

import org.testng.annotations.Test;

import static dev.attest.systemtests.testng.conformance.Entries.test;

/**
 * Methods that depend on methods. A class of its own file, for TestNG 7.12 finds nothing to depend on in a nested one.
 */
public class ChainOfMethods {
    @Test
    public void a() {
        test(ChainOfMethods.class, "b").neverRan("Not started: ChainOfMethods.a failed: broken link");
        test(ChainOfMethods.class, "c").neverRan("Not started: it depends on ChainOfMethods.b, which did not pass");
        throw test(ChainOfMethods.class, "a").failed("broken link");
    }

    @Test(dependsOnMethods = "a")
    public void b() {}

    @Test(dependsOnMethods = "b")
    public void c() {}

    @Test(dependsOnMethods = "c", alwaysRun = true)
    public void d() {
        test(ChainOfMethods.class, "d").passed();
    }

    @Test
    public void e() {
        test(ChainOfMethods.class, "e").passed();
    }

    @Test(dependsOnMethods = "e")
    public void f() {
        test(ChainOfMethods.class, "f").passed();
    }
}
