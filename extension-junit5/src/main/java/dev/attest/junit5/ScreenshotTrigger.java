package dev.attest.junit5;

import dev.attest.spi.Screenshots;
import dev.attest.spi.TestContext;
import dev.attest.spi.TestRecorder;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

    private static final System.Logger LOG = System.getLogger(ScreenshotTrigger.class.getName());
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(ScreenshotTrigger.class);

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

    ScreenshotTrigger(Supplier<TestRecorder> recorder, Supplier<Screenshots> screenshots) {
        this.recorder = recorder;
        this.screenshots = screenshots;
    }

    void runBody(Invocation<Void> invocation, List<? extends @Nullable Object> arguments, ExtensionContext context)
            throws Throwable {
        begin(context);
        runSetUp(invocation, arguments, context);
        takeScreenshots(context, arguments, null);
    }

    void runSetUp(Invocation<Void> invocation, List<? extends @Nullable Object> arguments, ExtensionContext context)
            throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable e) {
            takeScreenshots(context, arguments, e);
            throw e;
        }
    }

    /** Records the thread of the class fixtures: a fixture with a timeout may run on its own thread. */
    void beforeAll(ExtensionContext context) {
        begin(context);
    }

    /**
     * Runs a class fixture. The Platform has no test for it: if it fails, its screenshots wait until
     * {@link RunningPlan} reports the container on this thread.
     */
    void runFixture(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable e) {
            prepare(context, e);
            takeScreenshots(context, List.of(), e);
            throw e;
        }
    }

    /** Handles a failure outside the body, as in another extension. */
    void afterExecution(ExtensionContext context) {
        Throwable failure = context.getExecutionException().orElse(null);
        if (failure != null && !isAborted(failure)) {
            takeScreenshots(context, List.of(), failure);
        }
    }

    private void begin(ExtensionContext context) {
        guarded(context, attempt -> attempt.body = Thread.currentThread());
    }

    private void prepare(ExtensionContext context, Throwable failure) {
        guarded(context, attempt -> {
            String container = context.getUniqueId();
            if (!isAborted(failure) && !attempt.isOver() && recorder.get().isRunning(container)) {
                recorder.get().preparing(container);
            }
        });
    }

    private void takeScreenshots(
            ExtensionContext context, List<? extends @Nullable Object> arguments, @Nullable Throwable failure) {
        guarded(context, attempt -> {
            boolean failed = failure != null && !isAborted(failure);
            if (attempt.isOver()) {
                return;
            }
            attempt.screenshotTaken = failed;
            TestContext testContext = testContext(context, arguments, failure);
            if (failed) {
                screenshots.get().failed(context.getUniqueId(), testContext);
            } else {
                screenshots.get().ended(context.getUniqueId(), testContext);
            }
        });
    }

    private void guarded(ExtensionContext context, Consumer<Attempt> action) {
        try {
            if (screenshots.get() != Screenshots.none() && FirstCopy.isThis(context)) {
                action.accept(attempt(context));
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.log(System.Logger.Level.DEBUG, "No pictures of " + context.getUniqueId() + ".", e);
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
        Class<?> testClass = nearest(context, ExtensionContext::getTestClass).orElse(Object.class);
        return new TestContext(testClass, method, instances, arguments, failure);
    }

    /** Searches parents too: a dynamic test has its factory only as its parent. */
    private static <T> Optional<T> nearest(ExtensionContext context, Function<ExtensionContext, Optional<T>> property) {
        Optional<T> own = property.apply(context);
        return own.isPresent() ? own : context.getParent().flatMap(parent -> nearest(parent, property));
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
