package dev.attest.testng;

import dev.attest.testkit.RecordingReporting;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.testng.SkipException;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Fixtures of which pictures are taken. */
final class PictureFixtures {

    private PictureFixtures() {}

    /** Returns when that would be, in alphabetical order. */
    static String pictures() {
        Launch launch = Launch.of(Window.class, Shutter.class);
        launch.listening(new AttestListener(
                        new RecordingReporting(launch.recorder(), new RecordingScreenshots(launch.recorder()))))
                .run();
        return launch.recorder()
                .sortedLedger()
                .lines()
                .filter(line -> line.startsWith("picture "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    public static class Window {
        @Test
        public void passes() {}

        @Test
        public void fails() {
            throw new AssertionError("on purpose");
        }

        @Test
        public void skips() {
            throw new SkipException("on purpose");
        }

        @Test(expectedExceptions = IllegalStateException.class)
        public void throwsAsExpected() {
            throw new IllegalStateException("on purpose");
        }

        @Test(timeOut = 60_000)
        public void runsElsewhere() {
            throw new AssertionError("on purpose");
        }

        @Test(timeOut = 200)
        public void takesTooLong() throws InterruptedException {
            new CountDownLatch(1).await();
        }

        @DataProvider
        public Object[][] rows() {
            return new Object[][] {{1}, {2}};
        }

        @Test(dataProvider = "rows")
        public void takes(int row) {
            if (row == 2) {
                throw new AssertionError("on purpose");
            }
        }

        @AfterMethod
        public void close() {}
    }

    public static class Shutter {
        @BeforeMethod
        public void open() {
            throw new AssertionError("on purpose");
        }

        @Test
        public void neverRuns() {}
    }
}
