package shop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ThreadGuard;
import org.openqa.selenium.support.events.EventFiringDecorator;

/** Browsers within something else that a field of a test holds. */
final class WrappedWays {

    private WrappedWays() {}

    static class InAMap {
        private final Map<String, WebDriver> drivers = Map.of("chrome", Chromium.open());

        @AfterEach
        void quit() {
            drivers.get("chrome").quit();
        }

        @Test
        void fails() {
            Page.failOn(drivers.get("chrome"), "InAMap.fails");
        }
    }

    static class InAList {
        private final List<WebDriver> drivers = List.of(Chromium.open());

        @AfterEach
        void quit() {
            drivers.get(0).quit();
        }

        @Test
        void fails() {
            Page.failOn(drivers.get(0), "InAList.fails");
        }
    }

    static class InAnOptional {
        private final Optional<WebDriver> driver = Optional.of(Chromium.open());

        @AfterEach
        void quit() {
            driver.orElseThrow().quit();
        }

        @Test
        void fails() {
            Page.failOn(driver.orElseThrow(), "InAnOptional.fails");
        }
    }

    static class InAnAtomicReference {
        private final AtomicReference<WebDriver> driver = new AtomicReference<>(Chromium.open());

        @AfterEach
        void quit() {
            driver.get().quit();
        }

        @Test
        void fails() {
            Page.failOn(driver.get(), "InAnAtomicReference.fails");
        }
    }

    static class InASupplier {
        private final Supplier<WebDriver> driver = new Opened(Chromium.open());

        @AfterEach
        void quit() {
            driver.get().quit();
        }

        @Test
        void fails() {
            Page.failOn(driver.get(), "InASupplier.fails");
        }
    }

    private record Opened(WebDriver driver) implements Supplier<WebDriver> {
        @Override
        public WebDriver get() {
            return driver;
        }
    }

    static class InAThreadGuard {
        private final WebDriver driver = ThreadGuard.protect(Chromium.open());

        @AfterEach
        void quit() {
            driver.quit();
        }

        @Test
        void fails() {
            Page.failOn(driver, "InAThreadGuard.fails");
        }
    }

    static class InADecorator {
        private final WebDriver driver = new EventFiringDecorator<WebDriver>().decorate(Chromium.open());

        @AfterEach
        void quit() {
            driver.quit();
        }

        @Test
        void fails() {
            Page.failOn(driver, "InADecorator.fails");
        }
    }
}
