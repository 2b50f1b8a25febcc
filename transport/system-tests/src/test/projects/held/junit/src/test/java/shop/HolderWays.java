package shop;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Browsers that no field of a test leads to. */
final class HolderWays {

    private HolderWays() {}

    static class HeldForEachThread {
        @BeforeEach
        void open() {
            Drivers.open();
        }

        @AfterEach
        void quit() {
            Drivers.quit();
        }

        @Test
        void fails() {
            Page.failOn(Drivers.current(), "HeldForEachThread.fails");
        }

        @Test
        void passes() {
            Page.show(Drivers.current(), "HeldForEachThread.passes");
        }
    }

    static class HeldByAnInitialValue {
        @AfterEach
        void quit() {
            Initial.DRIVER.get().quit();
            Initial.DRIVER.remove();
        }

        @Test
        void fails() {
            Page.failOn(Initial.DRIVER.get(), "HeldByAnInitialValue.fails");
        }
    }

    static class HeldByASingleton {
        @AfterEach
        void quit() {
            Singleton.quit();
        }

        @Test
        void fails() {
            Page.failOn(Singleton.instance().driver(), "HeldByASingleton.fails");
        }
    }

    static class BuiltByABuilder {
        @Test
        void fails() {
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

    static class DrivenByAnotherThread {
        @AfterEach
        void quit() {
            Shared.driver.quit();
        }

        @Test
        void fails() throws InterruptedException {
            Thread other = new Thread(() -> {
                Shared.driver = Chromium.open();
                Page.show(Shared.driver, "DrivenByAnotherThread.fails");
            });
            other.start();
            other.join();
            throw new AssertionError("on purpose");
        }
    }

    static class FailsBeforeEach {
        @BeforeEach
        void open() {
            Page.failOn(Drivers.open(), "FailsBeforeEach.neverRuns");
        }

        @AfterEach
        void quit() {
            Drivers.quit();
        }

        @Test
        void neverRuns() {}
    }

    static class FailsAfterEach {
        @AfterEach
        void fail() {
            try {
                Page.failOn(Drivers.current(), "FailsAfterEach.runs");
            } finally {
                Drivers.quit();
            }
        }

        @Test
        void runs() {
            Page.show(Drivers.open(), "FailsAfterEach.before");
        }
    }
}
