package dev.attest.junit5;

import dev.attest.internal.runtime.AttestRuntime;
import dev.attest.spi.Screenshots;
import dev.attest.spi.TestRecorder;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Adds to what {@link PublishingListener} reports what only Jupiter knows: pictures of the browsers of a test or of a
 * fixture of its class, taken when it fails and before anything is torn down, and the arguments of a parameterized
 * test, as a line of its comment. Changes no test: no outcome, no exception, and nothing at all where nothing is
 * reported.
 *
 * <p>Detected by Jupiter where something is reported, unless the user has set otherwise, and before JUnit 5.12 only if
 * no other extension would be detected with it; else registered by {@link Attested}, by {@code @ExtendWith}, or for all
 * tests by {@code junit.jupiter.extensions.autodetection.enabled=true}. However many of these apply, once for a test.
 * Safe under parallel runs: it has no state.
 */
public final class AttestExtension implements InvocationInterceptor, BeforeAllCallback, AfterTestExecutionCallback {

    private static final System.Logger LOG = System.getLogger(AttestExtension.class.getName());

    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_LINE = 1000;

    private final Supplier<TestRecorder> recorder;
    private final Moments moments;

    /** Called by Jupiter. */
    public AttestExtension() {
        this(AttestRuntime.shared()::recorder, AttestRuntime.shared()::screenshots);
    }

    AttestExtension(Supplier<TestRecorder> recorder, Supplier<Screenshots> screenshots) {
        this.recorder = recorder;
        this.moments = new Moments(recorder, screenshots);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        moments.classBegins(context);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        moments.fixture(invocation, context);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        moments.fixture(invocation, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        moments.setUp(invocation, call.getArguments(), context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        moments.body(invocation, call.getArguments(), context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        commentOn(call, context.getUniqueId());
        moments.body(invocation, call.getArguments(), context);
    }

    /** The form with three arguments is the one that JUnit 5.8 and JUnit 6 both have. */
    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext call, ExtensionContext context) throws Throwable {
        moments.body(invocation, List.of(), context);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        moments.executed(context);
    }

    private void commentOn(ReflectiveInvocationContext<Method> call, String key) {
        TestRecorder current = recorder.get();
        // Not a word to the arguments' toString() when nobody will read it.
        if (current == TestRecorder.disabled()) {
            return;
        }
        try {
            String arguments = describe(call.getExecutable().getParameters(), call.getArguments());
            if (!arguments.isEmpty()) {
                current.comment(key, abridged("Arguments: " + arguments, LONGEST_LINE));
            }
        } catch (RuntimeException | LinkageError e) {
            // Damaged parameter names in the class file, for one: no reason for the test to fail.
            LOG.log(System.Logger.Level.DEBUG, "Arguments of " + key + " could not be described.", e);
        }
    }

    private static String describe(Parameter[] parameters, List<?> arguments) {
        StringJoiner line = new StringJoiner(", ");
        for (int i = 0; i < parameters.length && i < arguments.size(); i++) {
            if (!isInjected(parameters[i])) {
                String name = parameters[i].isNamePresent() ? parameters[i].getName() + " = " : "";
                line.add(name + describe(arguments.get(i)));
            }
        }
        return line.toString();
    }

    /** {@code TestInfo} and its like say nothing about this invocation that its title does not. */
    private static boolean isInjected(Parameter parameter) {
        return parameter.getType().getName().startsWith("org.junit.jupiter.api.");
    }

    /** Survives whatever a {@code toString()} of the test's own throws: the test may well pass without calling it. */
    private static String describe(@Nullable Object argument) {
        try {
            String text = argument instanceof CharSequence ? "\"" + argument + "\"" : deepToString(argument);
            return abridged(escaped(text), LONGEST_VALUE);
        } catch (Throwable e) {
            return "(toString() threw " + e.getClass().getName() + ")";
        }
    }

    private static String deepToString(@Nullable Object argument) {
        String inArray = Arrays.deepToString(new @Nullable Object[] {argument});
        return inArray.substring(1, inArray.length() - 1);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && i <= LONGEST_VALUE; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> escaped.append(Character.isISOControl(c) ? String.format("\\u%04x", (int) c) : c);
            }
        }
        return escaped.toString();
    }

    private static String abridged(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = length - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
