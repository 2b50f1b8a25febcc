package dev.attest.systemtests.testng.conformance;

import org.testng.SkipException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.AfterGroups;
import org.testng.annotations.AfterSuite;
import org.testng.annotations.AfterTest;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.BeforeGroups;
import org.testng.annotations.BeforeSuite;
import org.testng.annotations.BeforeTest;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

import static dev.attest.systemtests.testng.conformance.Entries.attach;
import static dev.attest.systemtests.testng.conformance.Entries.fixture;
import static dev.attest.systemtests.testng.conformance.Entries.test;

/** What fails before and after many tests, and keeps them from running or does not. */
public final class AroundAClass {

    private AroundAClass() {}

    public static class BeforeSuiteFails {
        @BeforeSuite
        public void boot() {
            test(BeforeSuiteFails.class, "one")
                    .neverRan("Not started: @BeforeSuite BeforeSuiteFails.boot failed: no power");
            throw fixture(BeforeSuiteFails.class, "@BeforeSuite", "boot").broke("no power");
        }

        @Test
        public void one() {}
    }

    public static class BeforeTestFails {
        @BeforeTest
        public void boot() {
            test(BeforeTestFails.class, "one")
                    .neverRan("Not started: @BeforeTest BeforeTestFails.boot failed: no light");
            throw fixture(BeforeTestFails.class, "@BeforeTest", "boot").broke("no light");
        }

        @Test
        public void one() {}
    }

    public static class BeforeGroupsFails {
        @BeforeGroups("database")
        public void connect() {
            test(BeforeGroupsFails.class, "one")
                    .neverRan("Not started: @BeforeGroups BeforeGroupsFails.connect failed: no socket");
            throw fixture(BeforeGroupsFails.class, "@BeforeGroups", "connect").broke("no socket");
        }

        @Test(groups = "database")
        public void one() {}
    }

    public static class BeforeClassFails {
        @BeforeClass
        public void open() {
            String reason = "Not started: @BeforeClass BeforeClassFails.open failed: refused";
            test(BeforeClassFails.class, "one").neverRan(reason);
            test(BeforeClassFails.class, "fed", "fed(int) › [1] 1").neverRan(reason);
            test(BeforeClassFails.class, "fed", "fed(int) › [2] 2").neverRan(reason);
            var entry = fixture(BeforeClassFails.class, "@BeforeClass", "open");
            attach(entry, "set-up.txt", "so far");
            throw entry.broke("refused");
        }

        @Test
        public void one() {}

        @DataProvider
        public Object[][] rows() {
            return new Object[][] {{1}, {2}};
        }

        @Test(dataProvider = "rows")
        public void fed(int row) {}
    }

    public static class AftersFail {
        @Test(groups = "database")
        public void one() {
            test(AftersFail.class, "one").passed();
        }

        @AfterGroups("database")
        public void disconnect() {
            throw fixture(AftersFail.class, "@AfterGroups", "disconnect").broke("still busy");
        }

        @AfterClass
        public void close() {
            throw fixture(AftersFail.class, "@AfterClass", "close").broke("leak");
        }

        @AfterTest(alwaysRun = true)
        public void darken() {
            throw fixture(AftersFail.class, "@AfterTest", "darken").broke("no switch");
        }

        @AfterSuite(alwaysRun = true)
        public void shutDown() {
            throw fixture(AftersFail.class, "@AfterSuite", "shutDown").broke("no plug");
        }
    }

    public static class BeforeClassSkips {
        @BeforeClass
        public void open() {
            test(BeforeClassSkips.class, "one").neverRan("closed for the winter");
            throw new SkipException("closed for the winter");
        }

        @Test
        public void one() {}
    }

    public static class AfterClassSkips {
        @Test
        public void one() {
            test(AfterClassSkips.class, "one").passed();
        }

        @AfterClass
        public void late() {
            throw new SkipException("too late for anybody");
        }
    }

    public static class BothFail {
        @BeforeClass
        public void begin() {
            test(BothFail.class, "one").neverRan("Not started: @BeforeClass BothFail.begin failed: first");
            throw fixture(BothFail.class, "@BeforeClass", "begin").broke("first");
        }

        @Test
        public void one() {}

        @AfterClass(alwaysRun = true)
        public void end() {
            throw fixture(BothFail.class, "@AfterClass", "end").broke("second");
        }
    }
}
