package dev.attest.systemtests.testng;

import dev.attest.systemtests.evidence.LiveBrowser;
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

import static org.testng.Assert.fail;

/** Suites that child JVMs run. */
public final class BrowserSuites {

    private BrowserSuites() {}

    /** Quits the browser of each test. */
    public static class QuitsAfterMethod {
        private WebDriver driver;

        @BeforeMethod
        public void open() {
            driver = LiveBrowser.showing("QuitsAfterMethod");
        }

        @AfterMethod
        public void quit() {
            driver.quit();
        }

        @Test
        public void fails() {
            fail("on purpose");
        }

        @Test
        public void passes() {}

        @Test(retryAnalyzer = Once.class)
        public void isTriedTwice() {
            fail("on purpose");
        }

        @Test(timeOut = 60_000)
        public void runsElsewhere() {
            fail("on purpose");
        }

        @Test(timeOut = 300)
        public void takesTooLong() throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    /** Fails while it sets its class up. */
    public static class FailsBeforeClass {
        private WebDriver driver;

        @BeforeClass
        public void open() {
            driver = LiveBrowser.showing("FailsBeforeClass");
            fail("on purpose");
        }

        @AfterClass(alwaysRun = true)
        public void quit() {
            driver.quit();
        }

        @Test
        public void neverRuns() {}
    }

    /** Tries once more. */
    public static final class Once extends RetryAnalyzerCount {

        public Once() {
            setCount(1);
        }

        @Override
        public boolean retryMethod(ITestResult result) {
            return true;
        }
    }

    /** Fails while it sets up. */
    public static class FailsBeforeMethod {
        private WebDriver driver;

        @BeforeMethod
        public void open() {
            driver = LiveBrowser.showing("FailsBeforeMethod");
            fail("on purpose");
        }

        @AfterMethod(alwaysRun = true)
        public void quit() {
            driver.quit();
        }

        @Test
        public void neverRuns() {}
    }

    /** Gets its browser from a data provider. */
    public static class TakesADriver {

        @DataProvider
        public Object[][] drivers() {
            return new Object[][] {{LiveBrowser.showing("TakesADriver")}};
        }

        @Test(dataProvider = "drivers")
        public void fails(WebDriver driver) {
            fail("on purpose");
        }

        @AfterMethod
        public void quit(Object[] arguments) {
            ((WebDriver) arguments[0]).quit();
        }
    }
}
