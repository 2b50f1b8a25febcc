package dev.attest.internal.runtime;

import dev.attest.internal.browser.BrowserScreenshots;
import dev.attest.internal.recorder.TestObserver;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestCode;

/** Tells the screenshots of running tests what becomes of them. */
record ScreenshotsAtEnd(BrowserScreenshots screenshots) implements TestObserver {

    @Override
    public void stopped(String key, TestCode code, Outcome outcome) {
        screenshots.stopped(key, code, outcome);
    }

    @Override
    public void ending(String key, TestCode code, Outcome outcome) {
        screenshots.ending(key, code, outcome);
    }

    @Override
    public void abandoned(String key) {
        screenshots.abandoned(key);
    }

    @Override
    public void attached(String key, String fileName) {
        screenshots.attached(key, fileName);
    }
}
