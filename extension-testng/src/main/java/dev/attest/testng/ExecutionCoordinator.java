package dev.attest.testng;

import dev.attest.internal.runtime.AdapterLog;
import dev.attest.spi.CallbackLookup;
import dev.attest.spi.PlanNesting;
import dev.attest.spi.ReportingSession;
import dev.attest.spi.TestRecorder;
import dev.attest.testng.ReportNames.Runner;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.testng.ISuite;
import org.testng.xml.XmlSuite;

/**
 * Coordinates the executions of TestNG in this JVM: ignores dry runs and executions that a test starts, and shares one
 * plan among executions that overlap. Catches all exceptions, so that none reaches a test. Thread-safe.
 *
 * <p>The JUnit Platform's engine for TestNG discovers tests by a dry run, in which every method passes without running.
 */
final class ExecutionCoordinator implements CallbackLookup {

    private static final String DRY_RUN = "testng.mode.dryrun";

    private final ReportingSession reporting;
    private final Supplier<Runner> runner;
    private final AtomicBoolean warned = new AtomicBoolean();
    private int open;
    private boolean planned;
    private volatile @Nullable RunningExecution running;

    ExecutionCoordinator(ReportingSession reporting) {
        this(reporting, Runner::ofThisJvm);
    }

    ExecutionCoordinator(ReportingSession reporting, Supplier<Runner> runner) {
        this.reporting = reporting;
        this.runner = runner;
    }

    /** Reports that an execution starts. Its suites are not known yet. */
    void started() {
        guard(() -> {
            if (reporting.nesting().enter(kind())) {
                synchronized (this) {
                    open++;
                }
                reporting.claimEngine("testng");
            }
        });
    }

    void planned(ISuite suite) {
        guard(() -> planned(List.of(suite.getXmlSuite())));
    }

    synchronized void planned(List<XmlSuite> suites) {
        guard(() -> {
            if (!planned && !reporting.nesting().isNested()) {
                planned = true;
                TestRecorder recorder = reporting.planStarted(parameters(suites));
                if (recorder != TestRecorder.disabled()) {
                    ReportNames names = new ReportNames(runner.get());
                    running = new RunningExecution(
                            recorder,
                            new Identities(SuiteQualifier.of(suites), names, recorder.links()),
                            new ScreenshotTrigger(reporting::screenshots));
                    recorder.addLookup(this);
                    configuration(suites, recorder);
                }
            }
        });
    }

    /** Reports that an execution has ended. Blocks until its results are delivered, or the end timeout expires. */
    void finished() {
        guard(() -> {
            boolean nested = reporting.nesting().isNested();
            reporting.nesting().leave();
            if (!nested && isLast()) {
                reporting.planFinished();
                reporting.sessionClosed();
            }
        });
    }

    private static PlanNesting.Kind kind() {
        if (Boolean.getBoolean(DRY_RUN)) {
            return PlanNesting.Kind.DRY_RUN;
        }
        return EngineForTestNg.isCaller() ? PlanNesting.Kind.PART : PlanNesting.Kind.PLAN;
    }

    /** Reports the start of a test of which TestNG tells another listener first. The thread then works for the test. */
    @Override
    public @Nullable String test() {
        RunningExecution current = running;
        try {
            if (current != null && !reporting.nesting().isNested()) {
                current.startIfTestNgDoes();
            }
        } catch (Throwable e) {
            warnOnce(e);
        }
        return null;
    }

    void dispatch(Event.Kind kind, Object subject) {
        dispatch(kind, subject, null);
    }

    void dispatch(Event.Kind kind, Object subject, @Nullable Object detail) {
        RunningExecution current = running;
        try {
            if (current != null && !reporting.nesting().isNested()) {
                current.take(new Event(kind, subject, detail));
            }
        } catch (Throwable e) {
            warnOnce(e);
        }
    }

    private synchronized boolean isLast() {
        open = Math.max(0, open - 1);
        if (open > 0 || !planned) {
            return false;
        }
        dispatch(Event.Kind.EXECUTION_ENDED, this);
        reporting.recorder().removeLookup(this);
        running = null;
        planned = false;
        return true;
    }

    private void guard(Runnable action) {
        try {
            action.run();
        } catch (Throwable e) {
            warnOnce(e);
        }
    }

    private void warnOnce(Throwable thrown) {
        try {
            if (warned.compareAndSet(false, true)) {
                AdapterLog.log(
                        ExecutionCoordinator.class,
                        System.Logger.Level.WARNING,
                        "Attest could not report an event of TestNG. The tests go on.",
                        thrown);
            }
        } catch (Throwable notLoaded) {
            // Memory is short. That must not fail a test.
        }
    }

    /** Reports the suite files that exist. Build tools generate suites without files. */
    private static void configuration(List<XmlSuite> suites, TestRecorder recorder) {
        for (XmlSuite suite : suites) {
            String name = suite.getFileName();
            if (name != null && new File(name).isFile()) {
                recorder.configuration(new File(name).getName(), read(new File(name)));
            }
            configuration(suite.getChildSuites(), recorder);
        }
    }

    private static String read(File file) {
        try {
            return new String(Files.readAllBytes(file.toPath()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "could not be read: " + e;
        }
    }

    /** Returns the Attest settings of the suites. The first suite with a setting takes precedence. */
    private static Map<String, String> parameters(List<XmlSuite> suites) {
        Map<String, String> settings = new TreeMap<>();
        for (XmlSuite suite : suites) {
            suite.getParameters().forEach((name, value) -> {
                if (name.startsWith("attest.")) {
                    settings.putIfAbsent(name, value);
                }
            });
            parameters(suite.getChildSuites()).forEach(settings::putIfAbsent);
        }
        return settings;
    }
}
