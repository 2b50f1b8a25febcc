package dev.attest.internal.runtime;

import dev.attest.ReportingCopy;
import dev.attest.spi.Screenshots;
import dev.attest.spi.TestContext;
import dev.attest.spi.TestRecorder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what an extension of a framework adds to the tests that a copy of Attest in another class loader reports.
 * Events of tests are not passed on: the adapter there receives them from the framework.
 */
final class ReportingElsewhere implements Screenshots {

    private static final TestRecorder RECORDER = (TestRecorder) Proxy.newProxyInstance(
            TestRecorder.class.getClassLoader(),
            new Class<?>[] {TestRecorder.class},
            (proxy, method, arguments) -> record(method, arguments));

    private static final Screenshots SCREENSHOTS = new ReportingElsewhere();

    private ReportingElsewhere() {}

    static TestRecorder recorder() {
        return RECORDER;
    }

    static Screenshots screenshots() {
        return Boolean.TRUE.equals(ReportingCopy.call("takesScreenshots")) ? SCREENSHOTS : Screenshots.none();
    }

    @Override
    public void failed(String key, TestContext test) {
        take("failed", key, test);
    }

    @Override
    public void ended(String key, TestContext test) {
        take("ended", key, test);
    }

    @Override
    public void watch(Object driver) {
        ReportingCopy.call("watch", driver);
    }

    private static void take(String operation, String key, TestContext test) {
        ReportingCopy.call(
                operation, key, test.testClass(), test.method(), test.instances(), test.arguments(), test.failure());
    }

    private static @Nullable Object record(Method method, @Nullable Object @Nullable [] arguments)
            throws IllegalAccessException, InvocationTargetException {
        if (arguments != null && method.getName().equals("comment")) {
            return ReportingCopy.call("commentOn", arguments);
        }
        if (arguments != null && method.getName().equals("preparing")) {
            return ReportingCopy.call("preparing", arguments);
        }
        if (arguments != null && method.getName().equals("isRunning")) {
            return Boolean.TRUE.equals(ReportingCopy.call("isRunning", arguments));
        }
        return method.invoke(TestRecorder.disabled(), arguments);
    }
}
