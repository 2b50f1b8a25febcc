package dev.attest.testng;

import dev.attest.spi.ReportName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testng.ITestNGMethod;
import org.testng.ITestResult;
import org.testng.internal.annotations.DisabledRetryAnalyzer;

/**
 * The names of tests in Surefire's XML report. Surefire's TestNG provider names a test by its values, {@code adds[1,
 * 2](1)}. The JUnit Platform's engine for TestNG, which Surefire uses from 3.6 on, names it by types and an index,
 * {@code adds(int, int)[0]}. A retried test keeps the name of its first attempt, which is also its name if it does not
 * fail. Thread-safe.
 */
final class ReportNames {

    enum Runner {
        SUREFIRE_PROVIDER,
        PLATFORM_ENGINE,
        OTHER;

        static Runner ofThisJvm() {
            if (isPresent("org.apache.maven.surefire.testng.TestNGProvider")) {
                return SUREFIRE_PROVIDER;
            }
            return isPresent("org.junit.support.testng.engine.TestNGTestEngine") ? PLATFORM_ENGINE : OTHER;
        }

        private static boolean isPresent(String className) {
            try {
                Class.forName(className, false, Thread.currentThread().getContextClassLoader());
                return true;
            } catch (ClassNotFoundException | LinkageError e) {
                return false;
            }
        }
    }

    private static final int MAX_LENGTH = 1000;

    private final Runner runner;
    private final Map<String, Integer> invocations = new ConcurrentHashMap<>();

    ReportNames(Runner runner) {
        this.runner = runner;
    }

    /**
     * Returns the name of a test that starts.
     *
     * @param instance number of the instance of its class, from 1, or 0 if it needs no number
     */
    ReportName of(ITestResult starting, int instance, boolean rows) {
        ITestNGMethod method = starting.getMethod();
        return switch (runner) {
            // Surefire reads the count at the end of the test.
            case SUREFIRE_PROVIDER -> byValues(starting, method.getCurrentInvocationCount() + 1);
            case PLATFORM_ENGINE -> byIndex(starting, instance, rows);
            case OTHER -> plain(method);
        };
    }

    /** Counts another attempt, which has its own name in the report. */
    void attempt(ITestResult starting, int instance) {
        next(starting.getMethod(), instance);
    }

    ReportName ofFixture(ITestResult fixture) {
        return runner == Runner.SUREFIRE_PROVIDER
                ? byValues(fixture, fixture.getMethod().getCurrentInvocationCount())
                : plain(fixture.getMethod());
    }

    /** Returns the name of a method without its invocations. */
    static ReportName plain(ITestNGMethod method) {
        return new ReportName(Identities.classOf(method).getName(), method.getMethodName());
    }

    private static ReportName byValues(ITestResult result, int count) {
        Object[] parameters = result.getParameters();
        String name = result.getName();
        String values = parameters.length == 0 ? "" : join(parameters, "[", "]") + "(" + count + ")";
        return reportName(result.getMethod(), name + values);
    }

    private ReportName byIndex(ITestResult starting, int instance, boolean rows) {
        ITestNGMethod method = starting.getMethod();
        Class<?>[] types = method.getParameterTypes();
        String name = types.length == 0 ? starting.getName() : Identities.signature(method);
        Object[] factoryArguments = starting.getFactoryParameters();
        if (instance > 0) {
            name += "[" + (instance - 1) + "]";
        }
        if (factoryArguments.length > 0) {
            name += join(factoryArguments, "(", ")");
        }
        int index = next(method, instance);
        if (rows || isRepeated(method)) {
            return reportName(method, name + "[" + index + "]");
        }
        return types.length > 0 || name.endsWith("]") ? reportName(method, name) : plain(method);
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

    private static ReportName reportName(ITestNGMethod method, String name) {
        String cut = name.length() <= MAX_LENGTH ? name : name.substring(0, MAX_LENGTH);
        return new ReportName(Identities.classOf(method).getName(), cut);
    }

    private static String join(Object[] values, String prefix, String suffix) {
        return Stream.of(values).map(ReportNames::text).collect(Collectors.joining(", ", prefix, suffix));
    }

    private static String text(@Nullable Object value) {
        try {
            return String.valueOf(value);
        } catch (Throwable e) {
            return e.getClass().getName();
        }
    }
}
