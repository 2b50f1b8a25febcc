package dev.attest.systemtests.testng.conformance;

import org.testng.annotations.Test;

import static dev.attest.systemtests.testng.conformance.Entries.test;

/** Tests that depend on groups of others; those on methods are {@link ChainOfMethods} and its like. */
public final class Dependencies {

    private Dependencies() {}

    public static class OnGroups {
        @Test(groups = "login")
        public void a() {
            test(OnGroups.class, "b").neverRan("Not started: OnGroups.a failed: locked");
            test(OnGroups.class, "c").neverRan("Not started: it depends on group buy, which did not pass");
            throw test(OnGroups.class, "a").failed("locked");
        }

        @Test(dependsOnGroups = "login", groups = "buy")
        public void b() {}

        @Test(dependsOnGroups = "buy")
        public void c() {}
    }
}
