package shop;

import java.time.Instant;
import org.mockito.MockedStatic;
import org.mockito.Mockito;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.Test;

/** Mocks beside browsers, and in their place. */
public final class MockingWays {

    private MockingWays() {}

    public static class BesideAMock {
        private final WebDriver mock =
                Mockito.mock(WebDriver.class, Mockito.withSettings().extraInterfaces(TakesScreenshot.class));

        @AfterMethod(alwaysRun = true)
        public void quit() {
            Drivers.quit();
        }

        @Test
        public void fails() {
            mock.get("about:blank");
            Page.failOn(Drivers.open(), "BesideAMock.fails");
        }
    }

    public static class OnlyAMock {
        private final WebDriver mock =
                Mockito.mock(WebDriver.class, Mockito.withSettings().extraInterfaces(TakesScreenshot.class));

        @Test
        public void fails() {
            Mockito.when(mock.getTitle()).thenReturn("Apples");
            throw new AssertionError("read " + mock.getTitle() + " instead of pears");
        }
    }

    public static class WhileTheClockIsMocked {
        private MockedStatic<Instant> clock;

        @AfterMethod(alwaysRun = true)
        public void quit() {
            clock.close();
            Drivers.quit();
        }

        @Test
        public void fails() {
            Page.show(Drivers.open(), "WhileTheClockIsMocked.fails");
            clock = Mockito.mockStatic(Instant.class);
            throw new AssertionError("on purpose");
        }
    }
}
