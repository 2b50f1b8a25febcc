package shop;

import java.util.concurrent.CountDownLatch;
import org.openqa.selenium.WebDriver;
import org.testng.ITestResult;
import org.testng.annotations.AfterClass;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.testng.util.RetryAnalyzerCount;

/** Browsers that several tests have, and tests of which one method makes several. */
public final class SharedWays {

    private SharedWays() {}

    public static class SharedByAHolder {
        @BeforeClass
        public void open() {
            Shared.driver = Chromium.open();
        }

        @AfterClass(alwaysRun = true)
        public void quit() {
            Shared.driver.quit();
        }

        @Test(priority = 1)
        public void aFails() {
            Page.failOn(Shared.driver, "SharedByAHolder.aFails");
        }

        @Test(priority = 2)
        public void bFailsWithoutIt() {
            throw new AssertionError("on purpose");
        }

        @Test(priority = 3)
        public void cPasses() {
            Page.show(Shared.driver, "SharedByAHolder.cPasses");
        }

        @Test(priority = 4)
        public void dFailsAgain() {
            Page.failOn(Shared.driver, "SharedByAHolder.dFailsAgain");
        }
    }

    public static class SharedByAField {
        private WebDriver driver;

        @BeforeClass
        public void open() {
            driver = Chromium.open();
        }

        @AfterClass(alwaysRun = true)
        public void quit() {
            driver.quit();
        }

        @Test(priority = 1)
        public void aFails() {
            Page.failOn(driver, "SharedByAField.aFails");
        }

        @Test(priority = 2)
        public void bFailsWithoutIt() {
            throw new AssertionError("on purpose");
        }
    }

    /** No test has driven it: it is the browser that was opened for the test. */
    public static class SharedAndUntouched {
        @BeforeClass
        public void open() {
            Shared.driver = Chromium.open();
            Page.show(Shared.driver, "SharedAndUntouched.fails");
        }

        @AfterClass(alwaysRun = true)
        public void quit() {
            Shared.driver.quit();
        }

        @Test
        public void fails() {
            throw new AssertionError("on purpose");
        }
    }

    public static class FailsBeforeClass {
        @BeforeClass
        public void open() {
            Page.failOn(Drivers.open(), "FailsBeforeClass.open");
        }

        @AfterClass(alwaysRun = true)
        public void quit() {
            Drivers.quit();
        }

        @Test
        public void neverRuns() {}
    }

    public abstract static class WithABrowserEach {
        @BeforeMethod
        public void open() {
            Drivers.open();
        }

        @AfterMethod(alwaysRun = true)
        public void quit() {
            Drivers.quit();
        }
    }

    public static class Repeated extends WithABrowserEach {
        private int invocations;

        @Test(invocationCount = 2)
        public void fails() {
            invocations++;
            Page.failOn(Drivers.current(), "Repeated.fails-" + invocations);
        }
    }

    public static class Rows extends WithABrowserEach {
        @DataProvider
        public Object[][] rows() {
            return new Object[][] {{1}, {2}};
        }

        @Test(dataProvider = "rows")
        public void firstFails(int row) {
            Page.show(Drivers.current(), "Rows.firstFails-" + row);
            if (row == 1) {
                throw new AssertionError("on purpose");
            }
        }
    }

    public static class ParallelRows extends WithABrowserEach {
        @DataProvider(parallel = true)
        public Object[][] rows() {
            return new Object[][] {{1}, {2}, {3}};
        }

        @Test(dataProvider = "rows")
        public void failBut2(int row) {
            Page.show(Drivers.current(), "ParallelRows.failBut2-" + row);
            if (row != 2) {
                throw new AssertionError("on purpose");
            }
        }
    }

    public static final class Once extends RetryAnalyzerCount {
        public Once() {
            setCount(1);
        }

        @Override
        public boolean retryMethod(ITestResult result) {
            return true;
        }
    }

    public static class Retried extends WithABrowserEach {
        private int attempts;

        @Test(retryAnalyzer = Once.class)
        public void fails() {
            attempts++;
            Page.failOn(Drivers.current(), "Retried.fails-" + attempts);
        }
    }

    public static class TakesTooLong {
        @AfterMethod(alwaysRun = true)
        public void quit() {
            Shared.driver.quit();
        }

        @Test(timeOut = 4000)
        public void fails() throws InterruptedException {
            Shared.driver = Chromium.open();
            Page.show(Shared.driver, "TakesTooLong.fails");
            new CountDownLatch(1).await();
        }
    }
}
