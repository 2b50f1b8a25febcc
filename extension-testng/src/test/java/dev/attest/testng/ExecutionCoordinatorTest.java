package dev.attest.testng;

import dev.attest.internal.attribution.PlanThreads;
import dev.attest.spi.PlanNesting;
import dev.attest.spi.ReportingSession;
import dev.attest.spi.Screenshots;
import dev.attest.spi.TestRecorder;
import dev.attest.testkit.RecordingRecorder;
import dev.attest.testkit.RecordingReporting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testng.IExecutionListener;
import org.testng.IMethodInterceptor;
import org.testng.ISuite;
import org.testng.ISuiteListener;
import org.testng.ITestContext;
import org.testng.ITestListener;
import org.testng.ITestNGListener;
import org.testng.ITestResult;
import org.testng.annotations.DataProvider;
import org.testng.xml.XmlSuite;

import static org.assertj.core.api.Assertions.assertThat;

/** One plan for what really runs, and silence otherwise. */
class ExecutionCoordinatorTest {

    @Test
    void speaksForTestNgBeforeThePlanStartsAndClosesTheSessionAfterIt() {
        assertThat(Launch.of(One.class).run().recorder().ledger()).isEqualTo("""
                speaking for testng
                plan started {}
                started One › one <One one()>
                stopped One › one
                finished One › one: PASSED
                plan finished
                session closed
                """);
    }

    public static class One {
        @org.testng.annotations.Test
        public void one() {}
    }

    @Test
    void reportsOnePlanForSeveralSuites() {
        Launch launch = Launch.empty()
                .suite("a")
                .test("a", One.class)
                .with("attest.output", "never")
                .suite("b")
                .test("b", Two.class)
                .with("attest.output", "always")
                .run();

        assertThat(launch.recorder().ledger()).isEqualTo("""
                speaking for testng
                plan started {attest.output=never}
                started One › one <One one()>
                stopped One › one
                finished One › one: PASSED
                started Two › two <Two two()>
                stopped Two › two
                finished Two › two: PASSED
                plan finished
                session closed
                """);
    }

    @Test
    void tellsTheSuiteFilesThatSomebodyWrote(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("nightly.xml"), "<suite/>");
        XmlSuite written = new XmlSuite();
        written.setFileName(file.toString());
        XmlSuite made = new XmlSuite();
        made.setFileName(folder.resolve("made.xml").toString());
        RecordingRecorder recorder = new RecordingRecorder("testng");

        new ExecutionCoordinator(new RecordingReporting(recorder)).planned(List.of(new XmlSuite(), made, written));

        assertThat(recorder.configurations()).containsExactly("nightly.xml: <suite/>");
    }

    public static class Two {
        @org.testng.annotations.Test
        public void two() {}
    }

    @Test
    void saysNothingOfADryRun() {
        Launch launch = Launch.of(Fails.class);

        System.setProperty("testng.mode.dryrun", "true");
        try {
            launch.run();
        } finally {
            System.clearProperty("testng.mode.dryrun");
        }

        assertThat(launch.recorder().ledger()).isEmpty();
    }

    public static class Fails {
        @org.testng.annotations.Test
        public void fails() {
            throw new IllegalStateException("in earnest");
        }
    }

    @Test
    void reportsTheRealRunAfterADryOne() {
        Launch dry = Launch.of(Fails.class);
        AttestListener listener = new AttestListener(new RecordingReporting(dry.recorder()));
        System.setProperty("testng.mode.dryrun", "true");
        try {
            dry.listening(listener).run();
        } finally {
            System.clearProperty("testng.mode.dryrun");
        }

        Launch.of(Fails.class).listening(listener).run();

        assertThat(dry.testLedger()).isEqualTo("""
                started Fails › fails <Fails fails()>
                stopped Fails › fails
                finished Fails › fails: FAILED, in earnest (with trace)
                """);
    }

    @Test
    void sharesWhatItKnowsWithAllInstances() throws Exception {
        Launch launch = Launch.of(One.class);
        ExecutionCoordinator shared = new ExecutionCoordinator(new RecordingReporting(launch.recorder()));
        AttestListener first = new AttestListener(shared);
        AttestListener second = new AttestListener(shared);
        ExecutorService beside = Executors.newSingleThreadExecutor();

        beside.submit(first::onExecutionStart).get();
        launch.listening(second).run();

        assertThat(launch.recorder().ledger()).doesNotContain("plan finished");

        beside.submit(first::onExecutionFinish).get();
        beside.shutdown();

        assertThat(launch.recorder().ledger()).isEqualTo("""
                speaking for testng
                speaking for testng
                plan started {}
                started One › one <One one()>
                stopped One › one
                finished One › one: PASSED
                plan finished
                session closed
                """);
    }

    @Test
    void reportsThoughItWasMetAfterTheStart() {
        Launch launch = Launch.of(One.class);
        AttestListener listener = new AttestListener(new RecordingReporting(launch.recorder()));

        launch.listening(new NoStart(listener)).run();

        assertThat(launch.testLedger()).contains("finished One › one: PASSED");
    }

    /** Passes on what TestNG tells a listener that {@code @Listeners} names. */
    record NoStart(AttestListener listener) implements ISuiteListener, ITestListener {

        @Override
        public void onStart(ISuite suite) {
            listener.onStart(suite);
        }

        @Override
        public void onTestStart(ITestResult result) {
            listener.onTestStart(result);
        }

        @Override
        public void onTestSuccess(ITestResult result) {
            listener.onTestSuccess(result);
        }

        @Override
        public void onFinish(ITestContext context) {
            listener.onFinish(context);
        }
    }

    @Test
    void isDormantWhereNothingIsReported() {
        List<String> calls = new ArrayList<>();
        Launch.of(Watched.class)
                .listening(new AttestListener(new Dormant(calls)))
                .run();

        assertThat(calls).containsExactly("speaking for testng", "plan started", "plan finished", "session closed");
        assertThat(Watched.asked).isFalse();
    }

    public static class Watched {
        static boolean asked;

        @DataProvider
        public Object[][] rows() {
            return new Object[][] {{new Watcher()}};
        }

        @org.testng.annotations.Test(dataProvider = "rows")
        public void fed(Object value) {}
    }

    static final class Watcher {
        @Override
        public String toString() {
            Watched.asked = true;
            return "asked";
        }
    }

    /** Reports to nobody. */
    record Dormant(List<String> calls) implements ReportingSession {

        @Override
        public PlanNesting nesting() {
            return new PlanThreads();
        }

        @Override
        public void sessionOpened() {}

        @Override
        public TestRecorder planStarted(Map<String, String> parameters) {
            calls.add("plan started");
            return TestRecorder.disabled();
        }

        @Override
        public TestRecorder recorder() {
            return TestRecorder.disabled();
        }

        @Override
        public Screenshots screenshots() {
            return Screenshots.none();
        }

        @Override
        public void claimEngine(String engine) {
            calls.add("speaking for " + engine);
        }

        @Override
        public boolean isEngineClaimed(String engine) {
            return true;
        }

        @Override
        public void planFinished() {
            calls.add("plan finished");
        }

        @Override
        public void sessionClosed() {
            calls.add("session closed");
        }
    }

    @Test
    void throwsNothingIntoTestNg() {
        Launch launch = Launch.of(One.class);
        AttestListener listener = new AttestListener(new RecordingReporting(launch.recorder()));
        listener.onExecutionStart();
        listener.alter(List.of());

        listener.onTestStart(null);
        listener.onTestSuccess(null);
        listener.beforeConfiguration(null, null);
        listener.onConfigurationFailure(null, null);
        listener.onExecutionFinish();

        assertThat(launch.recorder().ledger()).endsWith("plan finished\nsession closed\n");
    }

    @Test
    void takesTheStatusOfATestOfWhoseEndItDidNotHear() {
        Launch launch = Launch.of(One.class);
        AttestListener listener = new AttestListener(new RecordingReporting(launch.recorder()));

        launch.listening(new Deaf(listener)).run();

        assertThat(launch.results()).isEqualTo("""
                started One › one <One one()>
                finished One › one: PASSED
                """);
    }

    @Test
    void givesATestThatNeverEndedUp() {
        Launch launch = Launch.of(One.class);
        AttestListener listener = new AttestListener(new RecordingReporting(launch.recorder()));
        ITestListener endsTheExecution = new ITestListener() {
            @Override
            public void onTestStart(ITestResult result) {
                listener.onExecutionFinish();
            }
        };

        launch.listening(new Deaf(listener), endsTheExecution).run();

        assertThat(launch.results()).isEqualTo("""
                started One › one <One one()>
                finished One › one: ABORTED, TestNG ended before this test did.
                """);
    }

    /** Does not hear how tests end. */
    record Deaf(AttestListener listener) implements IExecutionListener, ISuiteListener, ITestListener {

        @Override
        public void onStart(ISuite suite) {
            listener.onStart(suite);
        }

        @Override
        public void onTestStart(ITestResult result) {
            listener.onTestStart(result);
        }

        @Override
        public void onExecutionFinish() {
            listener.onExecutionFinish();
        }
    }

    @Test
    void takesAMethodThatAnInterceptorDoublesForTwoTests() {
        IMethodInterceptor twice = (methods, context) -> List.of(methods.get(0), methods.get(0));
        Launch launch = Launch.of(One.class);
        launch.listening(new AttestListener(new RecordingReporting(launch.recorder())), twice);

        assertThat(launch.run().results()).isEqualTo("""
                started One › one <One one()>
                finished One › one: PASSED
                started One › one › [2] <One one() #2>
                finished One › one › [2]: PASSED
                """);
    }

    @Test
    void isFoundByServiceLoader() {
        assertThat(ServiceLoader.load(ITestNGListener.class)).hasAtLeastOneElementOfType(AttestListener.class);
    }
}
