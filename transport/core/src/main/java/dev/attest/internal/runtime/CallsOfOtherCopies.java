package dev.attest.internal.runtime;

import dev.attest.AttachmentType;
import dev.attest.Attest;
import dev.attest.CurrentTest;
import dev.attest.ReportingCopy;
import dev.attest.Target;
import dev.attest.internal.browser.BrowserScreenshots;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.spi.ReportingSession;
import dev.attest.spi.Screenshots;
import dev.attest.spi.TestContext;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Receives what the copies of Attest in other class loaders {@linkplain ReportingCopy#call call}: the operations of
 * {@link Attest}, of {@link ReportingElsewhere}, and of the hooks of Selenide and Selenium. A copy may be of another
 * version. No call throws. Thread-safe.
 */
@SuppressWarnings("NullAway") // what tests hand over is checked by the one who gets it
final class CallsOfOtherCopies implements BiFunction<String, @Nullable Object[], @Nullable Object> {

    private static final GuardedLogger LOG = GuardedLogger.of(Attest.class);

    private final CurrentTest currentTest;
    private final ReportingSession session;

    CallsOfOtherCopies(CurrentTest currentTest, ReportingSession session) {
        this.currentTest = currentTest;
        this.session = session;
    }

    @Override
    public @Nullable Object apply(String operation, @Nullable Object[] arguments) {
        try {
            return call(operation, arguments);
        } catch (Throwable e) {
            warn(operation, e);
            return null;
        }
    }

    private static void warn(String operation, Throwable e) {
        try {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A call of Attest did nothing: " + operation + ", from a class loader with a copy of Attest: " + e,
                    e);
        } catch (Throwable messageFailed) {
            // The text of the exception throws, or memory is short. That must not fail a test.
        }
    }

    private @Nullable Object call(String operation, @Nullable Object[] arguments) {
        switch (operation) {
            case "attachFile" -> currentTest.attach((Path) arguments[0], type(arguments[1]));
            case "attachBytes" -> currentTest.attach((String) arguments[0], (byte[]) arguments[1], type(arguments[2]));
            case "attachText" -> currentTest.attach((String) arguments[0], (String) arguments[1], type(arguments[2]));
            case "attachTo" ->
                currentTest.attachTo(
                        target((String) arguments[0], (int) arguments[1]), (Path) arguments[2], (String) arguments[3]);
            case "comment" -> currentTest.comment((String) arguments[0]);
            case "watch" -> currentTest.watch(arguments[0]);
            case "commentOn" -> session.recorder().comment((String) arguments[0], (String) arguments[1]);
            case "preparing" -> session.recorder().preparing((String) arguments[0]);
            case "isRunning" -> {
                return session.recorder().isRunning((String) arguments[0]);
            }
            case "takesScreenshots" -> {
                return session.screenshots() != Screenshots.none();
            }
            case "failed" -> session.screenshots().failed((String) arguments[0], context(arguments));
            case "ended" -> session.screenshots().ended((String) arguments[0], context(arguments));
            case "attachSaved" -> {
                return BrowserScreenshots.attachSaved((Path) arguments[0]);
            }
            case "commandSent" -> {
                return BrowserScreenshots.commandSent(
                        (String) arguments[0], (String) arguments[1], remote(arguments[2]));
            }
            default -> throw new IllegalArgumentException("This version of Attest has no such operation.");
        }
        return null;
    }

    private static @Nullable AttachmentType type(@Nullable Object name) {
        return name == null ? null : AttachmentType.valueOf((String) name);
    }

    private static @Nullable Target target(@Nullable String kind, int id) {
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case "WorkItem" -> Target.workItem(id);
            case "Bugs" -> Target.bug(id);
            case "Releases" -> Target.release(id);
            case "FunctionalSpecs" -> Target.requirement(id);
            case "Tests" -> Target.test(id);
            case "TestSets" -> Target.testSet(id);
            case "TestSteps" -> Target.testStep(id);
            default -> throw new IllegalArgumentException("This version of Attest has no target " + kind + ".");
        };
    }

    private static TestContext context(@Nullable Object[] arguments) {
        return new TestContext(
                (Class<?>) arguments[1],
                (Method) arguments[2],
                (List<?>) arguments[3],
                (List<?>) arguments[4],
                (Throwable) arguments[5]);
    }

    @SuppressWarnings("unchecked")
    private static BiFunction<String, String, String> remote(@Nullable Object remote) {
        return (BiFunction<String, String, String>) remote;
    }
}
