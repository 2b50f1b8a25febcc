package dev.attest.internal.runtime;

import dev.attest.ReportingCopy;
import dev.attest.internal.attribution.PlanThreads;
import dev.attest.spi.PlanNesting;
import dev.attest.spi.ReportingSession;
import dev.attest.spi.Screenshots;
import dev.attest.spi.TestRecorder;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A session that does nothing until a setting asks for Attest, and then passes everything to the session that reports.
 * A project that does not use Attest may still have it on the class path, and pays for each class that is loaded: so
 * nothing here is a lambda.
 */
final class DormantSession implements ReportingSession {

    /** Tells when Attest is asked for, and creates the session that reports. */
    interface Activation {

        /** Returns whether a setting is there, usable or not. Called before each plan. */
        boolean isRequested(Map<String, String> parameters);

        /**
         * Creates the session that reports.
         *
         * @param plans number of plans that run already
         */
        ReportingSession activate(PlanNesting nesting, int plans);
    }

    private final Activation activation;
    private final PlanNesting nesting = new PlanThreads();
    private final Set<String> claimedEngines = new TreeSet<>();
    private int plans;
    private volatile @Nullable ReportingSession active;

    DormantSession(Activation activation) {
        this.activation = activation;
    }

    @Override
    public PlanNesting nesting() {
        return nesting;
    }

    @Override
    public void sessionOpened() {
        if (active != null || activation.isRequested(Map.of())) {
            activate().sessionOpened();
        }
    }

    @Override
    public TestRecorder planStarted(Map<String, String> parameters) {
        ReportingSession session = active;
        if (session == null) {
            session = planStarts(activation.isRequested(parameters));
        }
        return session == null ? TestRecorder.disabled() : session.planStarted(parameters);
    }

    /** What extensions add here is passed to a copy of Attest in another class loader if that one reports. */
    @Override
    public TestRecorder recorder() {
        return active != null || ReportingCopy.isOther() ? activate().recorder() : TestRecorder.disabled();
    }

    @Override
    public Screenshots screenshots() {
        return active != null || ReportingCopy.isOther() ? activate().screenshots() : Screenshots.none();
    }

    @Override
    public synchronized void claimEngine(String engine) {
        claimedEngines.add(engine);
        if (active != null) {
            active.claimEngine(engine);
        }
    }

    @Override
    public synchronized boolean isEngineClaimed(String engine) {
        return claimedEngines.contains(engine);
    }

    @Override
    public void planFinished() {
        ReportingSession session = planEnds();
        if (session != null) {
            session.planFinished();
        }
    }

    @Override
    public void sessionClosed() {
        ReportingSession session = active;
        if (session != null) {
            session.sessionClosed();
        }
    }

    private synchronized @Nullable ReportingSession planStarts(boolean requested) {
        if (active == null && !requested) {
            plans++;
            return null;
        }
        return activate();
    }

    private synchronized @Nullable ReportingSession planEnds() {
        if (active == null) {
            plans--;
        }
        return active;
    }

    private synchronized ReportingSession activate() {
        ReportingSession session = active;
        if (session == null) {
            session = activation.activate(nesting, plans);
            for (String engine : claimedEngines) {
                session.claimEngine(engine);
            }
            active = session;
        }
        return session;
    }
}
