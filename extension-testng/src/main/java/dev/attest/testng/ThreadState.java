package dev.attest.testng;

import dev.attest.spi.TestDescription;
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
     * A test, or a configuration method that failed, whose invocation is not over.
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

        /**
         * Returns whether TestNG made a second result of this attempt, because a listener threw. TestNG makes such a
         * result also when the rows of a data provider end with an exception. It counts the last row already then.
         */
        boolean isReplacedBy(ITestResult next) {
            return next.getStatus() == ITestResult.FAILURE
                    && Identities.areSame(result.getMethod(), next.getMethod())
                    && !TestOutcomes.isKept(result);
        }

        private static int rowOf(ITestResult result) {
            return result instanceof TestResult known ? known.getParameterIndex() : -1;
        }
    }

    private @Nullable String prepared;
    private @Nullable ITestNGMethod preparedFor;
    private boolean preparedForNext;
    private @Nullable Attempt current;
    private boolean ended;
    private @Nullable Attempt retried;
    private int linesRead;

    /** Returns the key of the pending set-up of this thread, or null. */
    synchronized @Nullable String prepared() {
        return prepared;
    }

    /** @param upcoming the test to set up, or null for a fixture of several tests */
    synchronized void prepare(String key, @Nullable ITestNGMethod upcoming) {
        prepared = key;
        preparedFor = upcoming;
        preparedForNext = false;
    }

    /** Prepares whichever test starts next. */
    synchronized void prepareNext(String key) {
        prepare(key, null);
        preparedForNext = true;
    }

    synchronized boolean isPreparedFor(@Nullable ITestNGMethod test) {
        return prepared != null
                && test != null
                && (preparedForNext || (preparedFor != null && Identities.areSame(preparedFor, test)));
    }

    synchronized @Nullable String takePrepared() {
        String taken = prepared;
        prepared = null;
        preparedFor = null;
        preparedForNext = false;
        return taken;
    }

    /** Makes this the test that began last on the thread. */
    synchronized void begin(Attempt test) {
        current = test;
        ended = false;
        linesRead = 0;
    }

    /** Returns the test that began last on this thread, until it is taken; null if there is none. */
    synchronized @Nullable Attempt current() {
        return current;
    }

    /** Notes that TestNG has reported a result. Listeners and the tear-down may still change it. */
    synchronized void ended(Attempt test) {
        if (!test.equals(current)) {
            begin(test);
        }
        ended = true;
    }

    /** Returns the lines of the log of the current test that were not returned before. */
    synchronized List<String> unreadLines(List<String> log) {
        int from = Math.min(linesRead, log.size());
        linesRead = log.size();
        return List.copyOf(log.subList(from, log.size()));
    }

    /** Returns whether no test runs on this thread, and none is set up. */
    synchronized boolean isIdle() {
        return prepared == null && (current == null || ended);
    }

    /** Returns the test whose result TestNG has reported, or null. */
    synchronized @Nullable Attempt ending() {
        return ended ? current : null;
    }

    /** Returns the test whose result TestNG has reported, and forgets it; null if there is none. */
    synchronized @Nullable Attempt takeEnding() {
        Attempt taken = ending();
        if (taken != null) {
            current = null;
            ended = false;
        }
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
