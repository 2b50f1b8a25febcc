package dev.attest.testng;

import dev.attest.spi.DisplayNames;
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
 * Names the tests of one execution, the same in each run of the same code and suites. The class is the one that TestNG
 * instantiates, not the one that declares the method. The path has a step for each thing that tells this invocation
 * from others of the method, and none for what does not:
 *
 * <pre>{@code
 * Nightly/Chrome    the suite, the <test>: only if others run the same method, see Placement
 * @2                the second instance that factories made of the class
 * #3                the third row of the data provider
 * #2                the second invocation of invocationCount
 * }</pre>
 *
 * <p>A method that runs again with the same path, and not because TestNG tries it again, is another invocation, so that
 * it is never taken for another attempt at the same test. Thread-safe.
 */
final class Identities {

    private final Placement placement;
    private final ReportNames names;
    private final TestLinks linking;

    /** How many rows of a method's data provider began, and how often an invocation did. */
    private final Map<TestId, Integer> begun = new ConcurrentHashMap<>();

    /** Methods that a data provider was asked for, which not every kind of {@link ITestNGMethod} tells. */
    private final Set<TestId> fed = ConcurrentHashMap.newKeySet();

    /** @param linking finds what tests belong to */
    Identities(Placement placement, ReportNames names, TestLinks linking) {
        this.placement = placement;
        this.names = names;
        this.linking = linking;
    }

    /** Returns the next invocation of a method, as it starts. */
    TestDescription invocation(ITestResult test) {
        ITestNGMethod method = test.getMethod();
        Steps steps = steps(method, test.getTestContext());
        boolean rows = method.isDataDriven() || fed.contains(steps.id(method));
        String given = Steps.given(test.getParameters(), method);
        if (rows && test.getParameters().length > 0) {
            int inOrder = count(steps.id(method));
            int row = isSkippedAtOnce(test) ? inOrder : rowOf(test, inOrder);
            steps.add("#" + row, ("[" + row + "] " + given).strip());
        } else if (!given.isEmpty()) {
            steps.addTitle(given);
        }
        int invocation = count(steps.idOfInvocations(method));
        if (invocation > 1 || runsRepeatedly(method)) {
            steps.add("#" + invocation, "[" + invocation + "]");
        }
        return linked(method, steps.describe(method, names.of(test, Steps.instanceOf(method), rows)));
    }

    /** Returns another attempt at a test, as it starts: the same test. */
    TestDescription attempt(TestDescription test, ITestResult attempt) {
        names.attempt(attempt, Steps.instanceOf(attempt.getMethod()));
        return test;
    }

    /** Returns a method as a whole: one that is disabled, or that has no rows. */
    TestDescription method(ITestNGMethod method, ITestContext context) {
        return linked(method, steps(method, context).describe(method, ReportNames.plain(method)));
    }

    /** Returns a configuration method that failed. */
    TestDescription fixture(ITestResult failed) {
        ITestNGMethod fixture = failed.getMethod();
        Fixture kind = Fixture.of(fixture);
        Steps steps = new Steps(classOf(fixture));
        place(steps, failed.getTestContext(), "", kind.isPerTest());
        steps.enterInstance(fixture);
        steps.add(kind.toString(), kind + " " + fixture.getMethodName());
        int failure = count(steps.id(fixture));
        if (failure > 1) {
            steps.add("#" + failure, "[" + failure + "]");
        }
        return linking.fixture(steps.describe(fixture, names.ofFixture(failed)), codeOf(fixture));
    }

    /** Counts the rows of a data provider from the beginning: it was asked for them again. */
    void rowsBegin(ITestNGMethod method, ITestContext context) {
        TestId id = steps(method, context).id(method);
        fed.add(id);
        begun.remove(id);
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

    /** Of what a test is called, the description stands in the code; the rest are names of code, or made of values. */
    private TestDescription linked(ITestNGMethod method, TestDescription test) {
        String description = method.getDescription();
        List<String> declared = description == null ? List.of() : List.of(description);
        return linking.test(test, codeOf(method), new DisplayNames(declared, List.of()));
    }

    /** Returns name and parameter types, as a {@link TestId} has them and the JUnit Platform writes them. */
    static String signature(ITestNGMethod method) {
        return signature(method, Class::getName);
    }

    /** Returns whether both are the same method on the same instance, of whatever kind they are. */
    static boolean areSame(ITestNGMethod one, ITestNGMethod other) {
        return classOf(one) == classOf(other)
                && one.getInstance() == other.getInstance()
                && signature(one).equals(signature(other));
    }

    /** Returns the simple name of a class, as its source code has it. */
    static String simpleName(Class<?> type) {
        return type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
    }

    private static String signature(ITestNGMethod method, Function<Class<?>, String> name) {
        return Arrays.stream(method.getParameterTypes())
                .map(name)
                .collect(Collectors.joining(", ", method.getMethodName() + "(", ")"));
    }

    private Steps steps(ITestNGMethod method, ITestContext context) {
        Steps steps = new Steps(classOf(method));
        place(steps, context, signature(method), true);
        steps.enterInstance(method);
        String title = signature(method, Identities::simpleName);
        String description = method.getDescription();
        steps.addTitle(title.replace("()", "")
                + (description == null || description.isBlank() || !method.getEnabled() ? "" : ": " + description));
        return steps;
    }

    private void place(Steps steps, ITestContext context, String method, boolean perTest) {
        List<String> names = placement.of(context, steps.className(), method, perTest);
        steps.place(names);
    }

    private int count(TestId id) {
        return begun.merge(id, 1, Integer::sum);
    }

    /** A test that is skipped because of something before it has no row of its own, but comes in its place. */
    private static boolean isSkippedAtOnce(ITestResult starting) {
        return starting.getThrowable() != null;
    }

    /** The index is in the interface only since TestNG 7.12, and in what implements it since before 7.5. */
    private static int rowOf(ITestResult test, int otherwise) {
        return test instanceof TestResult result && result.getParameterIndex() >= 0
                ? result.getParameterIndex() + 1
                : otherwise;
    }

    /** A method in a pool of threads has as many clones, of one invocation each. */
    static boolean runsRepeatedly(ITestNGMethod method) {
        if (method.getInvocationCount() > 1) {
            return true;
        }
        Method declaration = declarationOf(method);
        Test declared = declaration == null ? null : declaration.getAnnotation(Test.class);
        return declared != null && declared.invocationCount() > 1;
    }
}
