package dev.attest.systemtests.testng.conformance;

import org.testng.SkipException;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

import static dev.attest.systemtests.testng.conformance.Entries.attach;
import static dev.attest.systemtests.testng.conformance.Entries.fixture;
import static dev.attest.systemtests.testng.conformance.Entries.test;

/** What fails before and after a single test. */
public final class AroundATest {

    private AroundATest() {}

    public static class BeforeMethodFails {
        @BeforeMethod
        public void setUp() {
            String reason = "Not started: @BeforeMethod BeforeMethodFails.setUp failed: no water";
            test(BeforeMethodFails.class, "one").neverRan(reason);
            test(BeforeMethodFails.class, "two").neverRan(reason);
            var entry = fixture(BeforeMethodFails.class, "@BeforeMethod", "setUp");
            attach(entry, "set-up.txt", "so far");
            throw entry.broke("no water");
        }

        @Test
        public void one() {}

        @Test
        public void two() {}
    }

    public static class BeforeMethodFailsTheSecondTime {
        private int calls;

        @BeforeMethod
        public void setUp() {
            calls++;
            if (calls == 2) {
                test(BeforeMethodFailsTheSecondTime.class, "two")
                        .neverRan("Not started: @BeforeMethod BeforeMethodFailsTheSecondTime.setUp failed: dry");
                throw fixture(BeforeMethodFailsTheSecondTime.class, "@BeforeMethod", "setUp")
                        .broke("dry");
            }
        }

        @Test(priority = 1)
        public void one() {
            test(BeforeMethodFailsTheSecondTime.class, "one").passed();
        }

        @Test(priority = 2)
        public void two() {}
    }

    public static class AfterMethodFails {
        @Test(priority = 1)
        public void one() {
            test(AfterMethodFails.class, "one").passed();
        }

        @Test(priority = 2)
        public void two() {}

        @AfterMethod
        public void tearDown() {
            test(AfterMethodFails.class, "two")
                    .neverRan("Not started: @AfterMethod AfterMethodFails.tearDown failed: no drain");
            throw fixture(AfterMethodFails.class, "@AfterMethod", "tearDown").broke("no drain");
        }
    }

    public static class BodyAndAfterMethodFail {
        @Test
        public void one() {
            throw test(BodyAndAfterMethodFail.class, "one").failed("first");
        }

        @AfterMethod
        public void tearDown() {
            throw fixture(BodyAndAfterMethodFail.class, "@AfterMethod", "tearDown")
                    .broke("second");
        }
    }

    public static class BeforeMethodSkips {
        @BeforeMethod
        public void open() {
            test(BeforeMethodSkips.class, "one").neverRan("closed today");
            throw new SkipException("closed today");
        }

        @Test
        public void one() {}
    }

    public static class AfterMethodSkips {
        @Test
        public void one() {
            test(AfterMethodSkips.class, "one").passed();
        }

        @AfterMethod
        public void tearDown() {
            throw new SkipException("not needed");
        }
    }
}
