package dev.attest.internal.runtime;

import dev.attest.CurrentTest;
import dev.attest.internal.attribution.PlanThreads;
import dev.attest.internal.browser.BrowserScreenshots;
import dev.attest.internal.browser.SessionWatch;
import dev.attest.internal.config.ScreenshotSettings;
import dev.attest.internal.config.Settings;
import dev.attest.internal.config.Sources;
import dev.attest.internal.console.OutputSink;
import dev.attest.internal.console.StandardStreams;
import dev.attest.internal.guard.Guard;
import dev.attest.spi.PlanNesting;
import dev.attest.spi.ReportingSession;
import dev.attest.spi.Screenshots;
import dev.attest.spi.TestRecorder;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts the running plans of this JVM. All plans share one run session until the launcher session is closed. */
final class RuntimeSession implements ReportingSession {

    /** What is tried, whatever became of the steps before. */
    private enum Step {
        OPEN_SESSION("the start of the session"),
        OPEN_RUN("the start of the run"),
        TAKE_STREAMS("what is printed"),
        RELEASE_STREAMS("what is printed"),
        LEAVE_BROWSERS("the sessions of Selenium"),
        CLOSE_RUN("the end of the run"),
        CUT_OFF("the end of the run"),
        TELL_UNPLACED_CALLS("the calls of no test"),
        TELL_UNRUN_TESTS("the tests that do not run");

        private final String subject;

        Step(String subject) {
            this.subject = subject;
        }
    }

    private final Function<Map<String, String>, Settings> settings;
    private final UserConsole userConsole;
    private final Guard guard = new Guard();
    private final Set<String> claimedEngines = ConcurrentHashMap.newKeySet();
    private final StandardStreams streams;
    private final UnplacedCalls unplaced = new UnplacedCalls();
    private final PlanNesting nesting;
    private final ShutdownHook shutdown = new ShutdownHook(this::cutOff);
    private int plans;
    private volatile @Nullable RunSession session;
    private volatile Screenshots screenshots = Screenshots.none();
    private @Nullable Runnable stopWatching;

    RuntimeSession(
            Function<Map<String, String>, Settings> settings,
            UserConsole userConsole,
            Function<OutputSink, StandardStreams> streams) {
        this(settings, userConsole, streams, new PlanThreads(), 0);
    }

    /**
     * @param streams creates the console capture, which passes all output to a sink
     * @param plans number of plans that run already
     */
    RuntimeSession(
            Function<Map<String, String>, Settings> settings,
            UserConsole userConsole,
            Function<OutputSink, StandardStreams> streams,
            PlanNesting nesting,
            int plans) {
        this.nesting = nesting;
        this.plans = plans;
        this.settings = settings;
        this.userConsole = userConsole;
        this.streams = streams.apply((channel, text) -> {
            RunSession current = session;
            if (current != null) {
                current.recorder().console().printed(channel, text);
            }
        });
    }

    CurrentTest currentTest() {
        return new CurrentTestReporter(this, unplaced);
    }

    @Override
    public PlanNesting nesting() {
        return nesting;
    }

    @Override
    public synchronized void sessionOpened() {
        if (plans > 0) {
            return;
        }
        guarded(Step.OPEN_SESSION, null, Map.of());
    }

    @Override
    public synchronized TestRecorder planStarted(Map<String, String> parameters) {
        plans++;
        if (session == null) {
            guarded(Step.OPEN_RUN, null, parameters);
        }
        guarded(session == null ? Step.RELEASE_STREAMS : Step.TAKE_STREAMS, null, parameters);
        return recorder();
    }

    @Override
    public TestRecorder recorder() {
        RunSession current = session;
        return current == null ? TestRecorder.disabled() : current.recorder();
    }

    @Override
    public Screenshots screenshots() {
        return screenshots;
    }

    @Override
    public void claimEngine(String engine) {
        claimedEngines.add(engine);
    }

    @Override
    public boolean isEngineClaimed(String engine) {
        return claimedEngines.contains(engine);
    }

    @Override
    public synchronized void planFinished() {
        plans--;
    }

    @Override
    public synchronized void sessionClosed() {
        if (plans > 0) {
            return;
        }
        guarded(Step.RELEASE_STREAMS, null, Map.of());
        RunSession current = session;
        if (current != null) {
            session = null;
            screenshots = Screenshots.none();
            BrowserScreenshots.uninstall();
            guarded(Step.LEAVE_BROWSERS, current, Map.of());
            guarded(Step.CLOSE_RUN, current, Map.of());
            guarded(Step.TELL_UNPLACED_CALLS, current, Map.of());
            guarded(Step.TELL_UNRUN_TESTS, current, Map.of());
            shutdown.disarm();
        }
    }

    /** Ends the run in the shutdown hook: nobody closes the session after {@code System.exit} in a test. */
    private synchronized void cutOff() {
        RunSession current = session;
        if (current != null) {
            session = null;
            guarded(Step.CUT_OFF, current, Map.of());
            guarded(Step.TELL_UNPLACED_CALLS, current, Map.of());
        }
    }

    private void guarded(Step step, @Nullable RunSession of, Map<String, String> parameters) {
        boolean own = guard.enter();
        try {
            take(step, of, parameters);
        } catch (Throwable e) {
            guard.failed(step.subject, e);
        } finally {
            guard.leave(own);
        }
    }

    private void take(Step step, @Nullable RunSession of, Map<String, String> parameters) throws IOException {
        switch (step) {
            case OPEN_SESSION -> {
                if (settings.apply(Map.of()).active()) {
                    streams.install();
                }
            }
            case OPEN_RUN -> open(settings.apply(parameters));
            case TAKE_STREAMS -> streams.install();
            case RELEASE_STREAMS -> streams.remove();
            case LEAVE_BROWSERS -> {
                Runnable stop = stopWatching;
                stopWatching = null;
                if (stop != null) {
                    stop.run();
                }
            }
            case CLOSE_RUN -> Objects.requireNonNull(of).close();
            case CUT_OFF -> Objects.requireNonNull(of).cutOff();
            case TELL_UNPLACED_CALLS ->
                printUnplacedCalls(Objects.requireNonNull(of).userConsole());
            case TELL_UNRUN_TESTS -> warnOfUnrunTests();
        }
    }

    private void printUnplacedCalls(UserConsole console) {
        String sentence = unplaced.take();
        if (!sentence.isEmpty()) {
            console.tell("Attest: " + sentence);
        }
    }

    private void warnOfUnrunTests() {
        String warning =
                new UnrunTests(Sources.systemPropertiesOfProcess(), ClassLoader.getSystemClassLoader()).warning();
        if (!warning.isEmpty()) {
            userConsole.warn(warning);
        }
    }

    private void open(Settings settingsOfRun) {
        UserConsole console = userConsole.with(settingsOfRun.console());
        for (String warning : settingsOfRun.toLog()) {
            userConsole.warn(warning);
        }
        for (String notice : settingsOfRun.notices()) {
            console.tell("Attest: " + notice);
        }
        if (!settingsOfRun.active()) {
            return;
        }
        try {
            RunSession opened = RunSession.open(settingsOfRun, console, nesting);
            session = opened;
            shutdown.arm();
            watchBrowsers(opened, settingsOfRun.screenshot());
        } catch (IOException e) {
            userConsole.warn("Nothing is published: the journal cannot be opened in " + settingsOfRun.journalDir()
                    + ": " + e + ". Set attest.journal.dir to a folder that this user can write to.");
        }
    }

    private void watchBrowsers(RunSession opened, ScreenshotSettings settingsOfRun) {
        BrowserScreenshots browsers =
                new BrowserScreenshots(opened.recorder(), settingsOfRun, guard, opened.temporaryFolder());
        browsers.install();
        opened.recorder().observe(new ScreenshotsAtEnd(browsers));
        screenshots = browsers;
        if (settingsOfRun.sessions()) {
            stopWatching = SessionWatch.begin(
                    trouble -> userConsole.warn("attest.screenshot.sessions does nothing: " + trouble + "."));
        } else {
            SessionWatch.switchedOff();
        }
    }
}
