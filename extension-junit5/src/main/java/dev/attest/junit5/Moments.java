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
 * Has pictures taken at the right moments: once for each attempt at a test, when its body or its set-up has thrown and
 * nothing is torn down yet, on the thread on which that ran; and when a fixture of a class has thrown. What an attempt
 * is at is kept in Jupiter's store of it. What goes wrong here changes no test.
 */
final class Moments {

    private static final System.Logger LOG = System.getLogger(Moments.class.getName());
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(Moments.class);

    /** Who ran the body of an attempt, and whether there are pictures. */
    private static final class Attempt {

        private volatile @Nullable Thread body;
        private volatile boolean taken;

        /** A body that timed out on a thread of its own may still be at its browser. */
        boolean isOver() {
            Thread ran = body;
            return taken || (ran != null && ran != Thread.currentThread());
        }
    }

    private final Supplier<TestRecorder> recorder;
    private final Supplier<Screenshots> screenshots;

    Moments(Supplier<TestRecorder> recorder, Supplier<Screenshots> screenshots) {
        this.recorder = recorder;
        this.screenshots = screenshots;
    }

    /** Runs the body of a test. */
    void body(Invocation<Void> invocation, List<? extends @Nullable Object> arguments, ExtensionContext context)
            throws Throwable {
        begin(context);
        try {
            invocation.proceed();
        } catch (Throwable e) {
            take(context, arguments, e);
            throw e;
        }
        take(context, arguments, null);
    }

    /** Runs a method that sets a test up. */
    void setUp(Invocation<Void> invocation, List<? extends @Nullable Object> arguments, ExtensionContext context)
            throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable e) {
            take(context, arguments, e);
            throw e;
        }
    }

    /** Notes who runs the fixtures of a class: one with a timeout may run on a thread of its own. */
    void classBegins(ExtensionContext context) {
        begin(context);
    }

    /**
     * Runs a method that sets a class up or tears it down. The Platform has no test for it: should it fail, the
     * pictures wait for {@link RunningPlan} to report the container, on this thread.
     */
    void fixture(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable e) {
            prepare(context, e);
            take(context, List.of(), e);
            throw e;
        }
    }

    /** What failed though the body passed, such as another extension around it, is seen only here. */
    void executed(ExtensionContext context) {
        Throwable failure = context.getExecutionException().orElse(null);
        if (failure != null && !isAborted(failure)) {
            take(context, List.of(), failure);
        }
    }

    private void begin(ExtensionContext context) {
        guarded(context, attempt -> attempt.body = Thread.currentThread());
    }

    private void prepare(ExtensionContext context, Throwable failure) {
        guarded(context, attempt -> {
            if (!isAborted(failure) && !attempt.isOver()) {
                recorder.get().preparing(context.getUniqueId());
            }
        });
    }

    private void take(
            ExtensionContext context, List<? extends @Nullable Object> arguments, @Nullable Throwable failure) {
        guarded(context, attempt -> {
            boolean failed = failure != null && !isAborted(failure);
            if (attempt.isOver()) {
                return;
            }
            attempt.taken = failed;
            TestContext scene = scene(context, arguments, failure);
            if (failed) {
                screenshots.get().failed(context.getUniqueId(), scene);
            } else {
                screenshots.get().ended(context.getUniqueId(), scene);
            }
        });
    }

    private void guarded(ExtensionContext context, Consumer<Attempt> action) {
        try {
            if (screenshots.get() != Screenshots.none()) {
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

    private static TestContext scene(
            ExtensionContext context, List<? extends @Nullable Object> arguments, @Nullable Throwable failure) {
        List<Object> instances = new ArrayList<>(nearest(context, ExtensionContext::getTestInstances)
                .map(all -> all.getAllInstances())
                .orElse(List.of()));
        Collections.reverse(instances);
        Method method = nearest(context, ExtensionContext::getTestMethod).orElse(null);
        Class<?> testClass = nearest(context, ExtensionContext::getTestClass).orElse(Object.class);
        return new TestContext(testClass, method, instances, arguments, failure);
    }

    /** A dynamic test knows its factory only as its parent. */
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
