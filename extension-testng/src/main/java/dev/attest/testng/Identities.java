package dev.attest.testng;

import dev.attest.spi.DisplayNames;
import dev.attest.spi.Overloads;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.spi.TestLinks;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.testng.ITestContext;
import org.testng.ITestNGMethod;
import org.testng.ITestResult;
import org.testng.annotations.Test;
import org.testng.internal.TestResult;

/**
 * Identifies the tests of one execution, equally in each run of the same code and suites. The class is the one that
 * TestNG instantiates, not the one that declares the method. The path has a step for everything that distinguishes this
 * invocation from others of the method:
 *
 * <pre>{@code
 * (int)             the types of an overloaded method
 * Nightly/Chrome    the suite, the <test>: only if others run the same method, see SuiteQualifier
 * @2                the second instance that factories made of the class
 * #3                the third row of the data provider
 * #2                the second invocation of invocationCount
 * }</pre>
 *
 * <p>A method that runs again with the same path, without a retry of TestNG, is a separate invocation, and never
 * another attempt at the same test. Thread-safe.
 */
final class Identities {

    private final SuiteQualifier qualifier;
    private final ReportNames names;
    private final TestLinks links;

    /** Numbers of rows that began, by method, and of invocations that began, by row. */
    private final Map<TestId, Integer> counts = new ConcurrentHashMap<>();

    /** Methods with a data provider. Not every {@link ITestNGMethod} reports that. */
    private final Set<TestId> dataDriven = ConcurrentHashMap.newKeySet();

    Identities(SuiteQualifier qualifier, ReportNames names, TestLinks links) {
        this.qualifier = qualifier;
        this.names = names;
        this.links = links;
    }

    /** Returns the next invocation of a method when it starts. */
    TestDescription invocation(ITestResult test) {
        ITestNGMethod method = test.getMethod();
        InvocationPath path = path(method, test.getTestContext());
        boolean rows = method.isDataDriven() || dataDriven.contains(path.id(method));
        String arguments = InvocationPath.formatArguments(test.getParameters(), method);
        if (rows && test.getParameters().length > 0) {
            int ordinal = count(path.id(method));
            int row = isSkippedAtOnce(test) ? ordinal : rowOf(test, ordinal);
            path.add("#" + row, ("[" + row + "] " + arguments).strip());
        } else if (!arguments.isEmpty()) {
            path.addTitle(arguments);
        }
        int invocation = count(path.idOfInvocations(method));
        if (invocation > 1 || runsRepeatedly(method)) {
            path.add("#" + invocation, "[" + invocation + "]");
        }
        return linked(method, path.describe(method, names.of(test, InvocationPath.instanceNumber(method), rows)));
    }

    /** Returns another attempt at a test when it starts: the same test. */
    TestDescription attempt(TestDescription test, ITestResult attempt) {
        names.attempt(attempt, InvocationPath.instanceNumber(attempt.getMethod()));
        return test;
    }

    /** Returns a method without its invocations: one that is disabled, or that has no rows. */
    TestDescription method(ITestNGMethod method, ITestContext context) {
        return linked(method, path(method, context).describe(method, ReportNames.plain(method)));
    }

    TestDescription fixture(ITestResult failed) {
        ITestNGMethod fixture = failed.getMethod();
        Fixture kind = Fixture.of(fixture);
        InvocationPath path = new InvocationPath(classOf(fixture));
        addSuiteNames(path, failed.getTestContext(), "", kind.isPerTest());
        path.enterInstance(fixture);
        path.add(kind.toString(), kind + " " + fixture.getMethodName());
        int failure = count(path.id(fixture));
        if (failure > 1) {
            path.add("#" + failure, "[" + failure + "]");
        }
        return links.fixture(path.describe(fixture, names.ofFixture(failed)), codeOf(fixture));
    }

    /** Restarts the numbering of rows: the data provider is called again. */
    void rowsBegin(ITestNGMethod method, ITestContext context) {
        TestId id = path(method, context).id(method);
        dataDriven.add(id);
        counts.remove(id);
    }

    static Class<?> classOf(ITestNGMethod method) {
        return method.getTestClass().getRealClass();
    }

    static TestCode codeOf(ITestNGMethod method) {
        return new TestCode(classOf(method), declarationOf(method));
    }

    private static @Nullable Method declarationOf(ITestNGMethod method) {
        try {
            return method.getConstructorOrMethod().getMethod();
        } catch (UnsupportedOperationException memoryFriendly) {
            return null;
        }
    }

    /** Adds the links. Only the description is a declared name; other names come from code or values. */
    private TestDescription linked(ITestNGMethod method, TestDescription test) {
        String description = method.getDescription();
        List<String> declared = description == null ? List.of() : List.of(description);
        return links.test(test, codeOf(method), new DisplayNames(declared, List.of()));
    }

    /** Returns name and parameter types in the form of {@link TestId} and the JUnit Platform. */
    static String signature(ITestNGMethod method) {
        return signature(method, Class::getName);
    }

    static String qualifiedSignature(ITestNGMethod method) {
        return method.getQualifiedName() + signature(method);
    }

    /** Returns whether both are the same method on the same instance, whatever their class. */
    static boolean areSame(ITestNGMethod one, ITestNGMethod other) {
        return classOf(one) == classOf(other)
                && one.getInstance() == other.getInstance()
                && signature(one).equals(signature(other));
    }

    /** Returns the simple name of a class, as in source code. */
    static String simpleName(Class<?> type) {
        return type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
    }

    private static String signature(ITestNGMethod method, Function<Class<?>, String> name) {
        return Arrays.stream(method.getParameterTypes())
                .map(name)
                .collect(Collectors.joining(", ", method.getMethodName() + "(", ")"));
    }

    private InvocationPath path(ITestNGMethod method, ITestContext context) {
        InvocationPath path = new InvocationPath(classOf(method));
        addSuiteNames(path, context, signature(method), true);
        path.enterInstance(method);
        if (Overloads.has(classOf(method), method.getMethodName())) {
            path.addStep(signature(method).substring(method.getMethodName().length()));
        }
        String title = signature(method, Identities::simpleName);
        String description = method.getDescription();
        path.addTitle(title.replace("()", "")
                + (description == null || description.isBlank() || !method.getEnabled() ? "" : ": " + description));
        return path;
    }

    private void addSuiteNames(InvocationPath path, ITestContext context, String method, boolean perTest) {
        path.addSuiteNames(qualifier.of(context, path.className(), method, perTest));
    }

    private int count(TestId id) {
        return counts.merge(id, 1, Integer::sum);
    }

    /** Returns whether a test was skipped before it started. It has no row index then, and is numbered in order. */
    private static boolean isSkippedAtOnce(ITestResult starting) {
        return starting.getThrowable() != null;
    }

    /**
     * Returns the row from the parameter index: in the interface since TestNG 7.12, in its implementation since before
     * 7.5.
     */
    private static int rowOf(ITestResult test, int otherwise) {
        return test instanceof TestResult result && result.getParameterIndex() >= 0
                ? result.getParameterIndex() + 1
                : otherwise;
    }

    /**
     * Returns whether a method has several invocations. A method with a thread pool has a clone for each invocation.
     */
    static boolean runsRepeatedly(ITestNGMethod method) {
        if (method.getInvocationCount() > 1) {
            return true;
        }
        Method declaration = declarationOf(method);
        Test declared = declaration == null ? null : declaration.getAnnotation(Test.class);
        return declared != null && declared.invocationCount() > 1;
    }
}
