package dev.attest.junit5;

import dev.attest.internal.runtime.AttestRuntime;
import dev.attest.spi.PlanNesting;
import dev.attest.spi.ReportingSession;
import dev.attest.spi.TestRecorder;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Publishes the results of the JUnit Platform, from any engine. Registered by ServiceLoader; dormant without a
 * destination. Nothing leaves a callback: the Platform ends the build for some errors of listeners.
 *
 * <p>Supports Platform 1.8 and later. {@link FileEntry} is newer, but the JVM resolves it only when its method is
 * called.
 */
public final class PublishingListener implements TestExecutionListener {

    private static final TestExecutionListener IDLE = new TestExecutionListener() {};

    private final ReportingSession reporting;
    private final SurefireReruns reruns;
    private final AutoDetection detection;
    private volatile TestExecutionListener plan = IDLE;

    /** Plans that tests have started with the launcher of this listener, and that run. */
    private final AtomicInteger nested = new AtomicInteger();

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

    /** Creates a listener without auto-detection of the extension. */
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
        try {
            start(testPlan);
        } catch (Throwable e) {
            ListenerFailures.warnOnce(e);
        }
    }

    private void start(TestPlan testPlan) {
        if (!reporting.nesting().enter(PlanNesting.Kind.PLAN)) {
            nested.incrementAndGet();
            return;
        }
        ConfigurationParameters parameters = testPlan.getConfigurationParameters();
        TestRecorder recorder = reporting.planStarted(settings(parameters));
        plan = recorder == TestRecorder.disabled() || isDryRun(parameters)
                ? IDLE
                : new EventForwarder(recorder, new RunningPlan(testPlan, recorder, reporting, reruns));
        plan.testPlanExecutionStarted(testPlan);
        if (plan != IDLE) {
            configuration(recorder);
            detection.switchOn(parameters);
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        try {
            reported().executionStarted(test);
        } catch (Throwable e) {
            ListenerFailures.warnOnce(e);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        try {
            reported().executionSkipped(test, reason);
        } catch (Throwable e) {
            ListenerFailures.warnOnce(e);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        try {
            reported().executionFinished(test, result);
        } catch (Throwable e) {
            ListenerFailures.warnOnce(e);
        }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        try {
            reported().reportingEntryPublished(test, entry);
        } catch (Throwable e) {
            ListenerFailures.warnOnce(e);
        }
    }

    @Override
    public void fileEntryPublished(TestIdentifier test, FileEntry file) {
        try {
            reported().fileEntryPublished(test, file);
        } catch (Throwable e) {
            ListenerFailures.warnOnce(e);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
        try {
            finish(testPlan);
        } catch (Throwable e) {
            ListenerFailures.warnOnce(e);
        }
    }

    private void finish(TestPlan testPlan) {
        boolean isNested = reporting.nesting().isNested();
        reporting.nesting().leave();
        if (isNested) {
            nested.decrementAndGet();
            return;
        }
        try {
            plan.testPlanExecutionFinished(testPlan);
        } finally {
            plan = IDLE;
            detection.restore();
            reporting.planFinished();
        }
    }

    /**
     * Returns the plan of the event. A test may use the launcher of the build for a plan of its own. If it uses another
     * launcher, its thread may run a test of this plan meanwhile: a work-stealing thread does so while it waits.
     */
    private TestExecutionListener reported() {
        return nested.get() > 0 && reporting.nesting().isNested() ? IDLE : plan;
    }

    /** Returns whether this is a dry run, in which every test is skipped. Dry runs are not published. */
    private static boolean isDryRun(ConfigurationParameters parameters) {
        return parameters.getBoolean("junit.platform.execution.dryRun.enabled").orElse(false);
    }

    private static void configuration(TestRecorder recorder) {
        String file = PlatformProperties.text();
        if (!file.isEmpty()) {
            recorder.configuration(PlatformProperties.FILE, file);
        }
    }

    /** Returns the Attest settings of the plan. Excludes system properties, which are read elsewhere. */
    private static Map<String, String> settings(ConfigurationParameters parameters) {
        Map<String, String> settings = new TreeMap<>();
        for (String name : names(parameters)) {
            if (name.startsWith("attest.") && System.getProperty(name) == null) {
                String value = parameters.get(name).orElse(null);
                if (value != null) {
                    settings.put(name, value);
                }
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
