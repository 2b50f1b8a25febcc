package dev.attest.junit5;

import dev.attest.internal.runtime.AttestRuntime;
import dev.attest.spi.ReportingSession;
import dev.attest.spi.Screenshots;
import dev.attest.spi.TestRecorder;
import dev.attest.spi.ValueText;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Adds Jupiter details to what {@link PublishingListener} reports. When a test or a fixture of its class fails, the
 * extension takes screenshots of its browsers before the tear-down. It adds the arguments of a parameterized test to
 * the comment. It never changes the outcome or the exception of a test, and does nothing if nothing is reported.
 *
 * <p>If results are reported and the user has not configured auto-detection, Jupiter detects this extension; before
 * JUnit 5.12 only if it detects no other extension with it. Otherwise register it by {@link Attested}, by
 * {@code @ExtendWith}, or for all tests by {@code junit.jupiter.extensions.autodetection.enabled=true}. It runs once
 * for a test, even if several of these apply, and if several class loaders have a copy of it. Safe in parallel runs: it
 * keeps nothing of a test.
 */
public final class AttestExtension implements InvocationInterceptor, BeforeAllCallback, AfterTestExecutionCallback {

    private static final int MAX_LINE = 1000;

    private final Supplier<TestRecorder> recorder;
    private final ScreenshotTrigger screenshots;
    private final FirstCopy copies = new FirstCopy();
    private final ArgumentText text = new ArgumentText();

    /** Called by Jupiter. */
    public AttestExtension() {
        this(AttestRuntime.shared());
    }

    private AttestExtension(ReportingSession reporting) {
        this(
                () -> reporting.nesting().isNested() ? TestRecorder.disabled() : reporting.recorder(),
                () -> reporting.nesting().isNested() ? Screenshots.none() : reporting.screenshots());
    }

    AttestExtension(Supplier<TestRecorder> recorder, Supplier<Screenshots> screenshots) {
        this.recorder = recorder;
        this.screenshots = new ScreenshotTrigger(recorder, screenshots, copies);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        screenshots.beforeAll(context);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        screenshots.runFixture(invocation, context);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        screenshots.runFixture(invocation, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        screenshots.runSetUp(invocation, call.getArguments(), context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        screenshots.runBody(invocation, call.getArguments(), context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        commentOn(call, context);
        screenshots.runBody(invocation, call.getArguments(), context);
    }

    /** JUnit 5.8 and JUnit 6 both have this overload. */
    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext call, ExtensionContext context) throws Throwable {
        screenshots.runBody(invocation, ScreenshotTrigger.NONE, context);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        screenshots.afterExecution(context);
    }

    private void commentOn(ReflectiveInvocationContext<Method> call, ExtensionContext context) {
        try {
            TestRecorder current = recorder.get();
            // Without a recorder, {@code toString()} of the arguments is not called.
            if (current != TestRecorder.disabled() && copies.isThis(context)) {
                current.apart(new Arguments(call, textOf(call), keyOf(context, current), current));
            }
        } catch (Throwable e) {
            // For example, the class file has damaged parameter names. The test must not fail for that.
            ScreenshotTrigger.log("The arguments could not be described of", context, e);
        }
    }

    /** Returns the key of a test, which the recorder knows if the test began on this thread. */
    private static String keyOf(ExtensionContext context, TestRecorder recorder) {
        String innermost = recorder.innermost();
        ExtensionContext parent = innermost == null ? null : context.getParent().orElse(null);
        // The Platform makes the unique id of each test anew. The innermost one is another if a test runs an engine.
        return innermost == null || parent == null || !innermost.startsWith(parent.getUniqueId() + "/")
                ? context.getUniqueId()
                : innermost;
    }

    /** Returns the arguments as the thread of the test sees them; null if the test mocks what that needs. */
    private @Nullable String textOf(ReflectiveInvocationContext<Method> call) {
        try {
            return text.of(call.getExecutable(), call.getArguments());
        } catch (Throwable e) {
            return null;
        }
    }

    /** Tells the arguments. The event is no lambda: a test may mock what one needs when it is created. */
    private final class Arguments implements Runnable {

        private final ReflectiveInvocationContext<Method> call;
        private final @Nullable String line;
        private final String key;
        private final TestRecorder recorder;

        Arguments(ReflectiveInvocationContext<Method> call, @Nullable String line, String key, TestRecorder recorder) {
            this.call = call;
            this.line = line;
            this.key = key;
            this.recorder = recorder;
        }

        @Override
        public void run() {
            String arguments = line == null ? text.of(call.getExecutable(), call.getArguments()) : line;
            if (!arguments.isEmpty()) {
                recorder.comment(key, ValueText.cut("Arguments: " + arguments, MAX_LINE));
            }
        }
    }
}
