package dev.attest.testng;

import dev.attest.spi.ReportName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.ITestNGMethod;
import org.testng.ITestResult;
import org.testng.internal.annotations.DisabledRetryAnalyzer;

/**
 * What Surefire's XML report calls the tests of one execution. Its own provider for TestNG names a test by its values,
 * {@code adds[1, 2](1)}; the JUnit Platform's engine for TestNG, which Surefire takes from 3.6 on, by types and an
 * index, {@code adds(int, int)[0]}. A test that is tried again keeps the name of its first attempt, which is what it is
 * called where it does not fail. Thread-safe.
 */
final class ReportNames {

    /** Who runs TestNG, as far as that matters to names. */
    enum Runner {
        SUREFIRE_PROVIDER,
        PLATFORM_ENGINE,
        OTHER;

        static Runner ofThisJvm() {
            if (isThere("org.apache.maven.surefire.testng.TestNGProvider")) {
                return SUREFIRE_PROVIDER;
            }
            return isThere("org.junit.support.testng.engine.TestNGTestEngine") ? PLATFORM_ENGINE : OTHER;
        }

        private static boolean isThere(String className) {
            try {
                Class.forName(className, false, Thread.currentThread().getContextClassLoader());
                return true;
            } catch (ClassNotFoundException | LinkageError e) {
                return false;
            }
        }
    }

    private static final int LONGEST_NAME = 1000;

    private final Runner runner;
    private final Map<String, Integer> invocations = new ConcurrentHashMap<>();

    ReportNames(Runner runner) {
        this.runner = runner;
    }

    /**
     * Returns the name of a test that starts.
     *
     * @param instance which of several instances of the class it runs on, from 1, or 0 where there is one
     */
    ReportName of(ITestResult starting, int instance, boolean rows) {
        ITestNGMethod method = starting.getMethod();
        return switch (runner) {
            // The count is what it will be when Surefire reads it, at the end.
            case SUREFIRE_PROVIDER -> byValues(starting, method.getCurrentInvocationCount() + 1);
            case PLATFORM_ENGINE -> byIndex(starting, instance, rows);
            case OTHER -> plain(method);
        };
    }

    /** Counts another attempt, which has a name of its own in the report. */
    void attempt(ITestResult starting, int instance) {
        next(starting.getMethod(), instance);
    }

    ReportName ofFixture(ITestResult fixture) {
        return runner == Runner.SUREFIRE_PROVIDER
                ? byValues(fixture, fixture.getMethod().getCurrentInvocationCount())
                : plain(fixture.getMethod());
    }

    /** Returns the name of a method that nothing is known of but its code. */
    static ReportName plain(ITestNGMethod method) {
        return new ReportName(Identities.classOf(method).getName(), method.getMethodName());
    }

    private static ReportName byValues(ITestResult result, int count) {
        Object[] parameters = result.getParameters();
        String name = result.getName();
        String values = parameters.length == 0 ? "" : toString(parameters) + "(" + count + ")";
        return named(result.getMethod(), name + values);
    }

    private ReportName byIndex(ITestResult starting, int instance, boolean rows) {
        ITestNGMethod method = starting.getMethod();
        Class<?>[] types = method.getParameterTypes();
        String name = types.length == 0 ? starting.getName() : Identities.signature(method);
        Object[] made = starting.getFactoryParameters();
        if (instance > 0) {
            name += "[" + (instance - 1) + "]";
        }
        if (made.length > 0) {
            name += Stream.of(made).map(Values::plain).collect(Collectors.joining(", ", "(", ")"));
        }
        int index = next(method, instance);
        if (rows || isRepeated(method)) {
            return named(method, name + "[" + index + "]");
        }
        return types.length > 0 || name.endsWith("]") ? named(method, name) : plain(method);
    }

    private int next(ITestNGMethod method, int instance) {
        String key = Identities.classOf(method).getName() + "." + Identities.signature(method) + "@" + instance;
        return invocations.merge(key, 1, Integer::sum) - 1;
    }

    private static boolean isRepeated(ITestNGMethod method) {
        return Identities.runsRepeatedly(method)
                || method.getThreadPoolSize() > 0
                || method.getRetryAnalyzerClass() != DisabledRetryAnalyzer.class;
    }

    private static ReportName named(ITestNGMethod method, String name) {
        String whole = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
        return new ReportName(Identities.classOf(method).getName(), whole);
    }

    private static String toString(Object[] parameters) {
        return Stream.of(parameters).map(Values::plain).collect(Collectors.joining(", ", "[", "]"));
    }
}
