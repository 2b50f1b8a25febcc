package dev.attest.testng;

import dev.attest.Scene;
import dev.attest.Screenshots;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.Supplier;
import org.testng.ITestNGMethod;
import org.testng.ITestResult;
import org.testng.SkipException;

/**
 * Has pictures taken at the right moment: when a method has run, and before anything is torn down.
 *
 * <p>A test with {@code timeOut} runs on a thread of its own, unless TestNG made the thread that calls it: of such a test
 * there are none, for no browser is touched from another thread than its test's.
 */
final class Moments {

    private final Supplier<Screenshots> screenshots;

    Moments(Supplier<Screenshots> screenshots) {
        this.screenshots = screenshots;
    }

    /** Reports that a test has run, or a method that sets up or tears down. */
    void invoked(String key, ITestResult result) {
        ITestNGMethod method = result.getMethod();
        if (screenshots.get() == Screenshots.none() || ranElsewhere(method) || isSkipped(result)) {
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

    private static boolean ranElsewhere(ITestNGMethod method) {
        return method.getTimeOut() > 0 && !Thread.currentThread().getName().contains("TestNG");
    }

    private static Scene scene(ITestResult result) {
        Method method = result.getMethod().getConstructorOrMethod().getMethod();
        Object[] parameters = result.getParameters();
        return new Scene(
                result.getTestClass().getRealClass(),
                method,
                Collections.singletonList(result.getInstance()),
                parameters == null ? Collections.emptyList() : Arrays.asList(parameters));
    }
}
