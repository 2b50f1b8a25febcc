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
 * Has pictures taken at the right moment: when a method has run, and before anything is torn down.
 *
 * <p>A test with {@code timeOut} runs on a thread of its own, unless TestNG made the thread that calls it. When it
 * fails that thread has ended, and the browser is back with this one. When its time is up that thread may still be at
 * the browser, which nobody touches then: there are none.
 */
final class Moments {

    private final Supplier<Screenshots> screenshots;

    Moments(Supplier<Screenshots> screenshots) {
        this.screenshots = screenshots;
    }

    /** Reports that a test has run, or a method that sets up or tears down. */
    void invoked(String key, ITestResult result) {
        ITestNGMethod method = result.getMethod();
        if (screenshots.get() == Screenshots.none() || mayStillRun(result) || isSkipped(result)) {
            return;
        }
        if (result.getStatus() != ITestResult.SUCCESS) {
            screenshots.get().failed(key, scene(result));
        } else if (method.isTest()) {
            screenshots.get().ended(key, scene(result));
        }
    }

    /** TestNG 7.5 calls a test that throws this a failed one here, and a skipped one later. */
    private static boolean isSkipped(ITestResult result) {
        return result.getStatus() == ITestResult.SKIP
                || (result.getThrowable() instanceof SkipException thrown && thrown.isSkip());
    }

    private static boolean mayStillRun(ITestResult result) {
        return result.getThrowable() instanceof ThreadTimeoutException && !ranOnThisThread(result);
    }

    /** TestNG makes no thread for a method where it runs methods in parallel, and made one already. */
    private static boolean ranOnThisThread(ITestResult result) {
        return Thread.currentThread().getName().contains("TestNG")
                && result.getTestContext().getCurrentXmlTest().getParallel() != XmlSuite.ParallelMode.TESTS;
    }

    private static TestContext scene(ITestResult result) {
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
