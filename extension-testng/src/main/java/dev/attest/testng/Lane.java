package dev.attest.testng;

import dev.attest.spi.TestDescription;
import dev.attest.testng.Verdicts.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testng.ITestNGMethod;
import org.testng.ITestResult;
import org.testng.internal.TestResult;

/**
 * What one thread is at. Only that thread writes here, but for the ends of a context and of an execution, which may
 * come while it still runs.
 */
final class Lane {

    /**
     * A test that runs.
     *
     * @param key by which the recorder knows it
     * @param result by which TestNG knows it
     */
    record Attempt(String key, TestDescription test, ITestResult result) {

        /** Returns whether a test that starts next on this thread is the one that TestNG tries again. */
        boolean precedes(ITestResult next) {
            return Identities.areSame(result.getMethod(), next.getMethod())
                    && (rowOf(next) < 0 || rowOf(next) == rowOf(result));
        }

        private static int rowOf(ITestResult result) {
            return result instanceof TestResult known ? known.getParameterIndex() : -1;
        }
    }

    /** A test that has run, while its tear-down goes on. */
    record Ending(Attempt attempt, Verdict verdict) {}

    private @Nullable String prepared;
    private @Nullable ITestNGMethod preparedFor;
    private @Nullable Ending ending;
    private @Nullable Attempt retried;
    private int tearDowns;
    private int linesRead;

    /** Returns the key of what is prepared on this thread, or null. */
    synchronized @Nullable String prepared() {
        return prepared;
    }

    /** @param upcoming the test that it is prepared for, or null for a fixture of many */
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

    /** @param after how many methods may tear it down */
    synchronized void ending(Ending test, int after) {
        ending = test;
        tearDowns = after;
        linesRead = 0;
    }

    /** Returns those lines of the log of the test that ends which were not returned before. */
    synchronized List<String> unread(List<String> log) {
        int from = Math.min(linesRead, log.size());
        linesRead = log.size();
        return List.copyOf(log.subList(from, log.size()));
    }

    synchronized @Nullable Ending ending() {
        return ending;
    }

    /** Counts a method that tore down; returns whether it was the last. */
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
