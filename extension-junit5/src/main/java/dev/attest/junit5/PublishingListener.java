package dev.attest.junit5;

import dev.attest.internal.runtime.AttestRuntime;
import dev.attest.spi.ReportingSession;
import dev.attest.spi.TestRecorder;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Publishes what the JUnit Platform runs, whatever the engine. Found by ServiceLoader; dormant unless a destination is
 * set. The Platform catches and logs what a listener throws, so that nothing here can change a test.
 *
 * <p>Runs on every Platform from 1.8 on: {@link FileEntry} is newer, but the JVM looks for it only when the method that
 * takes it is called.
 */
public final class PublishingListener implements TestExecutionListener {

    private static final TestExecutionListener IDLE = new TestExecutionListener() {};

    private final ReportingSession reporting;
    private final SurefireReruns reruns;
    private final AutoDetection detection;
    private volatile TestExecutionListener plan = IDLE;

    /** Called by ServiceLoader. */
    public PublishingListener() {
        this(
                AttestRuntime.shared(),
                SurefireReruns.of(System.getProperty("sun.java.command", "")),
                new AutoDetection(System.getProperties()));
    }

    PublishingListener(ReportingSession reporting) {
        this(reporting, new SurefireReruns(0));
    }

    /** Has no extension detected. */
    PublishingListener(ReportingSession reporting, SurefireReruns reruns) {
        this(reporting, reruns, new AutoDetection(new Properties()));
    }

    private PublishingListener(ReportingSession reporting, SurefireReruns reruns, AutoDetection detection) {
        this.reporting = reporting;
        this.reruns = reruns;
        this.detection = detection;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        ConfigurationParameters parameters = testPlan.getConfigurationParameters();
        TestRecorder recorder = reporting.planStarted(settings(parameters));
        plan = recorder == TestRecorder.disabled() || isDryRun(parameters)
                ? IDLE
                : new RunningPlan(testPlan, recorder, reporting::isEngineClaimed, reruns);
        plan.testPlanExecutionStarted(testPlan);
        if (plan != IDLE) {
            configuration(recorder);
            detection.switchOn(parameters);
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        plan.executionStarted(test);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        plan.executionSkipped(test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        plan.executionFinished(test, result);
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        plan.reportingEntryPublished(test, entry);
    }

    @Override
    public void fileEntryPublished(TestIdentifier test, FileEntry file) {
        plan.fileEntryPublished(test, file);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
        try {
            plan.testPlanExecutionFinished(testPlan);
        } finally {
            plan = IDLE;
            detection.restore();
            reporting.planFinished();
        }
    }

    /** A dry run skips every test: nothing that anybody wants to find among the runs. */
    private static boolean isDryRun(ConfigurationParameters parameters) {
        return parameters.getBoolean("junit.platform.execution.dryRun.enabled").orElse(false);
    }

    private static void configuration(TestRecorder recorder) {
        String file = PlatformProperties.text();
        if (!file.isEmpty()) {
            recorder.configuration(PlatformProperties.FILE, file);
        }
    }

    /** System properties are among the parameters too, but not here: they are read where they are set. */
    private static Map<String, String> settings(ConfigurationParameters parameters) {
        Map<String, String> settings = new TreeMap<>();
        for (String name : names(parameters)) {
            if (name.startsWith("attest.") && System.getProperty(name) == null) {
                parameters.get(name).ifPresent(value -> settings.put(name, value));
            }
        }
        return settings;
    }

    private static Set<String> names(ConfigurationParameters parameters) {
        try {
            return parameters.keySet();
        } catch (NoSuchMethodError beforePlatform19) {
            return PlatformProperties.names();
        }
    }
}
