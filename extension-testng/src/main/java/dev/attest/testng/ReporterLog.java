package dev.attest.testng;

import dev.attest.spi.TestRecorder;
import dev.attest.testng.ThreadState.Attempt;
import java.util.List;
import org.testng.ITestResult;
import org.testng.Reporter;

/** Passes on what tests and listeners say to the {@link Reporter} of TestNG, as output of their tests. */
record ReporterLog(TestRecorder recorder) {

    /** Passes on the new lines of a test: before its tear-down, and again until it has ended. */
    void ofTest(Attempt attempt, ThreadState state) {
        write(attempt.key(), state.unreadLines(Reporter.getOutput(attempt.result())));
    }

    void of(ITestResult fixture, String key) {
        write(key, Reporter.getOutput(fixture));
    }

    private void write(String key, List<String> lines) {
        for (String line : lines) {
            recorder.output(key, line + "\n");
        }
    }
}
