package dev.attest.junit5;

import dev.attest.testkit.RecordingRecorder;
import dev.attest.testkit.RecordingReporting;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstancePreDestroyCallback;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever changes what becomes of a test, and wherever: what the Platform reports in the end is published. */
class FinalOutcomeTest {

    /** Where code of a user runs that can change what becomes of a test. */
    enum Place {
        INTERCEPTOR,
        EXCEPTION_HANDLER,
        AFTER_TEST_EXECUTION,
        AFTER_EACH,
        PRE_DESTROY,
        STORE,
        WATCHER,
        LISTENER_STARTED,
        LISTENER_FINISHED
    }

    enum Change {
        /** Handles the exception of the test, where that is possible. */
        PASSES,
        FAILS,
        ABORTS;

        void apply() {
            switch (this) {
                case PASSES -> {}
                case FAILS -> throw new IllegalStateException("failed by an extension");
                case ABORTS -> throw new TestAbortedException("aborted by an extension");
            }
        }
    }

    private static final InheritableThreadLocal<Changes> CHANGES = new InheritableThreadLocal<>();

    private record Changes(Place place, Change change) {

        static void at(Place place) {
            if (CHANGES.get().place == place) {
                CHANGES.get().change.apply();
            }
        }

        static boolean passes(Place place) {
            return CHANGES.get().place == place && CHANGES.get().change == Change.PASSES;
        }
    }

    static Stream<Arguments> changes() {
        return Arrays.stream(Place.values())
                .flatMap(place -> Arrays.stream(Change.values()).map(change -> Arguments.of(place, change)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isWhatThePlatformReportsInTheEnd(Place place, Change change) {
        CHANGES.set(new Changes(place, change));
        RecordingRecorder recorder = new RecordingRecorder("junit-jupiter");
        Witness witness = new Witness();

        Launch launch = Launch.of(Suite.class);
        launch.launcher().execute(launch.request(), new PublishingListener(new RecordingReporting(recorder)), witness);

        assertThat(recorder.ledger().lines().filter(line -> line.startsWith("finished ")))
                .containsExactlyElementsOf(witness.reported)
                .hasSize(2);
    }

    /** What other listeners hear. It may throw, which the Platform logs. */
    private static final class Witness implements TestExecutionListener {

        private final List<String> reported = new CopyOnWriteArrayList<>();

        @Override
        public void executionStarted(TestIdentifier test) {
            if (test.isTest()) {
                Changes.at(Place.LISTENER_STARTED);
            }
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                reported.add("finished Suite › " + test.getDisplayName() + ": "
                        + switch (result.getStatus()) {
                            case SUCCESSFUL -> "PASSED";
                            case ABORTED -> "SKIPPED, " + message(result);
                            case FAILED -> "FAILED, " + message(result) + " (with trace)";
                        });
                Changes.at(Place.LISTENER_FINISHED);
            }
        }

        private static String message(TestExecutionResult result) {
            return result.getThrowable().orElseThrow().getMessage();
        }
    }

    @ExtendWith(Changing.class)
    @Fixture
    static class Suite {
        @Test
        void fails() {
            throw new IllegalStateException("failed by itself");
        }

        @Test
        void passes() {}
    }

    static final class Changing
            implements BeforeEachCallback,
                    InvocationInterceptor,
                    TestExecutionExceptionHandler,
                    AfterTestExecutionCallback,
                    AfterEachCallback,
                    TestInstancePreDestroyCallback,
                    TestWatcher {

        @Override
        public void beforeEach(ExtensionContext context) {
            context.getStore(ExtensionContext.Namespace.create(Changing.class))
                    .put("closed", (AutoCloseable) () -> Changes.at(Place.STORE));
        }

        @Override
        public void interceptTestMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
                throws Throwable {
            try {
                invocation.proceed();
            } catch (IllegalStateException e) {
                if (!Changes.passes(Place.INTERCEPTOR)) {
                    throw e;
                }
            }
            Changes.at(Place.INTERCEPTOR);
        }

        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
            Changes.at(Place.EXCEPTION_HANDLER);
            if (!Changes.passes(Place.EXCEPTION_HANDLER)) {
                throw thrown;
            }
        }

        @Override
        public void afterTestExecution(ExtensionContext context) {
            Changes.at(Place.AFTER_TEST_EXECUTION);
        }

        @Override
        public void afterEach(ExtensionContext context) {
            Changes.at(Place.AFTER_EACH);
        }

        @Override
        public void preDestroyTestInstance(ExtensionContext context) {
            Changes.at(Place.PRE_DESTROY);
        }

        @Override
        public void testSuccessful(ExtensionContext context) {
            Changes.at(Place.WATCHER);
        }

        @Override
        public void testFailed(ExtensionContext context, Throwable cause) {
            Changes.at(Place.WATCHER);
        }
    }
}
