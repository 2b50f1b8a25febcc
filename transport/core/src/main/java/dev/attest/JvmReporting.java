package dev.attest;

import dev.attest.config.Settings;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts the plans that run in this JVM, and keeps one recording for all of them until the session is closed. */
final class JvmReporting implements Reporting {

    static final Reporting SHARED = new JvmReporting(Settings::read, new Notices(System.out));

    private final Function<Map<String, String>, Settings> settings;
    private final Notices notices;
    private final Guard guard = new Guard();
    private final Set<String> spokenFor = ConcurrentHashMap.newKeySet();
    private int plans;
    private volatile @Nullable Recording recording;
    private volatile Screenshots screenshots = Screenshots.none();

    JvmReporting(Function<Map<String, String>, Settings> settings, Notices notices) {
        this.settings = settings;
        this.notices = notices;
    }

    @Override
    public synchronized Recorder planStarted(Map<String, String> parameters) {
        plans++;
        if (recording == null) {
            guard.run("the start of the run", () -> open(settings.apply(parameters)));
        }
        return recorder();
    }

    @Override
    public Recorder recorder() {
        Recording current = recording;
        return current == null ? Recorder.disabled() : current.recorder();
    }

    @Override
    public Screenshots screenshots() {
        return screenshots;
    }

    @Override
    public void speakFor(String engine) {
        spokenFor.add(engine);
    }

    @Override
    public boolean isSpokenFor(String engine) {
        return spokenFor.contains(engine);
    }

    @Override
    public synchronized void planFinished() {
        plans--;
    }

    @Override
    public synchronized void sessionClosed() {
        Recording current = recording;
        if (plans <= 0 && current != null) {
            recording = null;
            screenshots = Screenshots.none();
            guard.run("the end of the run", current::close);
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
            Recording opened = Recording.open(read, notices);
            recording = opened;
            screenshots = new BrowserScreenshots(opened.recorder(), read.screenshot(), guard);
        } catch (IOException e) {
            notices.warn("Nothing is published: the journal cannot be opened in " + read.journalDir() + ": " + e
                    + ". Set attest.journal.dir to a folder that this user can write to.");
        }
    }
}
