package dev.attest.testng;

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
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.testng.xml.XmlSuite;

/**
 * The executions of TestNG in this JVM: which of them are real, and one plan for those that overlap. The guard between
 * TestNG and Attest: nothing that is thrown here reaches a test. Thread-safe.
 *
 * <p>The JUnit Platform's engine for TestNG looks for tests by a dry run, in which every method passes without running.
 * The system property that TestNG does this by is for the whole JVM, and so is the silence about it.
 */
final class Executions {

    private static final System.Logger LOG = System.getLogger(Executions.class.getName());

    private static final String DRY_RUN = "testng.mode.dryrun";

    private final ReportingSession reporting;
    private final Supplier<Runner> runner;
    private final AtomicBoolean warned = new AtomicBoolean();
    private volatile int dry;
    private int open;
    private boolean planned;
    private volatile @Nullable RunningExecution running;

    Executions(ReportingSession reporting) {
        this(reporting, Runner::ofThisJvm);
    }

    Executions(ReportingSession reporting, Supplier<Runner> runner) {
        this.reporting = reporting;
        this.runner = runner;
    }

    /** Reports that an execution starts, whose suites are not known yet. */
    void started() {
        guard(() -> {
            synchronized (this) {
                if (Boolean.getBoolean(DRY_RUN)) {
                    dry++;
                    return;
                }
                open++;
            }
            reporting.claimEngine("testng");
        });
    }

    /** Reports what an execution is going to run. */
    synchronized void planned(List<XmlSuite> suites) {
        guard(() -> {
            if (dry == 0 && !planned) {
                planned = true;
                TestRecorder recorder = reporting.planStarted(parameters(suites));
                if (recorder != TestRecorder.disabled()) {
                    ReportNames names = new ReportNames(runner.get());
                    running = new RunningExecution(
                            recorder,
                            new Identities(Placement.of(suites), names, recorder.links()),
                            new Moments(reporting::screenshots));
                    configuration(suites, recorder);
                }
            }
        });
    }

    /** Reports that an execution has ended. Waits until what it reported is delivered. */
    void finished() {
        if (isLast()) {
            guard(() -> {
                reporting.planFinished();
                reporting.sessionClosed();
            });
        }
    }

    /** Passes an event on, if anybody wants to know. */
    void tell(Consumer<RunningExecution> event) {
        RunningExecution current = running;
        if (current != null && dry == 0) {
            guard(() -> event.accept(current));
        }
    }

    private synchronized boolean isLast() {
        if (dry > 0) {
            dry--;
            return false;
        }
        open = Math.max(0, open - 1);
        if (open > 0 || !planned) {
            return false;
        }
        tell(RunningExecution::end);
        running = null;
        planned = false;
        return true;
    }

    private void guard(Runnable action) {
        try {
            action.run();
        } catch (Throwable e) {
            if (warned.compareAndSet(false, true)) {
                warn(e);
            }
        }
    }

    private static void warn(Throwable e) {
        try {
            LOG.log(System.Logger.Level.WARNING, "Attest could not report an event of TestNG. The tests go on.", e);
        } catch (RuntimeException loggerFailed) {
            // A logger of the user's that throws is the user's to mend, and not in a test.
        }
    }

    /** Suites that somebody wrote, unlike those that a build tool makes of the classes that it finds. */
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

    /** The first suite that says something about a setting is right. */
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
