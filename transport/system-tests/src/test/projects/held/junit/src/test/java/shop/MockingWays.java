package shop;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.MockedStatic;
import org.mockito.Mockito;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;

/** Mocks beside browsers, and in their place. */
final class MockingWays {

    private MockingWays() {}

    static class BesideAMock {
        private final WebDriver mock =
                Mockito.mock(WebDriver.class, Mockito.withSettings().extraInterfaces(TakesScreenshot.class));

        @AfterEach
        void quit() {
            Drivers.quit();
        }

        @Test
        void fails() {
            mock.get("about:blank");
            Page.failOn(Drivers.open(), "BesideAMock.fails");
        }
    }

    static class OnlyAMock {
        private final WebDriver mock =
                Mockito.mock(WebDriver.class, Mockito.withSettings().extraInterfaces(TakesScreenshot.class));

        @Test
        void fails() {
            Mockito.when(mock.getTitle()).thenReturn("Apples");
            throw new AssertionError("read " + mock.getTitle() + " instead of pears");
        }
    }

    static class WhileTheClockIsMocked {
        private MockedStatic<Instant> clock;

        @AfterEach
        void quit() {
            clock.close();
            Drivers.quit();
        }

        @Test
        void fails() {
            Page.show(Drivers.open(), "WhileTheClockIsMocked.fails");
            clock = Mockito.mockStatic(Instant.class);
            throw new AssertionError("on purpose");
        }
    }
}
