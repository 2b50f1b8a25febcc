package dev.attest.junit5;

import dev.attest.internal.attribution.PlanThreads;
import dev.attest.spi.PlanNesting;
import dev.attest.spi.ReportingSession;
import dev.attest.spi.Screenshots;
import dev.attest.spi.TestRecorder;
import dev.attest.testkit.RecordingRecorder;
import dev.attest.testkit.RecordingReporting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

/** Plans and sessions around the tests. */
class PlansTest {

    @Test
    void handsOverTheSettingsAmongTheParametersOfThePlan() {
        Launch launch = Launch.of(Passing.class)
                .with("attest.azure.url", "https://dev.azure.com/shop")
                .with("attest.output", "never")
                .run();

        assertThat(launch.recorder().ledger()).isEqualTo("""
                plan started {attest.azure.url=https://dev.azure.com/shop, attest.output=never}
                started Passing › one() <Passing one()>
                finished Passing › one(): PASSED
                plan finished
                """);
    }

    @Fixture
    static class Passing {
        @Test
        void one() {}
    }

    @Test
    void reportsRerunsOfAFailedTestInPlansOfTheirOwn() {
        Launch launch = Launch.of(FailsOnce.class);
        var listener = new PublishingListener(new RecordingReporting(launch.recorder()));
        Launcher launcher = launch.launcher();

        launcher.execute(launch.request(), listener);
        launcher.execute(rerunOf(FailsOnce.class, "flaky"), listener);

        assertThat(launch.recorder().ledger()).isEqualTo("""
                plan started {}
                started FailsOnce › flaky() <FailsOnce flaky()>
                finished FailsOnce › flaky(): FAILED, once (with trace)
                started FailsOnce › solid() <FailsOnce solid()>
                finished FailsOnce › solid(): PASSED
                plan finished
                plan started {}
                started FailsOnce › flaky() <FailsOnce flaky()>
                finished FailsOnce › flaky(): PASSED
                plan finished
                """);
    }

    @Fixture
    static class FailsOnce {
        static final AtomicInteger RUNS = new AtomicInteger();

        @Test
        void flaky() {
            if (RUNS.incrementAndGet() == 1) {
                fail("once");
            }
        }

        @Test
        void solid() {}
    }

    @Test
    void foretellsWhatSurefireWillRunAgain() {
        Launch launch = Launch.of(FailsAlways.class);
        var listener = new PublishingListener(new RecordingReporting(launch.recorder()), new SurefireReruns(1));
        Launcher launcher = launch.launcher();

        launcher.execute(launch.request(), listener);
        launcher.execute(rerunOf(FailsAlways.class, "stubborn"), listener);

        assertThat(launch.testLedger()).isEqualTo("""
                started FailsAlways › stubborn() <FailsAlways stubborn()>
                retried FailsAlways › stubborn(): never (with trace)
                started FailsAlways › stubborn() <FailsAlways stubborn()>
                finished FailsAlways › stubborn(): FAILED, never (with trace)
                """);
    }

    @Fixture
    static class FailsAlways {
        @Test
        void stubborn() {
            fail("never");
        }
    }

    @Test
    void reportsATestThatStartsOnlyInTheRerun() {
        Launch launch = Launch.of(PreparedLate.class);
        var listener = new PublishingListener(new RecordingReporting(launch.recorder()));
        Launcher launcher = launch.launcher();

        launcher.execute(launch.request(), listener);
        launcher.execute(rerunOf(PreparedLate.class, "one"), listener);

        assertThat(launch.testLedger()).isEqualTo("""
                concluded PreparedLate › @BeforeAll <PreparedLate @BeforeAll>: FAILED, too early (with trace)
                concluded PreparedLate › one() <PreparedLate one()>: NOT_STARTED, \
                Not started: @BeforeAll of PreparedLate failed: too early
                started PreparedLate › one() <PreparedLate one()>
                finished PreparedLate › one(): PASSED
                """);
    }

    @Fixture
    static class PreparedLate {
        static final AtomicInteger RUNS = new AtomicInteger();

        @BeforeAll
        static void prepare() {
            if (RUNS.incrementAndGet() == 1) {
                throw new IllegalStateException("too early");
            }
        }

        @Test
        void one() {}
    }

    private static LauncherDiscoveryRequest rerunOf(Class<?> fixture, String method) {
        return LauncherDiscoveryRequestBuilder.request()
                .configurationParameter(Launch.FIXTURES, "run")
                .selectors(selectMethod(fixture, method))
                .build();
    }

    @Test
    void closesReportingAfterTheLastPlanOfASession() {
        var recorder = new RecordingRecorder("junit-jupiter");
        var reporting = new RecordingReporting(recorder);
        LauncherConfig config = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addLauncherSessionListeners(new SessionListener(reporting))
                .addTestExecutionListeners(new PublishingListener(reporting))
                .build();

        try (LauncherSession session = LauncherFactory.openSession(config)) {
            session.getLauncher().execute(Launch.of(Passing.class).request());
            session.getLauncher().execute(Launch.of(Repeating.class).request());
        }

        assertThat(recorder.ledger()).isEqualTo("""
                plan started {}
                started Passing › one() <Passing one()>
                finished Passing › one(): PASSED
                plan finished
                plan started {}
                started Repeating › once() › repetition 1 of 1 <Repeating once() #1>
                finished Repeating › once() › repetition 1 of 1: PASSED
                plan finished
                session closed
                """);
    }

    @Fixture
    static class Repeating {
        @RepeatedTest(1)
        void once() {}
    }

    @Test
    void recordsNothingOfADryRun() {
        Launch launch = Launch.of(Passing.class)
                .with("junit.platform.execution.dryRun.enabled", "true")
                .run();

        assertThat(launch.recorder().ledger()).isEqualTo("""
                plan started {}
                plan finished
                """);
    }

    @Test
    void leavesThePlanAloneWhereNothingIsReported() {
        var plans = new ArrayList<String>();

        Launch.of(Passing.class).run(new ReportingSession() {
            @Override
            public PlanNesting nesting() {
                return new PlanThreads();
            }

            @Override
            public void sessionOpened() {}

            @Override
            public TestRecorder planStarted(Map<String, String> parameters) {
                plans.add("started");
                return recorder();
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
            public void claimEngine(String engine) {}

            @Override
            public boolean isEngineClaimed(String engine) {
                return false;
            }

            @Override
            public void planFinished() {
                plans.add("finished");
            }

            @Override
            public void sessionClosed() {
                plans.add("closed");
            }
        });

        assertThat(plans).isEqualTo(List.of("started", "finished"));
    }

    @Test
    void isFoundByWhateverLooksForListenersAndExtensions() {
        assertThat(ServiceLoader.load(TestExecutionListener.class))
                .hasAtLeastOneElementOfType(PublishingListener.class);
        assertThat(ServiceLoader.load(LauncherSessionListener.class)).hasAtLeastOneElementOfType(SessionListener.class);
        assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(AttestExtension.class);
    }
}
