package dev.attest.testng;

import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testng.ITestContext;
import org.testng.ITestNGMethod;
import org.testng.ITestResult;
import org.testng.SkipException;

/**
 * Determines the outcomes of tests in one execution. TestNG's status counts, not the exception: an expected exception
 * is present after a success too. A test that failed within its success percentage has passed, as in TestNG; its
 * comment says so. Thread-safe.
 */
final class TestOutcomes {

    /**
     * The outcome of one test.
     *
     * @param retried whether TestNG retries the test
     * @param comment additional information, or empty
     */
    record TestOutcome(Outcome outcome, @Nullable Failure failure, boolean retried, String comment) {

        TestOutcome(Outcome outcome, @Nullable Failure failure) {
            this(outcome, failure, false, "");
        }
    }

    private static final String NOT_STARTED = "Not started: ";

    /** Names of configuration methods by their exceptions. TestNG passes the exception to the tests that it skips. */
    private final Map<Throwable, String> failedFixtures = Collections.synchronizedMap(new IdentityHashMap<>());

    private final Map<String, Throwable> dataProviderFailures = new ConcurrentHashMap<>();

    void fixtureFailed(ITestResult fixture) {
        Throwable thrown = fixture.getThrowable();
        if (thrown != null) {
            failedFixtures.put(thrown, nameOf(fixture.getMethod()));
        }
    }

    void rowsFailed(ITestNGMethod method, Throwable failure) {
        Throwable cause = failure.getCause();
        dataProviderFailures.put(Identities.qualifiedSignature(method), cause == null ? failure : cause);
    }

    /** Returns the outcome of a test that did not start, as when its data provider failed. */
    TestOutcome ofNotStarted(ITestResult test) {
        Throwable failure = dataProviderFailures.get(Identities.qualifiedSignature(test.getMethod()));
        if (failure == null) {
            return of(test);
        }
        return failure instanceof SkipException skip && skip.isSkip()
                ? new TestOutcome(Outcome.SKIPPED, Failure.becauseOf(skip))
                : new TestOutcome(Outcome.FAILED, failureOf(failure));
    }

    TestOutcome of(ITestResult test) {
        // TestNG retries no attempt that its tear-down has made a success.
        if (test.wasRetried() && !test.isSuccess()) {
            return new TestOutcome(Outcome.FAILED, failureOf(test.getThrowable()), true, "");
        }
        return switch (test.getStatus()) {
            case ITestResult.SUCCESS -> new TestOutcome(Outcome.PASSED, null);
            case ITestResult.SUCCESS_PERCENTAGE_FAILURE -> withinPercentage(test);
            case ITestResult.SKIP -> skipped(test);
            default -> new TestOutcome(Outcome.FAILED, failureOf(test.getThrowable()));
        };
    }

    /** Returns the outcome of a test of whose end TestNG has not told. */
    TestOutcome ofLeft(ITestResult test) {
        return test.getStatus() == ITestResult.STARTED || test.getStatus() == ITestResult.CREATED
                ? new TestOutcome(Outcome.ABORTED, Failure.because("TestNG ended before this test did."))
                : of(test);
    }

    static Failure failureOf(@Nullable Throwable thrown) {
        if (thrown == null) {
            return Failure.because("Failed, for no reason given.");
        }
        // Some messages of TestNG begin with an empty line.
        Failure failure = Failure.of(thrown);
        return new Failure(failure.message().strip(), failure.stackTrace());
    }

    private static TestOutcome withinPercentage(ITestResult test) {
        String comment = "Failed, but counts as passed: " + test.getMethod().getSuccessPercentage()
                + " % of the invocations have to pass. "
                + failureOf(test.getThrowable()).message();
        return new TestOutcome(Outcome.PASSED, null, false, comment);
    }

    private TestOutcome skipped(ITestResult test) {
        Throwable thrown = test.getThrowable();
        if (thrown instanceof SkipException) {
            return new TestOutcome(Outcome.SKIPPED, Failure.becauseOf(thrown));
        }
        Set<String> causes = new LinkedHashSet<>();
        for (ITestNGMethod cause : test.getSkipCausedBy()) {
            causes.add(describeFailure(cause, test.getTestContext()));
        }
        String fixture = thrown == null ? null : failedFixtures.get(thrown);
        if (causes.isEmpty() && thrown != null && fixture != null) {
            causes.add(fixture + " failed: " + Failure.becauseOf(thrown).message());
        }
        if (!causes.isEmpty()) {
            return notStarted(causes.stream().sorted().collect(Collectors.joining("; ")));
        }
        return skippedForNoFailure(test.getMethod(), thrown);
    }

    private static TestOutcome skippedForNoFailure(ITestNGMethod method, @Nullable Throwable thrown) {
        String dependencies = Stream.concat(
                        Stream.of(method.getMethodsDependedUpon()).map(TestOutcomes::classAndMethod),
                        Stream.of(method.getGroupsDependedUpon()).map(group -> "group " + group))
                .collect(Collectors.joining(", "));
        if (thrown != null && thrown.getClass() == Throwable.class && !dependencies.isEmpty()) {
            return notStarted("it depends on " + dependencies + ", which did not pass");
        }
        if (thrown == null && method.skipFailedInvocations()) {
            return notStarted("an invocation before it failed, and skipFailedInvocations is set");
        }
        String reason = thrown == null
                ? "Skipped, for no reason given."
                : Failure.becauseOf(thrown).message();
        return new TestOutcome(Outcome.SKIPPED, Failure.because(reason));
    }

    private static TestOutcome notStarted(String reason) {
        return new TestOutcome(Outcome.NOT_STARTED, Failure.because(NOT_STARTED + reason));
    }

    /** Returns whether TestNG counts a result already: all listeners have heard of it, and none threw. */
    static boolean isKept(ITestResult result) {
        ITestContext context = result.getTestContext();
        return Stream.of(
                        context.getPassedTests(),
                        context.getFailedTests(),
                        context.getFailedButWithinSuccessPercentageTests(),
                        context.getSkippedTests())
                .anyMatch(kept -> kept.getAllResults().stream().anyMatch(each -> each == result));
    }

    private static String describeFailure(ITestNGMethod cause, ITestContext context) {
        Optional<Failure> failure = Stream.of(
                        context.getFailedConfigurations(),
                        context.getFailedTests(),
                        context.getFailedButWithinSuccessPercentageTests())
                .flatMap(results -> results.getAllResults().stream())
                .filter(result -> Identities.areSame(result.getMethod(), cause))
                .map(ITestResult::getThrowable)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Failure::of);
        return nameOf(cause) + " failed"
                + failure.map(each -> ": " + each.message()).orElse("");
    }

    private static String nameOf(ITestNGMethod method) {
        String name = Identities.simpleName(Identities.classOf(method)) + "." + method.getMethodName();
        return method.isTest() ? name : Fixture.of(method) + " " + name;
    }

    private static String classAndMethod(String qualifiedName) {
        List<String> parts = List.of(qualifiedName.split("[.$]"));
        return String.join(".", parts.subList(Math.max(0, parts.size() - 2), parts.size()));
    }
}
