package shop;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.ExternalResource;
import org.junit.rules.TestWatcher;
import org.junit.runner.Description;
import org.openqa.selenium.WebDriver;

/** Browsers of tests of JUnit 4. */
public final class VintageWays {

    private VintageWays() {}

    public static class QuitInAfter {
        private WebDriver driver;

        @Before
        public void open() {
            driver = Chromium.open();
        }

        @After
        public void quit() {
            driver.quit();
        }

        @Test
        public void fails() {
            Page.failOn(driver, "QuitInAfter.fails");
        }

        @Test
        public void passes() {
            Page.show(driver, "QuitInAfter.passes");
        }
    }

    public static class QuitByARule {
        @Rule
        public final TestWatcher quits = new TestWatcher() {
            @Override
            protected void failed(Throwable failure, Description test) {
                Drivers.quit();
            }
        };

        @Test
        public void fails() {
            Page.failOn(Drivers.open(), "QuitByARule.fails");
        }
    }

    public static class QuitByAResource {
        @Rule
        public final ExternalResource browser = new ExternalResource() {
            @Override
            protected void before() {
                Drivers.open();
            }

            @Override
            protected void after() {
                Drivers.quit();
            }
        };

        @Test
        public void fails() {
            Page.failOn(Drivers.current(), "QuitByAResource.fails");
        }
    }

    public static class QuitAfterTheClass {
        @org.junit.AfterClass
        public static void quit() {
            Shared.driver.quit();
        }

        @Test
        public void fails() {
            Shared.driver = Chromium.open();
            Page.failOn(Shared.driver, "QuitAfterTheClass.fails");
        }
    }
}
