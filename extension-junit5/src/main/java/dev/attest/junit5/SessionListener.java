package dev.attest.junit5;

import dev.attest.internal.runtime.AttestRuntime;
import dev.attest.spi.ReportingSession;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts console capture with the launcher session, and completes the run when it is closed. Registered by
 * ServiceLoader.
 */
public final class SessionListener implements LauncherSessionListener {

    private final ReportingSession reporting;

    /** Called by ServiceLoader. */
    public SessionListener() {
        this(AttestRuntime.shared());
    }

    SessionListener(ReportingSession reporting) {
        this.reporting = reporting;
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            reporting.sessionOpened();
        } catch (Throwable e) {
            ListenerFailures.warnOnce(e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            reporting.sessionClosed();
        } catch (Throwable e) {
            ListenerFailures.warnOnce(e);
        }
    }
}
