package dev.attest.testng;

import dev.attest.spi.Screenshots;
import dev.attest.spi.TestContext;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.Supplier;
import org.testng.ITestNGMethod;
import org.testng.ITestResult;
import org.testng.SkipException;
import org.testng.internal.thread.ThreadTimeoutException;
import org.testng.xml.XmlSuite;

/**
 * Takes screenshots when a method has run, before the tear-down.
 *
 * <p>A test with {@code timeOut} runs on its own thread, unless TestNG created the calling thread. If such a test
 * fails, its thread has ended and the calling thread may use the browser. If it times out, its thread may still use the
 * browser, so there are no screenshots.
 */
final class ScreenshotTrigger {

    private final Supplier<Screenshots> screenshots;

    ScreenshotTrigger(Supplier<Screenshots> screenshots) {
        this.screenshots = screenshots;
    }

    void invoked(String key, ITestResult result) {
        ITestNGMethod method = result.getMethod();
        if (screenshots.get() == Screenshots.none() || mayStillRun(result) || isSkipped(result)) {
            return;
        }
        if (result.getStatus() != ITestResult.SUCCESS) {
            screenshots.get().failed(key, testContext(result));
        } else if (method.isTest()) {
            screenshots.get().ended(key, testContext(result));
        }
    }

    /**
     * Returns whether the method was skipped. TestNG 7.5 reports a {@code SkipException} as a failure here, and later
     * as a skip.
     */
    private static boolean isSkipped(ITestResult result) {
        return result.getStatus() == ITestResult.SKIP
                || (result.getThrowable() instanceof SkipException thrown && thrown.isSkip());
    }

    private static boolean mayStillRun(ITestResult result) {
        return result.getThrowable() instanceof ThreadTimeoutException && !ranOnThisThread(result);
    }

    /**
     * Returns whether the method ran on this thread. TestNG creates no further thread if it already runs methods in
     * parallel.
     */
    private static boolean ranOnThisThread(ITestResult result) {
        return Thread.currentThread().getName().contains("TestNG")
                && result.getTestContext().getCurrentXmlTest().getParallel() != XmlSuite.ParallelMode.TESTS;
    }

    private static TestContext testContext(ITestResult result) {
        Method method = result.getMethod().getConstructorOrMethod().getMethod();
        Object[] parameters = result.getParameters();
        return new TestContext(
                result.getTestClass().getRealClass(),
                method,
                Collections.singletonList(result.getInstance()),
                parameters == null ? Collections.emptyList() : Arrays.asList(parameters),
                result.getThrowable());
    }
}
