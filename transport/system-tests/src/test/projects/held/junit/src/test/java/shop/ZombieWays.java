package shop;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.WebDriver;

/**
 * Browsers that are open for the rest of the run. These tests run after all others, as classes run in the
 * order of their names.
 */
final class ZombieWays {

    private ZombieWays() {}

    /** Nothing quits it where the test fails. */
    static class InALocalVariable {
        @Test
        void fails() {
            WebDriver driver = Chromium.open();
            Page.failOn(driver, "InALocalVariable.fails");
            driver.quit();
        }
    }

    /** One test leaves its browser open for the rest of the run. */
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class LeavesItOpen {
        @Test
        void aFails() {
            Shared.driver = Chromium.open();
            Page.failOn(Shared.driver, "LeavesItOpen.aFails");
        }

        @Test
        void bFailsBesideIt() {
            WebDriver driver = Chromium.open();
            try {
                Page.failOn(driver, "LeavesItOpen.bFailsBesideIt");
            } finally {
                driver.quit();
            }
        }

        @Test
        void cFailsWithoutAny() {
            throw new AssertionError("on purpose");
        }
    }

    static class OpensAnotherBeforeAll {
        @BeforeAll
        static void open() {
            Page.failOn(Drivers.open(), "OpensAnotherBeforeAll.@BeforeAll");
        }

        @AfterAll
        static void quit() {
            Drivers.quit();
        }

        @Test
        void neverRuns() {}
    }
}
