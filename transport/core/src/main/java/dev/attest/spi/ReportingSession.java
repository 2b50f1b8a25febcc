package dev.attest.spi;

import java.util.Map;

/**
 * The lifecycle of reporting in one JVM, driven by the adapter of a framework. No method throws. Thread-safe.
 *
 * <p>Attest creates no file, thread or output before the first plan starts. All plans until {@link #sessionClosed()}
 * share one run, because build tools rerun failed tests in separate plans.
 */
public interface ReportingSession {

    /** Returns what tells the plans of the build from those that tests run. Adapters ask it before all else. */
    PlanNesting nesting();

    /**
     * Reports that plans may follow. Attest captures console output from now on, so that it also captures loggers that
     * keep the stream they find at start-up. Does nothing without a destination; settings that the framework carries
     * are not known yet. Does nothing while a plan is running.
     */
    void sessionOpened();

    /**
     * Reports that a plan of tests is about to run.
     *
     * @param parameters settings that the framework carries, as in {@code junit-platform.properties}; only names that
     *     begin with {@code attest.} matter
     * @return the recorder of the plan; {@linkplain TestRecorder#disabled() disabled} without a destination
     */
    TestRecorder planStarted(Map<String, String> parameters);

    /** Returns the current recorder. It is disabled if no run is open. */
    TestRecorder recorder();

    /** Returns the current screenshots. They are {@linkplain Screenshots#none() none} if no run is open. */
    Screenshots screenshots();

    /**
     * Reports that a separate adapter reports the tests of this engine in this JVM. Other adapters then ignore them.
     *
     * @param engine id of an engine of the JUnit Platform, such as {@code testng}
     */
    void claimEngine(String engine);

    /** Returns whether a separate adapter {@linkplain #claimEngine reports} the tests of this engine. */
    boolean isEngineClaimed(String engine);

    /** Reports that a plan has ended. Does not block. */
    void planFinished();

    /**
     * Reports that no plan follows. Delivers what is pending, for at most {@code attest.end.timeout}, completes the run
     * and prints the summary line. Does nothing while a plan is running, because sessions nest.
     */
    void sessionClosed();
}
