package dev.attest.internal.runtime;

import dev.attest.Attest;
import dev.attest.CurrentTest;
import dev.attest.internal.browser.BrowserScreenshots;
import dev.attest.internal.browser.SessionWatch;
import dev.attest.internal.config.Settings;
import dev.attest.internal.console.OutputSink;
import dev.attest.internal.console.StandardStreams;
import dev.attest.internal.guard.Guard;
import dev.attest.spi.ReportingSession;
import dev.attest.spi.Screenshots;
import dev.attest.spi.TestRecorder;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts the plans that run in this JVM, and keeps one recording for all of them until the session is closed. */
public final class AttestRuntime implements ReportingSession {

    private static final ReportingSession SHARED =
            shared(new AttestRuntime(Settings::read, new UserConsole(System.out), StandardStreams::ofJvm));

    private final Function<Map<String, String>, Settings> settings;
    private final UserConsole notices;
    private final Guard guard = new Guard();
    private final Set<String> spokenFor = ConcurrentHashMap.newKeySet();
    private final StandardStreams streams;
    private final ShutdownHook shutdown = new ShutdownHook(this::cutOff);
    private int plans;
    private volatile @Nullable RunSession recording;
    private volatile Screenshots screenshots = Screenshots.none();
    private @Nullable SessionWatch watch;

    /**
     * Returns the one of this JVM: every adapter of a framework drives the same. From the first call on, what tests
     * tell {@link Attest} goes there.
     */
    public static ReportingSession shared() {
        return SHARED;
    }

    private static ReportingSession shared(ReportingSession reporting) {
        CurrentTest.install(new CurrentTestReporter(reporting));
        return reporting;
    }

    /** Makes one that hears nothing of what is printed. */
    AttestRuntime(Function<Map<String, String>, Settings> settings, UserConsole notices) {
        this(settings, notices, sink -> StandardStreams.none());
    }

    /** @param streams makes what tells a sink of all that is printed */
    AttestRuntime(
            Function<Map<String, String>, Settings> settings,
            UserConsole notices,
            Function<OutputSink, StandardStreams> streams) {
        this.settings = settings;
        this.notices = notices;
        this.streams = streams.apply((channel, text) -> {
            RunSession current = recording;
            if (current != null) {
                current.console().printed(channel, text);
            }
        });
    }

    @Override
    public synchronized void sessionOpened() {
        guard.run("the start of the session", () -> {
            if (settings.apply(Map.of()).active()) {
                streams.install();
            }
        });
    }

    @Override
    public synchronized TestRecorder planStarted(Map<String, String> parameters) {
        plans++;
        if (recording == null) {
            guard.run("the start of the run", () -> open(settings.apply(parameters)));
        }
        guard.run("what is printed", recording == null ? streams::remove : streams::install);
        return recorder();
    }

    @Override
    public TestRecorder recorder() {
        RunSession current = recording;
        return current == null ? TestRecorder.disabled() : current.recorder();
    }

    @Override
    public Screenshots screenshots() {
        return screenshots;
    }

    @Override
    public void claimEngine(String engine) {
        spokenFor.add(engine);
    }

    @Override
    public boolean isEngineClaimed(String engine) {
        return spokenFor.contains(engine);
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
        guard.run("what is printed", streams::remove);
        RunSession current = recording;
        if (current != null) {
            recording = null;
            screenshots = Screenshots.none();
            BrowserScreenshots.uninstall();
            guard.run("the sessions of Selenium", this::stopWatching);
            guard.run("the end of the run", current::close);
            shutdown.disarm();
        }
    }

    /** The JVM is told to end, by {@code System.exit} in a test for one, and nobody will close the session. */
    private synchronized void cutOff() {
        RunSession current = recording;
        if (current != null) {
            recording = null;
            guard.run("the end of the run", current::cutOff);
        }
    }

    private void watch() {
        SessionWatch begun = SessionWatch.begin();
        watch = begun;
        if (begun.trouble() != null) {
            notices.warn("attest.screenshot.sessions does nothing: " + begun.trouble() + ".");
        }
    }

    private void stopWatching() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    private void open(Settings read) {
        if (read.enabled()) {
            read.warnings().forEach(notices::warn);
        }
        if (!read.active()) {
            return;
        }
        try {
            RunSession opened = RunSession.open(read, notices);
            recording = opened;
            shutdown.arm();
            BrowserScreenshots pictures = new BrowserScreenshots(opened.recorder(), read.screenshot(), guard);
            pictures.install();
            screenshots = pictures;
            if (read.screenshot().sessions()) {
                watch();
            }
        } catch (IOException e) {
            notices.warn("Nothing is published: the journal cannot be opened in " + read.journalDir() + ": " + e
                    + ". Set attest.journal.dir to a folder that this user can write to.");
        }
    }
}
