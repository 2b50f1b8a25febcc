package dev.attest.testng;

import dev.attest.spi.TestDescription;
import dev.attest.testng.TestOutcomes.TestOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testng.ITestNGMethod;
import org.testng.ITestResult;
import org.testng.internal.TestResult;

/**
 * The state of one test thread. Only that thread writes it, except at the end of a context or an execution, which may
 * come while the thread still runs.
 */
final class ThreadState {

    /**
     * A running test.
     *
     * @param key key in the recorder
     * @param result result in TestNG
     */
    record Attempt(String key, TestDescription test, ITestResult result) {

        /** Returns whether the next test on this thread is a retry of this attempt. */
        boolean isRetriedBy(ITestResult next) {
            return Identities.areSame(result.getMethod(), next.getMethod())
                    && (rowOf(next) < 0 || rowOf(next) == rowOf(result));
        }

        private static int rowOf(ITestResult result) {
            return result instanceof TestResult known ? known.getParameterIndex() : -1;
        }
    }

    /** A test that has ended, while its tear-down runs. */
    record Ending(Attempt attempt, TestOutcome outcome) {}

    private @Nullable String prepared;
    private @Nullable ITestNGMethod preparedFor;
    private @Nullable Ending ending;
    private @Nullable Attempt retried;
    private int tearDowns;
    private int linesRead;

    /** Returns the key of the pending set-up of this thread, or null. */
    synchronized @Nullable String prepared() {
        return prepared;
    }

    /** @param upcoming the test to set up, or null for a fixture of several tests */
    synchronized void prepare(String key, @Nullable ITestNGMethod upcoming) {
        prepared = key;
        preparedFor = upcoming;
    }

    synchronized boolean isPreparedFor(@Nullable ITestNGMethod test) {
        return prepared != null && preparedFor != null && test != null && Identities.areSame(preparedFor, test);
    }

    synchronized @Nullable String takePrepared() {
        String taken = prepared;
        prepared = null;
        preparedFor = null;
        return taken;
    }

    /** @param after number of methods that may tear it down */
    synchronized void ending(Ending test, int after) {
        ending = test;
        tearDowns = after;
        linesRead = 0;
    }

    /** Returns the lines of the log of the ending test that were not returned before. */
    synchronized List<String> unreadLines(List<String> log) {
        int from = Math.min(linesRead, log.size());
        linesRead = log.size();
        return List.copyOf(log.subList(from, log.size()));
    }

    synchronized @Nullable Ending ending() {
        return ending;
    }

    /** Counts a tear-down method; returns whether it was the last. */
    synchronized boolean isTornDown() {
        return --tearDowns <= 0;
    }

    synchronized @Nullable Ending takeEnding() {
        Ending taken = ending;
        ending = null;
        return taken;
    }

    synchronized boolean isRetrying() {
        return retried != null;
    }

    synchronized void retry(Attempt failed) {
        retried = failed;
    }

    synchronized @Nullable Attempt takeRetried() {
        Attempt taken = retried;
        retried = null;
        return taken;
    }
}
