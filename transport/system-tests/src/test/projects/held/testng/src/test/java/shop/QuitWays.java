package shop;

import org.openqa.selenium.WebDriver;
import org.testng.annotations.AfterClass;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.Test;

/** Browsers that a test or its class quits. */
public final class QuitWays {

    private QuitWays() {}

    public static class QuitInFinally {
        @Test
        public void fails() {
            WebDriver driver = Chromium.openAlone();
            try {
                Page.failOn(driver, "QuitInFinally.fails");
            } finally {
                driver.quit();
            }
        }

        @Test
        public void passes() {
            WebDriver driver = Chromium.open();
            try {
                Page.show(driver, "QuitInFinally.passes");
            } finally {
                driver.quit();
            }
        }
    }

    public static class QuitByTryWithResources {
        @Test
        public void fails() {
            WebDriver driver = Chromium.open();
            try (AutoCloseable quits = driver::quit) {
                Page.failOn(driver, "QuitByTryWithResources.fails");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The browser goes on after a test has failed. */
    public static class QuitAfterClass {
        private static WebDriver driver;

        @AfterClass(alwaysRun = true)
        public void quit() {
            driver.quit();
        }

        @Test
        public void aFails() {
            driver = Chromium.open();
            Page.failOn(driver, "QuitAfterClass.aFails");
        }

        @Test
        public void bPasses() {
            Page.show(driver, "QuitAfterClass.bPasses");
        }
    }

    public static class FailsAfterTheQuit {
        @AfterMethod(alwaysRun = true)
        public void quit() {
            Drivers.quit();
            throw new AssertionError("on purpose");
        }

        @Test
        public void runs() {
            Page.show(Drivers.open(), "FailsAfterTheQuit.runs");
        }
    }

    public static class ClosesTheLastWindow {
        @Test
        public void fails() {
            WebDriver driver = Chromium.openRemote();
            try {
                Page.failOn(driver, "ClosesTheLastWindow.fails");
            } finally {
                driver.close();
            }
        }
    }

    public static class OpensTwo {
        private WebDriver left;
        private WebDriver right;

        @AfterMethod(alwaysRun = true)
        public void quit() {
            left.quit();
            right.quit();
        }

        @Test
        public void fails() {
            left = Chromium.open();
            right = Chromium.open();
            Page.show(right, "OpensTwo.right");
            Page.failOn(left, "OpensTwo.left");
        }
    }

    public static class OpensAnother {
        @AfterMethod(alwaysRun = true)
        public void quit() {
            Drivers.quit();
        }

        @Test
        public void fails() {
            Page.show(Drivers.open(), "OpensAnother.first");
            Drivers.quit();
            Page.failOn(Drivers.open(), "OpensAnother.second");
        }
    }

    public static class QuitsTwice {
        @AfterMethod(alwaysRun = true)
        public void quit() {
            Shared.driver.quit();
        }

        @Test
        public void fails() {
            Shared.driver = Chromium.open();
            try {
                Page.failOn(Shared.driver, "QuitsTwice.fails");
            } finally {
                Shared.driver.quit();
            }
        }
    }
}
