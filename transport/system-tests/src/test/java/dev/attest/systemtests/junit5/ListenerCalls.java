package dev.attest.systemtests.junit5;

import dev.attest.Attest;
import dev.attest.junit5.PublishingListener;
import dev.attest.junit5.SessionListener;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestInstancePreDestroyCallback;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/** Calls Attest from each callback of the Platform and of Jupiter, with the name of the test that it is about. */
public final class ListenerCalls {

    private ListenerCalls() {}

    /**
     * @param arguments whether the listener of the user is registered before ours, and whether tests run in parallel
     */
    public static void main(String[] arguments) {
        boolean first = Boolean.parseBoolean(arguments[0]);
        TestExecutionListener ours = new PublishingListener();
        TestExecutionListener users = new Speaker();
        LauncherConfig config = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addLauncherSessionListeners(new SessionListener())
                .addTestExecutionListeners(first ? users : ours, first ? ours : users)
                .build();
        try (LauncherSession session = LauncherFactory.openSession(config)) {
            session.getLauncher()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(Suite.class), selectClass(Stealing.class))
                            .configurationParameter("junit.jupiter.execution.parallel.enabled", arguments[1])
                            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                            .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "3")
                            .build());
        }
    }

    static void say(String callback, String test) {
        Attest.comment(callback + " of " + test);
        Attest.attach(callback + ".txt", test);
    }

    private static final class Speaker implements TestExecutionListener {

        @Override
        public void executionStarted(TestIdentifier test) {
            say("executionStarted", test.getDisplayName());
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            say("executionFinished", test.getDisplayName());
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            say("executionSkipped", test.getDisplayName());
        }

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            say("reportingEntryPublished", test.getDisplayName());
        }
    }

    @ExtendWith(Extension.class)
    static class Suite {

        @Test
        void passes() {}

        @Test
        void fails() {
            throw new IllegalStateException("in the body");
        }

        @Test
        void aborts() {
            assumeTrue(false, "in vain");
        }

        @Disabled("today")
        @Test
        void disabled() {}

        @ParameterizedTest(name = "row {index}")
        @ValueSource(ints = {1, 2})
        void repeats(int row) {}

        @TestFactory
        Stream<DynamicTest> makes() {
            return Stream.of(
                    DynamicTest.dynamicTest("made one", () -> {}), DynamicTest.dynamicTest("made two", () -> {}));
        }

        @AfterAll
        static void end() {
            say("afterAll", "Suite");
        }

        @Nested
        class Inner {
            @BeforeEach
            void setUp() {
                throw new IllegalStateException("in the set-up");
            }

            @Test
            void breaks() {}

            @AfterEach
            void tearDown() {
                throw new IllegalStateException("in the tear-down");
            }
        }
    }

    /** A thread that waits for a task of the common pool may run another test meanwhile. */
    static class Stealing {

        @RepeatedTest(value = 30, name = "odd {currentRepetition}")
        void odds() {
            join();
        }

        @RepeatedTest(value = 30, name = "even {currentRepetition}")
        void evens() {
            join();
        }

        private static void join() {
            ForkJoinPool.commonPool()
                    .submit(() ->
                            IntStream.range(0, 1_000_000).map(Integer::bitCount).sum())
                    .join();
        }
    }

    static final class Extension
            implements TestInstancePostProcessor,
                    BeforeEachCallback,
                    BeforeTestExecutionCallback,
                    InvocationInterceptor,
                    TestExecutionExceptionHandler,
                    LifecycleMethodExecutionExceptionHandler,
                    AfterTestExecutionCallback,
                    AfterEachCallback,
                    TestInstancePreDestroyCallback,
                    TestWatcher {

        private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(Extension.class);

        @Override
        public void postProcessTestInstance(Object instance, ExtensionContext context) {
            Attest.comment("postProcessTestInstance");
        }

        @SuppressWarnings("deprecation") // before 5.13, Jupiter closes nothing else
        @Override
        public void beforeEach(ExtensionContext context) {
            say("beforeEach", context.getDisplayName());
            context.getStore(STORE).put("closed", (ExtensionContext.Store.CloseableResource)
                    () -> say("close", context.getDisplayName()));
        }

        @Override
        public void beforeTestExecution(ExtensionContext context) {
            say("beforeTestExecution", context.getDisplayName());
        }

        @Override
        public void interceptTestMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
                throws Throwable {
            try {
                invocation.proceed();
            } finally {
                say("interceptTestMethod", context.getDisplayName());
            }
        }

        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
            say("handleTestExecutionException", context.getDisplayName());
            throw thrown;
        }

        @Override
        public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable thrown)
                throws Throwable {
            say("handleBeforeEachMethodExecutionException", context.getDisplayName());
            throw thrown;
        }

        @Override
        public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable thrown)
                throws Throwable {
            say("handleAfterEachMethodExecutionException", context.getDisplayName());
            throw thrown;
        }

        @Override
        public void afterTestExecution(ExtensionContext context) {
            say("afterTestExecution", context.getDisplayName());
        }

        @Override
        public void afterEach(ExtensionContext context) {
            say("afterEach", context.getDisplayName());
            context.publishReportEntry("entry", "published");
        }

        @Override
        public void preDestroyTestInstance(ExtensionContext context) {
            if (context.getTestMethod().isPresent()) {
                say("preDestroyTestInstance", context.getDisplayName());
            }
        }

        @Override
        public void testSuccessful(ExtensionContext context) {
            say("testSuccessful", context.getDisplayName());
        }

        @Override
        public void testFailed(ExtensionContext context, Throwable cause) {
            say("testFailed", context.getDisplayName());
        }

        @Override
        public void testAborted(ExtensionContext context, Throwable cause) {
            say("testAborted", context.getDisplayName());
        }

        @Override
        public void testDisabled(ExtensionContext context, Optional<String> reason) {
            say("testDisabled", context.getDisplayName());
        }
    }
}
