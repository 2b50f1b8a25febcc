package dev.attest.junit5;

import dev.attest.spi.ReportName;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/**
 * The names of tests in the XML report of Surefire: {@code name} and {@code classname} of a {@code testcase}.
 *
 * <pre>{@code
 *                                   name                classname
 * adds() of shop.CartTest           adds                shop.CartTest
 * adds(int) in it, second row       adds(int)[2]        shop.CartTest
 * its second repetition or node     repeats()[2]        shop.CartTest
 * nested class                      isEmpty             shop.CartTest$Empty
 * class with @DisplayName("Cart")   adds                Cart in 3.5.4 to 3.5.x, else shop.CartTest
 * second row of a class             adds()[2]           shop.CartTest[2] there, else shop.CartTest
 * failed @BeforeAll                 initializationError shop.CartTest
 * failed @AfterAll                  executionError      shop.CartTest
 * }</pre>
 *
 * <p>Before 3.6, Surefire omitted the names of the last two. Before 3.5, it did not distinguish repetitions and dynamic
 * tests. Attest uses the names of later versions. See {@code RunListenerAdapter.toClassMethodName} in <a
 * href="https://github.com/apache/maven-surefire">maven-surefire</a>.
 */
final class SurefireNames {

    private static final String PROVIDER = "org.apache.maven.surefire.junitplatform.JUnitPlatformProvider";
    private static final String DISPLAY_NAME = "org.junit.jupiter.api.DisplayName";

    private static final Pattern BEFORE_36 = Pattern.compile("[0-2]\\..*|3\\.[0-5]\\..*");
    private static final Pattern WITH_DISPLAYED_CLASSES = Pattern.compile("3\\.5\\.([4-9]|\\d\\d).*");

    private final boolean usesClassDisplayNames;
    private final boolean numbersClassRows;

    /** @param version version of Surefire; empty if another tool runs the tests */
    SurefireNames(String version) {
        this.usesClassDisplayNames = WITH_DISPLAYED_CLASSES.matcher(version).matches();
        this.numbersClassRows = !BEFORE_36.matcher(version).matches();
    }

    /** Returns the names for the Surefire version in this JVM, else those of the newest known version. */
    static SurefireNames ofThisJvm() {
        try {
            Class<?> provider = Class.forName(PROVIDER, false, SurefireNames.class.getClassLoader());
            String version = provider.getPackage().getImplementationVersion();
            return new SurefireNames(version == null ? "" : version);
        } catch (ClassNotFoundException | LinkageError e) {
            return new SurefireNames("");
        }
    }

    ReportName test(List<TestIdentifier> steps) {
        return new ReportName(className(steps), name(steps));
    }

    /** Returns the name of a test that may be retried: that of its first attempt, which each run has. */
    ReportName attempt(List<TestIdentifier> steps) {
        String name = name(steps);
        int index = indexIn(name);
        return new ReportName(className(steps), index < 0 ? name : name.substring(0, index) + "[1]");
    }

    /**
     * Returns the name of a failure in a container outside its tests.
     *
     * @param begun whether anything in the container had begun. Surefire checks whether a test of the outermost class
     *     had passed, which differs for nested classes and if all tests failed.
     */
    ReportName fixture(List<TestIdentifier> steps, boolean begun) {
        if (last(steps).getSource().orElse(null) instanceof ClassSource) {
            return new ReportName(className(steps), begun ? "executionError" : "initializationError");
        }
        return test(steps);
    }

    /** Returns the name of a test without that of its class. */
    String name(List<TestIdentifier> steps) {
        TestIdentifier step = last(steps);
        TestSource source = step.getSource().orElse(null);
        if (source instanceof MethodSource method) {
            return methodName(steps, method);
        }
        return source instanceof ClassSource ? step.getLegacyReportingName() : step.getDisplayName();
    }

    private String methodName(List<TestIdentifier> steps, MethodSource method) {
        String reporting = last(steps).getLegacyReportingName();
        String types = method.getMethodParameterTypes();
        String classRows = numbersClassRows ? rows(steps, "class-template-invocation") : "";
        boolean oneOfSeveral = (types != null && !types.isBlank())
                || indexIn(reporting) >= 0
                || !classRows.isEmpty()
                || hasRowOfJUnit4(steps);
        if (!oneOfSeveral) {
            return method.getMethodName();
        }
        if (classRows.isEmpty()) {
            return reporting;
        }
        String row = rows(steps, Invocations.TYPE);
        if (reporting.endsWith(classRows + row)) {
            return reporting;
        }
        return reporting.endsWith(row)
                ? reporting.substring(0, reporting.length() - row.length()) + classRows + row
                : reporting + classRows;
    }

    private static boolean hasRowOfJUnit4(List<TestIdentifier> steps) {
        for (TestIdentifier step : steps) {
            String name = step.getLegacyReportingName();
            if (name.length() > 2
                    && name.startsWith("[")
                    && name.endsWith("]")
                    && step.getSource().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Returns where the index at the end of a name begins, such as {@code [2]}; -1 if it has none. */
    private static int indexIn(String name) {
        int at = name.length() - 2;
        while (at > 0 && name.charAt(at) >= '0' && name.charAt(at) <= '9') {
            at--;
        }
        boolean indexed = name.endsWith("]") && at >= 0 && at < name.length() - 2 && name.charAt(at) == '[';
        return indexed ? at : -1;
    }

    /** Returns the indices in the unique id, such as {@code [2][1]} for the first row in the second row of a class. */
    private static String rows(List<TestIdentifier> steps, String type) {
        String rows = "";
        for (UniqueId.Segment segment : last(steps).getUniqueIdObject().getSegments()) {
            if (segment.getType().equals(type)) {
                String index = segment.getValue();
                rows += "[" + (index.startsWith("#") ? index.substring(1) : index) + "]";
            }
        }
        return rows;
    }

    private String className(List<TestIdentifier> steps) {
        TestIdentifier step = last(steps);
        String qualified = qualifiedClass(step.getSource().orElse(null));
        if (!qualified.isEmpty() && !usesClassDisplayNames) {
            return qualified;
        }
        if (qualified.isEmpty() && !step.isTest()) {
            return steps.get(Math.max(0, steps.size() - 2)).getDisplayName();
        }
        TestIdentifier nearest = nearestClass(steps);
        if (isAnnotated(nearest)) {
            return nearest.getDisplayName();
        }
        return step.isTest() ? nearest.getLegacyReportingName() : qualified;
    }

    private static String qualifiedClass(@Nullable TestSource source) {
        if (source instanceof MethodSource method) {
            return method.getClassName();
        }
        return source instanceof ClassSource named ? named.getClassName() : "";
    }

    private static TestIdentifier nearestClass(List<TestIdentifier> steps) {
        TestIdentifier nearest = steps.get(0);
        for (TestIdentifier step : steps) {
            if (step.isContainer() && step.getSource().orElse(null) instanceof ClassSource) {
                nearest = step;
            }
        }
        return nearest;
    }

    private static boolean isAnnotated(TestIdentifier step) {
        try {
            return step.getSource().orElse(null) instanceof ClassSource named
                    && Arrays.stream(named.getJavaClass().getAnnotations())
                            .anyMatch(each -> each.annotationType().getName().equals(DISPLAY_NAME));
        } catch (JUnitException classIsNotHere) {
            return false;
        }
    }

    private static TestIdentifier last(List<TestIdentifier> steps) {
        return steps.get(steps.size() - 1);
    }
}
