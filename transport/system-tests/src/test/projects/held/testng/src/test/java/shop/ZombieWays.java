package shop;

import org.openqa.selenium.WebDriver;
import org.testng.ISuite;
import org.testng.ISuiteListener;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Listeners;
import org.testng.annotations.Test;

/**
 * Browsers that are open for the rest of the run. These tests run after all others, as classes run in the
 * order of their names.
 */
public final class ZombieWays {

    private ZombieWays() {}

    public static final class OfSuites implements ISuiteListener {
        @Override
        public void onFinish(ISuite suite) {
            QuitByASuiteListener.driver.quit();
        }
    }

    @Listeners(OfSuites.class)
    public static class QuitByASuiteListener {
        private static WebDriver driver;

        @Test
        public void fails() {
            driver = Chromium.open();
            Page.failOn(driver, "QuitByASuiteListener.fails");
        }
    }

    /** Nothing quits it where the test fails. */
    public static class InALocalVariable {
        @Test
        public void fails() {
            WebDriver driver = Chromium.open();
            Page.failOn(driver, "InALocalVariable.fails");
            driver.quit();
        }
    }

    /** One test leaves its browser open for the rest of the run. */
    public static class LeavesItOpen {
        @Test(priority = 1)
        public void aFails() {
            Shared.driver = Chromium.open();
            Page.failOn(Shared.driver, "LeavesItOpen.aFails");
        }

        @Test(priority = 2)
        public void bFailsBesideIt() {
            WebDriver driver = Chromium.open();
            try {
                Page.failOn(driver, "LeavesItOpen.bFailsBesideIt");
            } finally {
                driver.quit();
            }
        }

        @Test(priority = 3)
        public void cFailsWithoutAny() {
            throw new AssertionError("on purpose");
        }
    }

    public static class OpensAnotherBeforeClass {
        @BeforeClass
        public void open() {
            Page.failOn(Drivers.open(), "OpensAnotherBeforeClass.open");
        }

        @AfterClass(alwaysRun = true)
        public void quit() {
            Drivers.quit();
        }

        @Test
        public void neverRuns() {}
    }
}
