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
 * Says how the tests of one execution ended. TestNG's own status counts, and not whether anything was thrown: what was
 * expected is there after a success, too. A test that failed within its success percentage has passed, for that is how
 * TestNG counts it, and its comment says so. Thread-safe.
 */
final class Verdicts {

    /**
     * How one test ended.
     *
     * @param retried whether TestNG tries the test again
     * @param comment what else there is to say, or empty
     */
    record Verdict(Outcome outcome, @Nullable Failure failure, boolean retried, String comment) {

        Verdict(Outcome outcome, @Nullable Failure failure) {
            this(outcome, failure, false, "");
        }
    }

    private static final String NOT_STARTED = "Not started: ";

    /** Names of configuration methods by what they threw, which TestNG hands on to the tests that it skips. */
    private final Map<Throwable, String> fixtures = Collections.synchronizedMap(new IdentityHashMap<>());

    /** What data providers threw, by the names of the methods. */
    private final Map<String, Throwable> providers = new ConcurrentHashMap<>();

    void fixtureFailed(ITestResult fixture) {
        Throwable thrown = fixture.getThrowable();
        if (thrown != null) {
            fixtures.put(thrown, nameOf(fixture.getMethod()));
        }
    }

    void rowsFailed(ITestNGMethod method, Throwable failure) {
        Throwable cause = failure.getCause();
        providers.put(method.getQualifiedName() + Identities.signature(method), cause == null ? failure : cause);
    }

    /** Returns how a test ended that did not even start: its data provider had no rows to give. */
    Verdict withoutStart(ITestResult test) {
        Throwable failure = providers.get(test.getMethod().getQualifiedName() + Identities.signature(test.getMethod()));
        if (failure == null) {
            return of(test);
        }
        return failure instanceof SkipException skip && skip.isSkip()
                ? new Verdict(Outcome.SKIPPED, Failure.because(Failure.of(skip).message()))
                : new Verdict(Outcome.FAILED, failureOf(failure));
    }

    Verdict of(ITestResult test) {
        return switch (test.getStatus()) {
            case ITestResult.SUCCESS -> new Verdict(Outcome.PASSED, null);
            case ITestResult.SUCCESS_PERCENTAGE_FAILURE -> withinPercentage(test);
            case ITestResult.SKIP ->
                test.wasRetried()
                        ? new Verdict(Outcome.FAILED, failureOf(test.getThrowable()), true, "")
                        : skipped(test);
            default -> new Verdict(Outcome.FAILED, failureOf(test.getThrowable()));
        };
    }

    static Failure failureOf(@Nullable Throwable thrown) {
        if (thrown == null) {
            return Failure.because("Failed, for no reason given.");
        }
        // TestNG begins some of its messages with an empty line.
        Failure failure = Failure.of(thrown);
        return new Failure(failure.message().strip(), failure.stackTrace());
    }

    private static Verdict withinPercentage(ITestResult test) {
        String comment = "Failed, but counts as passed: " + test.getMethod().getSuccessPercentage()
                + " % of the invocations have to pass. "
                + failureOf(test.getThrowable()).message();
        return new Verdict(Outcome.PASSED, null, false, comment);
    }

    private Verdict skipped(ITestResult test) {
        Throwable thrown = test.getThrowable();
        if (thrown instanceof SkipException) {
            return new Verdict(
                    Outcome.SKIPPED, Failure.because(Failure.of(thrown).message()));
        }
        Set<String> culprits = new LinkedHashSet<>();
        for (ITestNGMethod culprit : test.getSkipCausedBy()) {
            culprits.add(blame(culprit, test.getTestContext()));
        }
        String fixture = thrown == null ? null : fixtures.get(thrown);
        if (culprits.isEmpty() && thrown != null && fixture != null) {
            culprits.add(fixture + " failed: " + Failure.of(thrown).message());
        }
        if (!culprits.isEmpty()) {
            return notStarted(culprits.stream().sorted().collect(Collectors.joining("; ")));
        }
        return skippedForNoFailure(test.getMethod(), thrown);
    }

    private static Verdict skippedForNoFailure(ITestNGMethod method, @Nullable Throwable thrown) {
        String dependencies = Stream.concat(
                        Stream.of(method.getMethodsDependedUpon()).map(Verdicts::classAndMethod),
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
                : Failure.of(thrown).message();
        return new Verdict(Outcome.SKIPPED, Failure.because(reason));
    }

    private static Verdict notStarted(String reason) {
        return new Verdict(Outcome.NOT_STARTED, Failure.because(NOT_STARTED + reason));
    }

    private static String blame(ITestNGMethod culprit, ITestContext context) {
        Optional<Failure> failure = Stream.of(
                        context.getFailedConfigurations(),
                        context.getFailedTests(),
                        context.getFailedButWithinSuccessPercentageTests())
                .flatMap(results -> results.getAllResults().stream())
                .filter(result -> Identities.areSame(result.getMethod(), culprit))
                .map(ITestResult::getThrowable)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Failure::of);
        return nameOf(culprit) + " failed"
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
