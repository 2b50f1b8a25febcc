package dev.attest.testkit;

import dev.attest.internal.attribution.PlanThreads;
import dev.attest.spi.PlanNesting;
import dev.attest.spi.ReportingSession;
import dev.attest.spi.Screenshots;
import dev.attest.spi.TestRecorder;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Notes the beginning and end of plans and sessions among what its recorder writes down. */
public final class RecordingReporting implements ReportingSession {

    private final Set<String> spokenFor = ConcurrentHashMap.newKeySet();
    private final PlanNesting nesting = new PlanThreads();
    private final RecordingRecorder recorder;
    private final Screenshots screenshots;

    public RecordingReporting(RecordingRecorder recorder) {
        this(recorder, Screenshots.none());
    }

    public RecordingReporting(RecordingRecorder recorder, Screenshots screenshots) {
        this.recorder = recorder;
        this.screenshots = screenshots;
    }

    @Override
    public PlanNesting nesting() {
        return nesting;
    }

    @Override
    public void sessionOpened() {}

    @Override
    public TestRecorder planStarted(Map<String, String> parameters) {
        recorder.note("plan started " + parameters);
        return recorder;
    }

    @Override
    public TestRecorder recorder() {
        return recorder;
    }

    @Override
    public Screenshots screenshots() {
        return screenshots;
    }

    @Override
    public void claimEngine(String engine) {
        recorder.note("speaking for " + engine);
        spokenFor.add(engine);
    }

    @Override
    public boolean isEngineClaimed(String engine) {
        return spokenFor.contains(engine);
    }

    @Override
    public void planFinished() {
        recorder.note("plan finished");
    }

    @Override
    public void sessionClosed() {
        recorder.note("session closed");
    }
}
