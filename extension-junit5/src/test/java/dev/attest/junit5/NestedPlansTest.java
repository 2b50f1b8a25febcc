package dev.attest.junit5;

import dev.attest.testkit.RecordingRecorder;
import dev.attest.testkit.RecordingReporting;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** A plan that a test or a fixture starts adds nothing; plans that follow each other or run side by side do. */
class NestedPlansTest {

    private static final InheritableThreadLocal<Build> CURRENT = new InheritableThreadLocal<>();

    static Stream<Class<?>> places() {
        return Stream.of(
                InTheBody.class,
                InConstructors.class,
                InFixtures.class,
                InExtensions.class,
                InDynamicTests.class,
                OnThreads.class);
    }

    @ParameterizedTest
    @MethodSource("places")
    void addNothing(Class<?> place) {
        assertThat(new Build(true).run(place)).isEqualTo(new Build(false).run(place));
    }

    /** The threads that the tests of earlier plans made are the tests' threads still. */
    @Test
    void addNothingOnThreadsThatOutliveAPlan() {
        Build build = new Build(true);

        build.run(OnThreads.class);

        assertThat(build.run(OnThreads.class)).doesNotContain("Inner");
    }

    @Test
    void addNothingAmongParallelTests() {
        assertThat(new Build(true).run(Concurrently.class)).isEqualTo("""
                finished Concurrently › one(): PASSED
                finished Concurrently › three(): PASSED
                finished Concurrently › two(): PASSED
                plan finished
                plan started {}
                started Concurrently › one() <Concurrently one()>
                started Concurrently › three() <Concurrently three()>
                started Concurrently › two() <Concurrently two()>
                """);
    }

    /** While a thread waits for a plan that its test has started, it runs another test of the build. */
    @Test
    void hideNoTestThatTheirThreadHasStolen() {
        RecordingReporting reporting = new RecordingReporting(new RecordingRecorder("build"));
        Launch build = Launch.of().in(new ScriptedEngine("build", root -> {
            ScriptedEngine.Node starts = root.add("test", "1", "starts a plan", null);
            ScriptedEngine.Node stolen = root.add("test", "2", "stolen", null);
            return listener -> {
                listener.executionStarted(root);
                listener.executionStarted(starts);
                Launch.of()
                        .in(new ScriptedEngine("inner", inner -> events -> {
                            events.executionStarted(inner);
                            ScriptedEngine.pass(stolen, listener);
                            events.executionFinished(inner, TestExecutionResult.successful());
                        }))
                        .run(reporting);
                listener.executionFinished(starts, TestExecutionResult.successful());
                listener.executionFinished(root, TestExecutionResult.successful());
            };
        }));

        build.run(reporting);

        assertThat(((RecordingRecorder) reporting.recorder()).ledger().lines())
                .contains("finished starts a plan: PASSED", "finished stolen: PASSED");
    }

    @Test
    void areReportedWhereTheyRunSideBySide() throws Exception {
        Build build = new Build(false);
        CURRENT.set(build);
        ExecutorService pool = Executors.newFixedThreadPool(2);

        pool.invokeAll(places().map(place -> Executors.callable(
                        () -> build.launcher().execute(Launch.of(place).request())))
                .toList());
        pool.shutdown();

        assertThat(build.recorder.ledger().lines().filter(line -> line.startsWith("finished ")))
                .hasSize(8);
    }

    /** A build whose tests may start plans. All its launchers have the listeners of Attest, as by ServiceLoader. */
    private static final class Build {

        private final RecordingRecorder recorder = new RecordingRecorder("junit-jupiter");
        private final RecordingReporting reporting = new RecordingReporting(recorder);
        private final ExecutorService shared = Executors.newSingleThreadExecutor();
        private final boolean starts;
        private final Launcher main = launcher();

        Build(boolean starts) {
            this.starts = starts;
        }

        /** Returns what was recorded, but for sessions, which do nothing while a plan is running. */
        String run(Class<?> fixture) {
            CURRENT.set(this);
            main.execute(parallel(fixture));
            return recorder.sortedLedger().replace("session closed\n", "");
        }

        /** Starts plans on a launcher of their own, in a session, and on the launcher of the build. */
        void start() {
            if (starts) {
                launcher().execute(Launch.of(Inner.class, InnerFails.class).request());
                try (LauncherSession session = LauncherFactory.openSession(config())) {
                    session.getLauncher().execute(parallel(Inner.class));
                    session.getLauncher().execute(Launch.of(Inner.class).request());
                }
                main.execute(Launch.of(Inner.class).request());
            }
        }

        Launcher launcher() {
            return LauncherFactory.create(config());
        }

        private LauncherConfig config() {
            return LauncherConfig.builder()
                    .enableLauncherSessionListenerAutoRegistration(false)
                    .enablePostDiscoveryFilterAutoRegistration(false)
                    .enableTestExecutionListenerAutoRegistration(false)
                    .addLauncherSessionListeners(new SessionListener(reporting))
                    .addTestExecutionListeners(new PublishingListener(reporting))
                    .build();
        }

        private static LauncherDiscoveryRequest parallel(Class<?> fixture) {
            return Launch.of(fixture)
                    .with("junit.jupiter.execution.parallel.enabled", "true")
                    .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                    .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "3")
                    .request();
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Fixture
    static class Inner {
        @BeforeAll
        static void prepare() {}

        @Test
        void passes() {}

        @Test
        void fails() {
            throw new IllegalStateException("within");
        }
    }

    @Fixture
    static class InnerFails {
        @BeforeAll
        static void prepare() {
            throw new IllegalStateException("within");
        }

        @Test
        void never() {}
    }

    @Fixture
    static class InTheBody {
        @Test
        void body() {
            CURRENT.get().start();
        }

        @Test
        void failsAfterwards() {
            CURRENT.get().start();
            throw new IllegalStateException("outside");
        }
    }

    @Fixture
    static class InConstructors {
        InConstructors() {
            CURRENT.get().start();
        }

        @Test
        void constructed() {}
    }

    @Fixture
    static class InFixtures {
        @BeforeAll
        static void prepare() {
            CURRENT.get().start();
        }

        @BeforeEach
        void setUp() {
            CURRENT.get().start();
        }

        @Test
        void between() {}

        @AfterEach
        void tearDown() {
            CURRENT.get().start();
        }

        @AfterAll
        static void end() {
            CURRENT.get().start();
        }
    }

    @ExtendWith(Starting.class)
    @Fixture
    static class InExtensions {
        @Test
        void extended() {}
    }

    static final class Starting implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            CURRENT.get().start();
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            CURRENT.get().start();
        }

        @Override
        public void afterEach(ExtensionContext context) {
            CURRENT.get().start();
        }

        @Override
        public void afterAll(ExtensionContext context) {
            CURRENT.get().start();
        }
    }

    @Fixture
    static class InDynamicTests {
        @TestFactory
        Stream<DynamicTest> made() {
            CURRENT.get().start();
            return Stream.of(DynamicTest.dynamicTest("one", () -> CURRENT.get().start()));
        }
    }

    @Fixture
    static class OnThreads {
        private static ExecutorService pool;

        @BeforeAll
        static void prepare() {
            pool = Executors.newSingleThreadExecutor();
        }

        @Test
        void ofItsOwn() throws Exception {
            Thread thread = new Thread(CURRENT.get()::start);
            thread.start();
            thread.join();
        }

        @Test
        void ofAPool() throws Exception {
            pool.submit(CURRENT.get()::start).get();
            CURRENT.get().shared.submit(CURRENT.get()::start).get();
        }

        @AfterAll
        static void stop() {
            pool.shutdown();
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Fixture
    static class Concurrently {
        @Test
        void one() {
            CURRENT.get().start();
        }

        @Test
        void two() {
            CURRENT.get().start();
        }

        @Test
        void three() {
            CURRENT.get().start();
        }
    }
}
