package dev.attest.junit5;

import dev.attest.spi.ReportingSession;
import dev.attest.testkit.RecordingRecorder;
import dev.attest.testkit.RecordingReporting;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/** Runs fixtures in a launcher of their own, with the listener and nothing else that a class path registers. */
final class Launch {

    /** Name of the configuration parameter without which fixtures do not run. */
    static final String FIXTURES = "fixtures";

    private final LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
            .configurationParameter(FIXTURES, "run")
            .configurationParameter(
                    "junit.jupiter.testclass.order.default", "org.junit.jupiter.api.ClassOrderer$ClassName")
            .configurationParameter(
                    "junit.jupiter.testmethod.order.default", "org.junit.jupiter.api.MethodOrderer$MethodName");

    private final LauncherConfig.Builder config = LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false);

    private final RecordingRecorder recorder = new RecordingRecorder("junit-jupiter");

    private Launch() {}

    static Launch of(Class<?>... fixtures) {
        Launch launch = new Launch();
        List<DiscoverySelector> selectors = new ArrayList<>();
        for (Class<?> fixture : fixtures) {
            selectors.add(selectClass(fixture));
        }
        launch.request.selectors(selectors);
        return launch;
    }

    static String ledgerOf(Class<?>... fixtures) {
        return of(fixtures).run().testLedger();
    }

    Launch with(String parameter, String value) {
        request.configurationParameter(parameter, value);
        return this;
    }

    /** Runs nothing but this engine. */
    Launch in(TestEngine engine) {
        config.enableTestEngineAutoRegistration(false).addTestEngines(engine);
        return this;
    }

    Launch run() {
        run(new PublishingListener(new RecordingReporting(recorder)));
        return this;
    }

    Launch run(ReportingSession reporting) {
        run(new PublishingListener(reporting));
        return this;
    }

    private void run(TestExecutionListener listener) {
        launcher().execute(request(), listener);
    }

    Launcher launcher() {
        return LauncherFactory.create(config.build());
    }

    LauncherDiscoveryRequest request() {
        return request.build();
    }

    RecordingRecorder recorder() {
        return recorder;
    }

    /** Returns what was recorded between the start and the end of the plan. */
    String testLedger() {
        return recorder.ledger().replaceAll("(?m)^(plan|speaking) .*\\n", "");
    }
}
