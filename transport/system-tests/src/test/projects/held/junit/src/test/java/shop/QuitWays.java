package shop;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.WebDriver;

/** Browsers that a test or its class quits. */
final class QuitWays {

    private QuitWays() {}

    static class QuitInFinally {
        @Test
        void fails() {
            WebDriver driver = Chromium.openAlone();
            try {
                Page.failOn(driver, "QuitInFinally.fails");
            } finally {
                driver.quit();
            }
        }

        @Test
        void passes() {
            WebDriver driver = Chromium.open();
            try {
                Page.show(driver, "QuitInFinally.passes");
            } finally {
                driver.quit();
            }
        }
    }

    static class QuitByTryWithResources {
        @Test
        void fails() {
            WebDriver driver = Chromium.open();
            try (AutoCloseable quits = driver::quit) {
                Page.failOn(driver, "QuitByTryWithResources.fails");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The browser goes on after a test has failed. */
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class QuitAfterAll {
        private static WebDriver driver;

        @AfterAll
        static void quit() {
            driver.quit();
        }

        @Test
        void aFails() {
            driver = Chromium.open();
            Page.failOn(driver, "QuitAfterAll.aFails");
        }

        @Test
        void bPasses() {
            Page.show(driver, "QuitAfterAll.bPasses");
        }
    }

    static class FailsAfterTheQuit {
        @AfterEach
        void quit() {
            Drivers.quit();
            throw new AssertionError("on purpose");
        }

        @Test
        void runs() {
            Page.show(Drivers.open(), "FailsAfterTheQuit.runs");
        }
    }

    static class ClosesTheLastWindow {
        @Test
        void fails() {
            WebDriver driver = Chromium.openRemote();
            try {
                Page.failOn(driver, "ClosesTheLastWindow.fails");
            } finally {
                driver.close();
            }
        }
    }

    static class OpensTwo {
        private final WebDriver left = Chromium.open();
        private WebDriver right;

        @AfterEach
        void quit() {
            left.quit();
            right.quit();
        }

        @Test
        void fails() {
            right = Chromium.open();
            Page.show(right, "OpensTwo.right");
            Page.failOn(left, "OpensTwo.left");
        }
    }

    static class OpensAnother {
        @AfterEach
        void quit() {
            Drivers.quit();
        }

        @Test
        void fails() {
            Page.show(Drivers.open(), "OpensAnother.first");
            Drivers.quit();
            Page.failOn(Drivers.open(), "OpensAnother.second");
        }
    }

    static class QuitsTwice {
        @AfterEach
        void quit() {
            Shared.driver.quit();
        }

        @Test
        void fails() {
            Shared.driver = Chromium.open();
            try {
                Page.failOn(Shared.driver, "QuitsTwice.fails");
            } finally {
                Shared.driver.quit();
            }
        }
    }
}
