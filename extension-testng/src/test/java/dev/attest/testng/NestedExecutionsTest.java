package dev.attest.testng;

import dev.attest.testkit.RecordingRecorder;
import dev.attest.testkit.RecordingReporting;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testng.IInvokedMethod;
import org.testng.IInvokedMethodListener;
import org.testng.ITestResult;
import org.testng.TestNG;
import org.testng.TestNGException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.BeforeSuite;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Listeners;
import org.testng.annotations.Test;
import org.testng.xml.XmlSuite.ParallelMode;

import static org.assertj.core.api.Assertions.assertThat;

/** An execution that a test, a fixture or a listener starts adds nothing. */
class NestedExecutionsTest {

    private static final InheritableThreadLocal<Build> CURRENT = new InheritableThreadLocal<>();

    static Stream<Class<?>> places() {
        return Stream.of(InTheBody.class, InFixtures.class, InRows.class, InListeners.class, OnThreads.class);
    }

    @ParameterizedTest
    @MethodSource("places")
    void addNothing(Class<?> place) {
        assertThat(new Build(true).run(place)).isEqualTo(new Build(false).run(place));
    }

    /** A build whose tests may start executions. Each has the listener of Attest, as by ServiceLoader. */
    private static final class Build {

        private final RecordingRecorder recorder = new RecordingRecorder("testng");
        private final ExecutionCoordinator shared = new ExecutionCoordinator(new RecordingReporting(recorder));
        private final boolean starts;

        Build(boolean starts) {
            this.starts = starts;
        }

        String run(Class<?> fixture) {
            CURRENT.set(this);
            Launch.of(fixture)
                    .with(suite -> suite.setParallel(ParallelMode.METHODS))
                    .listening(new AttestListener(shared))
                    .run();
            return recorder.sortedLedger();
        }

        /** Starts executions: one that ends, one that is dry, and one that throws before its end. */
        void start() {
            if (starts) {
                testng(Inner.class).run();
                try {
                    testng(Endless.class).run();
                    throw new AssertionError("the dependency has no end");
                } catch (TestNGException expected) {
                    // The listener has heard of the start, and never hears of the end.
                }
            }
        }

        private TestNG testng(Class<?> fixture) {
            TestNG testng = new TestNG(false);
            testng.setServiceLoaderClassLoader(new URLClassLoader(new URL[0], null));
            testng.addListener(new AttestListener(shared));
            testng.setTestClasses(new Class<?>[] {fixture});
            testng.setVerbose(0);
            return testng;
        }
    }

    public static class Inner {
        @BeforeClass
        public void prepare() {
            throw new IllegalStateException("within");
        }

        @Test
        public void skipped() {}
    }

    public static class Endless {
        @Test(dependsOnMethods = "second")
        public void first() {}

        @Test(dependsOnMethods = "first")
        public void second() {}
    }

    public static class InTheBody {
        @Test
        public void one() {
            CURRENT.get().start();
        }

        @Test
        public void two() {
            CURRENT.get().start();
            throw new IllegalStateException("outside");
        }
    }

    public static class InFixtures {
        @BeforeSuite
        public void open() {
            CURRENT.get().start();
        }

        @BeforeClass
        public void prepare() {
            CURRENT.get().start();
        }

        @BeforeMethod
        public void setUp() {
            CURRENT.get().start();
        }

        @Test
        public void between() {}

        @AfterMethod
        public void tearDown() {
            CURRENT.get().start();
        }

        @AfterClass
        public void end() {
            CURRENT.get().start();
        }
    }

    public static class InRows {
        @DataProvider
        public Object[][] rows() {
            CURRENT.get().start();
            return new Object[][] {{1}, {2}};
        }

        @Test(dataProvider = "rows")
        public void fed(int row) {}
    }

    @Listeners(Starting.class)
    public static class InListeners {
        @Test
        public void listened() {}
    }

    public static final class Starting implements IInvokedMethodListener {
        @Override
        public void beforeInvocation(IInvokedMethod method, ITestResult test) {
            CURRENT.get().start();
        }

        @Override
        public void afterInvocation(IInvokedMethod method, ITestResult test) {
            CURRENT.get().start();
        }
    }

    public static class OnThreads {
        @Test
        public void ofItsOwn() throws Exception {
            Thread thread = new Thread(CURRENT.get()::start);
            thread.start();
            thread.join();
        }

        @Test
        public void ofAPool() throws Exception {
            ExecutorService pool = Executors.newSingleThreadExecutor();
            pool.submit(CURRENT.get()::start).get();
            pool.shutdown();
        }
    }
}
