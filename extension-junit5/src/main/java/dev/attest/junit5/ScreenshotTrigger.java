package dev.attest.junit5;

import dev.attest.spi.Screenshots;
import dev.attest.spi.TestContext;
import dev.attest.spi.TestRecorder;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/**
 * Takes screenshots when a test or class fixture fails. For each attempt, this happens once: when its body or set-up
 * has thrown, before the tear-down, on the thread that ran it. The state of an attempt is kept in Jupiter's store.
 * Exceptions here do not affect tests.
 */
final class ScreenshotTrigger {

    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(ScreenshotTrigger.class);

    /** Not {@code List.of()}, which a test may mock. */
    static final List<Object> NONE = List.of();

    private enum Step {
        BEGIN,
        /** A class fixture has failed. */
        FAIL_FIXTURE,
        /** A body has ended, or a set-up has failed. */
        END,
        /** All that belongs to the body has ended. */
        END_EXECUTION
    }

    /** The thread that ran the body of an attempt, and whether there are screenshots. */
    private static final class Attempt {

        private volatile @Nullable Thread body;
        private volatile boolean screenshotTaken;

        /**
         * Returns true after a screenshot, or if the body timed out on its own thread, which may still use the browser.
         */
        boolean isOver() {
            Thread ran = body;
            return screenshotTaken || (ran != null && ran != Thread.currentThread());
        }
    }

    private final Supplier<TestRecorder> recorder;
    private final Supplier<Screenshots> screenshots;
    private final FirstCopy copies;

    ScreenshotTrigger(Supplier<TestRecorder> recorder, Supplier<Screenshots> screenshots, FirstCopy copies) {
        this.copies = copies;
        this.recorder = recorder;
        this.screenshots = screenshots;
    }

    void runBody(Invocation<Void> invocation, List<? extends @Nullable Object> arguments, ExtensionContext context)
            throws Throwable {
        boolean possible = arePossible(context);
        if (possible) {
            guarded(Step.BEGIN, context, arguments, null);
        }
        runSetUp(invocation, arguments, context);
        if (possible || arePossible(context)) {
            guarded(Step.END, context, arguments, null);
        }
    }

    void runSetUp(Invocation<Void> invocation, List<? extends @Nullable Object> arguments, ExtensionContext context)
            throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable e) {
            if (arePossible(context)) {
                guarded(Step.END, context, arguments, e);
            }
            throw e;
        }
    }

    /** Records the thread of the class fixtures: a fixture with a timeout may run on its own thread. */
    void beforeAll(ExtensionContext context) {
        guarded(Step.BEGIN, context, NONE, null);
    }

    /**
     * Runs a class fixture. The Platform has no test for it: if it fails, its screenshots wait until
     * {@link RunningPlan} reports the container on this thread.
     */
    void runFixture(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable e) {
            guarded(Step.FAIL_FIXTURE, context, NONE, e);
            throw e;
        }
    }

    /** Handles a failure outside the body, as in another extension. */
    void afterExecution(ExtensionContext context) {
        if (arePossible(context)) {
            guarded(Step.END_EXECUTION, context, NONE, null);
        }
    }

    /** Returns whether the test may have a browser. In most projects none has, and so nothing is done for each test. */
    private boolean arePossible(ExtensionContext context) {
        try {
            Screenshots current = screenshots.get();
            return current != Screenshots.none() && current.arePossible(testClass(context));
        } catch (Throwable e) {
            return true;
        }
    }

    private static Class<?> testClass(ExtensionContext context) {
        Optional<Class<?>> own = context.getTestClass();
        for (ExtensionContext each = context; own.isEmpty() && each.getParent().isPresent(); ) {
            each = each.getParent().get();
            own = each.getTestClass();
        }
        return own.isPresent() ? own.get() : Object.class;
    }

    /** Nothing here leaves this method, such as a lambda that cannot be created while a test mocks the JDK. */
    private void guarded(
            Step step,
            ExtensionContext context,
            List<? extends @Nullable Object> arguments,
            @Nullable Throwable failure) {
        try {
            if (screenshots.get() != Screenshots.none() && copies.isThis(context)) {
                Attempt attempt = attempt(context);
                switch (step) {
                    case BEGIN -> attempt.body = Thread.currentThread();
                    case FAIL_FIXTURE -> {
                        prepare(attempt, context, failure);
                        takeScreenshots(attempt, context, arguments, failure);
                    }
                    case END -> takeScreenshots(attempt, context, arguments, failure);
                    case END_EXECUTION -> {
                        Throwable thrown = context.getExecutionException().orElse(null);
                        if (isFailure(thrown)) {
                            takeScreenshots(attempt, context, arguments, thrown);
                        }
                    }
                }
            }
        } catch (Throwable e) {
            log("There are no pictures of", context, e);
        }
    }

    static void log(String trouble, ExtensionContext context, Throwable thrown) {
        try {
            ListenerFailures.log(System.Logger.Level.DEBUG, trouble + " " + context.getUniqueId() + ".", thrown);
        } catch (Throwable messageFailed) {
            // Memory is short. That must not fail a test.
        }
    }

    private void prepare(Attempt attempt, ExtensionContext context, @Nullable Throwable failure) {
        String container = context.getUniqueId();
        if (isFailure(failure) && !attempt.isOver() && recorder.get().isRunning(container)) {
            recorder.get().preparing(container);
        }
    }

    private void takeScreenshots(
            Attempt attempt,
            ExtensionContext context,
            List<? extends @Nullable Object> arguments,
            @Nullable Throwable failure) {
        if (attempt.isOver()) {
            return;
        }
        attempt.screenshotTaken = isFailure(failure);
        TestContext testContext = testContext(context, arguments, failure);
        if (attempt.screenshotTaken) {
            screenshots.get().failed(context.getUniqueId(), testContext);
        } else {
            screenshots.get().ended(context.getUniqueId(), testContext);
        }
    }

    private static Attempt attempt(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(STORE);
        Attempt known = store.get(context.getUniqueId(), Attempt.class);
        if (known != null) {
            return known;
        }
        Attempt attempt = new Attempt();
        store.put(context.getUniqueId(), attempt);
        return attempt;
    }

    private static TestContext testContext(
            ExtensionContext context, List<? extends @Nullable Object> arguments, @Nullable Throwable failure) {
        List<Object> instances = new ArrayList<>(nearest(context, ExtensionContext::getTestInstances)
                .map(all -> all.getAllInstances())
                .orElse(List.of()));
        Collections.reverse(instances);
        Method method = nearest(context, ExtensionContext::getTestMethod).orElse(null);
        return new TestContext(testClass(context), method, instances, arguments, failure);
    }

    /** Searches parents too: a dynamic test has its factory only as its parent. */
    private static <T> Optional<T> nearest(ExtensionContext context, Function<ExtensionContext, Optional<T>> property) {
        Optional<T> own = property.apply(context);
        return own.isPresent() ? own : context.getParent().flatMap(parent -> nearest(parent, property));
    }

    private static boolean isFailure(@Nullable Throwable thrown) {
        return thrown != null && !isAborted(thrown);
    }

    private static boolean isAborted(Throwable failure) {
        for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals("org.opentest4j.TestAbortedException")) {
                return true;
            }
        }
        return false;
    }
}
