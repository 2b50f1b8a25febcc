package shop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebDriver;

/** Browsers that several tests have, and tests of which one method makes several. */
final class SharedWays {

    private SharedWays() {}

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class SharedByAHolder {
        @BeforeAll
        static void open() {
            Shared.driver = Chromium.open();
        }

        @AfterAll
        static void quit() {
            Shared.driver.quit();
        }

        @Test
        void aFails() {
            Page.failOn(Shared.driver, "SharedByAHolder.aFails");
        }

        @Test
        void bFailsWithoutIt() {
            throw new AssertionError("on purpose");
        }

        @Test
        void cPasses() {
            Page.show(Shared.driver, "SharedByAHolder.cPasses");
        }

        @Test
        void dFailsAgain() {
            Page.failOn(Shared.driver, "SharedByAHolder.dFailsAgain");
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class SharedByAField {
        private static WebDriver driver;

        @BeforeAll
        static void open() {
            driver = Chromium.open();
        }

        @AfterAll
        static void quit() {
            driver.quit();
        }

        @Test
        void aFails() {
            Page.failOn(driver, "SharedByAField.aFails");
        }

        @Test
        void bFailsWithoutIt() {
            throw new AssertionError("on purpose");
        }
    }

    /** No test has driven it: it is the browser that was opened for the test. */
    static class SharedAndUntouched {
        @BeforeAll
        static void open() {
            Shared.driver = Chromium.open();
            Page.show(Shared.driver, "SharedAndUntouched.fails");
        }

        @AfterAll
        static void quit() {
            Shared.driver.quit();
        }

        @Test
        void fails() {
            throw new AssertionError("on purpose");
        }
    }

    static class FailsBeforeAll {
        @BeforeAll
        static void open() {
            Page.failOn(Drivers.open(), "FailsBeforeAll.@BeforeAll");
        }

        @AfterAll
        static void quit() {
            Drivers.quit();
        }

        @Test
        void neverRuns() {}
    }

    abstract static class WithABrowserEach {
        @BeforeEach
        void open() {
            Shared.driver = Chromium.open();
        }

        @AfterEach
        void quit() {
            Shared.driver.quit();
        }
    }

    static class Repeated extends WithABrowserEach {
        @RepeatedTest(2)
        void fails(RepetitionInfo repetition) {
            Page.failOn(Shared.driver, "Repeated.fails-" + repetition.getCurrentRepetition());
        }
    }

    static class Rows extends WithABrowserEach {
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void firstFails(int row) {
            Page.show(Shared.driver, "Rows.firstFails-" + row);
            if (row == 1) {
                throw new AssertionError("on purpose");
            }
        }
    }

    static class Dynamic extends WithABrowserEach {
        @TestFactory
        Stream<DynamicTest> tests() {
            return Stream.of(
                    DynamicTest.dynamicTest("fails", () -> Page.failOn(Shared.driver, "Dynamic.fails")),
                    DynamicTest.dynamicTest("passes", () -> Page.show(Shared.driver, "Dynamic.passes")),
                    DynamicTest.dynamicTest("failsToo", () -> Page.failOn(Shared.driver, "Dynamic.failsToo")));
        }
    }

    static class TakesTooLong extends WithABrowserEach {
        @Test
        @Timeout(value = 2, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void fails() throws InterruptedException {
            Page.show(Shared.driver, "TakesTooLong.fails");
            new CountDownLatch(1).await();
        }
    }
}
