package shop;

import org.openqa.selenium.WebDriver;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** Browsers that no field of a test leads to. */
public final class HolderWays {

    private HolderWays() {}

    public static class HeldForEachThread {
        @BeforeMethod
        public void open() {
            Drivers.open();
        }

        @AfterMethod(alwaysRun = true)
        public void quit() {
            Drivers.quit();
        }

        @Test
        public void fails() {
            Page.failOn(Drivers.current(), "HeldForEachThread.fails");
        }

        @Test
        public void passes() {
            Page.show(Drivers.current(), "HeldForEachThread.passes");
        }
    }

    public static class HeldByAnInitialValue {
        @AfterMethod(alwaysRun = true)
        public void quit() {
            Initial.DRIVER.get().quit();
            Initial.DRIVER.remove();
        }

        @Test
        public void fails() {
            Page.failOn(Initial.DRIVER.get(), "HeldByAnInitialValue.fails");
        }
    }

    public static class HeldByASingleton {
        @AfterMethod(alwaysRun = true)
        public void quit() {
            Singleton.quit();
        }

        @Test
        public void fails() {
            Page.failOn(Singleton.instance().driver(), "HeldByASingleton.fails");
        }
    }

    public static class BuiltByABuilder {
        @Test
        public void fails() {
            WebDriver driver = RemoteWebDriver.builder()
                    .address(Chromium.remoteEnd())
                    .oneOf(Chromium.options())
                    .build();
            try {
                Page.failOn(driver, "BuiltByABuilder.fails");
            } finally {
                driver.quit();
            }
        }
    }

    public static class DrivenByAnotherThread {
        @AfterMethod(alwaysRun = true)
        public void quit() {
            Shared.driver.quit();
        }

        @Test
        public void fails() throws InterruptedException {
            Thread other = new Thread(() -> {
                Shared.driver = Chromium.open();
                Page.show(Shared.driver, "DrivenByAnotherThread.fails");
            });
            other.start();
            other.join();
            throw new AssertionError("on purpose");
        }
    }

    public static class FailsBeforeMethod {
        @BeforeMethod
        public void open() {
            Page.failOn(Drivers.open(), "FailsBeforeMethod.neverRuns");
        }

        @AfterMethod(alwaysRun = true)
        public void quit() {
            Drivers.quit();
        }

        @Test
        public void neverRuns() {}
    }

    public static class FailsAfterMethod {
        @AfterMethod(alwaysRun = true)
        public void fail() {
            try {
                Page.failOn(Drivers.current(), "FailsAfterMethod.runs");
            } finally {
                Drivers.quit();
            }
        }

        @Test
        public void runs() {
            Page.show(Drivers.open(), "FailsAfterMethod.before");
        }
    }
}
