package shop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ThreadGuard;
import org.openqa.selenium.support.events.EventFiringDecorator;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** Browsers within something else that a field of a test holds. */
public final class WrappedWays {

    private WrappedWays() {}

    public static class InAMap {
        private Map<String, WebDriver> drivers;

        @BeforeMethod
        public void open() {
            drivers = Map.of("chrome", Chromium.open());
        }

        @AfterMethod(alwaysRun = true)
        public void quit() {
            drivers.get("chrome").quit();
        }

        @Test
        public void fails() {
            Page.failOn(drivers.get("chrome"), "InAMap.fails");
        }
    }

    public static class InAList {
        private List<WebDriver> drivers;

        @BeforeMethod
        public void open() {
            drivers = List.of(Chromium.open());
        }

        @AfterMethod(alwaysRun = true)
        public void quit() {
            drivers.get(0).quit();
        }

        @Test
        public void fails() {
            Page.failOn(drivers.get(0), "InAList.fails");
        }
    }

    public static class InAnOptional {
        private Optional<WebDriver> driver;

        @BeforeMethod
        public void open() {
            driver = Optional.of(Chromium.open());
        }

        @AfterMethod(alwaysRun = true)
        public void quit() {
            driver.orElseThrow().quit();
        }

        @Test
        public void fails() {
            Page.failOn(driver.orElseThrow(), "InAnOptional.fails");
        }
    }

    public static class InAnAtomicReference {
        private AtomicReference<WebDriver> driver;

        @BeforeMethod
        public void open() {
            driver = new AtomicReference<>(Chromium.open());
        }

        @AfterMethod(alwaysRun = true)
        public void quit() {
            driver.get().quit();
        }

        @Test
        public void fails() {
            Page.failOn(driver.get(), "InAnAtomicReference.fails");
        }
    }

    public static class InASupplier {
        private Supplier<WebDriver> driver;

        @BeforeMethod
        public void open() {
            driver = new Opened(Chromium.open());
        }

        @AfterMethod(alwaysRun = true)
        public void quit() {
            driver.get().quit();
        }

        @Test
        public void fails() {
            Page.failOn(driver.get(), "InASupplier.fails");
        }
    }

    private record Opened(WebDriver driver) implements Supplier<WebDriver> {
        @Override
        public WebDriver get() {
            return driver;
        }
    }

    public static class InAThreadGuard {
        private WebDriver driver;

        @BeforeMethod
        public void open() {
            driver = ThreadGuard.protect(Chromium.open());
        }

        @AfterMethod(alwaysRun = true)
        public void quit() {
            driver.quit();
        }

        @Test
        public void fails() {
            Page.failOn(driver, "InAThreadGuard.fails");
        }
    }

    public static class InADecorator {
        private WebDriver driver;

        @BeforeMethod
        public void open() {
            driver = new EventFiringDecorator<WebDriver>().decorate(Chromium.open());
        }

        @AfterMethod(alwaysRun = true)
        public void quit() {
            driver.quit();
        }

        @Test
        public void fails() {
            Page.failOn(driver, "InADecorator.fails");
        }
    }
}
