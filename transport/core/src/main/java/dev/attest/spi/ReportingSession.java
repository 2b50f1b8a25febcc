package dev.attest.spi;

import java.util.Map;

/**
 * The life of reporting in one JVM, as the adapter of a framework drives it. No method ever throws. Thread-safe.
 *
 * <p>Nothing is left behind before the first plan starts: not one file, thread or line of output. A run is shared by
 * all plans until {@link #sessionClosed()}, for build tools rerun failed tests in plans of their own.
 */
public interface ReportingSession {

    /**
     * Reports that plans may follow: from now on it is heard what is printed, so that also loggers are that keep the
     * stream they find when they begin. Does nothing where no destination is set, apart from settings that a framework
     * carries.
     */
    void sessionOpened();

    /**
     * Reports that a plan of tests is about to run.
     *
     * @param parameters settings that the framework carries, such as those of {@code junit-platform.properties}; only
     *     names that begin with {@code attest.} matter
     * @return where its tests are reported to: a {@linkplain TestRecorder#disabled() disabled} one where no destination
     *     is set
     */
    TestRecorder planStarted(Map<String, String> parameters);

    /** Returns where tests are reported to now: a disabled recorder while no plan runs. */
    TestRecorder recorder();

    /** Returns what takes pictures of the browsers of tests that are reported now: of none while no plan runs. */
    Screenshots screenshots();

    /**
     * Reports that an adapter of its own reports what this engine runs, from now on in this JVM: who hears of the same
     * tests in another way leaves them alone.
     *
     * @param engine id of an engine of the JUnit Platform, such as {@code testng}
     */
    void claimEngine(String engine);

    /** Returns whether an adapter of its own {@linkplain #claimEngine reports} what this engine runs. */
    boolean isEngineClaimed(String engine);

    /** Reports that a plan has run. Does not wait. */
    void planFinished();

    /**
     * Reports that no plan may follow: delivers what is waiting, for as long as {@code attest.end.timeout} allows,
     * completes the run and prints the last line. Does nothing while a plan is running, for sessions nest.
     */
    void sessionClosed();
}
