package dev.attest.internal.runtime;

import dev.attest.Attest;
import dev.attest.CurrentTest;
import dev.attest.ReportingCopy;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.spi.PlanNesting;
import dev.attest.spi.ReportingSession;
import dev.attest.spi.Screenshots;
import dev.attest.spi.TestRecorder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The session of this copy of Attest, as one of the copies in the JVM. The copy whose plan starts first reports, until
 * its session is closed. Meanwhile the others report no plan, so that no test is reported twice. What tests and
 * extensions add through them goes to the copy that reports.
 */
final class JvmWideSession implements ReportingSession {

    private static final GuardedLogger LOG = GuardedLogger.of(JvmWideSession.class);

    private final ReportingSession own;
    private final CurrentTest currentTest;
    private @Nullable ReportingCopy reporting;
    private int plansReportedElsewhere;

    /** @param currentTest receives the calls of {@link Attest} while this copy reports */
    JvmWideSession(ReportingSession own, CurrentTest currentTest) {
        this.own = own;
        this.currentTest = currentTest;
    }

    @Override
    public void sessionOpened() {
        if (!ReportingCopy.isOther()) {
            own.sessionOpened();
        }
    }

    @Override
    public synchronized TestRecorder planStarted(Map<String, String> parameters) {
        if (reporting == null) {
            reporting = ReportingCopy.open(new CallsOfOtherCopies(currentTest, own));
        }
        if (reporting == null) {
            plansReportedElsewhere++;
            LOG.log(System.Logger.Level.DEBUG, "A plan is left to the copy of Attest in another class loader.");
            return TestRecorder.disabled();
        }
        TestRecorder recorder = own.planStarted(parameters);
        if (recorder == TestRecorder.disabled()) {
            close(reporting);
        } else {
            CurrentTest.install(currentTest);
        }
        return recorder;
    }

    @Override
    public TestRecorder recorder() {
        TestRecorder recorder = own.recorder();
        return recorder == TestRecorder.disabled() && ReportingCopy.isOther()
                ? ReportingElsewhere.recorder()
                : recorder;
    }

    @Override
    public Screenshots screenshots() {
        Screenshots screenshots = own.screenshots();
        return screenshots == Screenshots.none() && ReportingCopy.isOther()
                ? ReportingElsewhere.screenshots()
                : screenshots;
    }

    @Override
    public PlanNesting nesting() {
        return own.nesting();
    }

    @Override
    public void claimEngine(String engine) {
        own.claimEngine(engine);
    }

    @Override
    public boolean isEngineClaimed(String engine) {
        return own.isEngineClaimed(engine);
    }

    @Override
    public synchronized void planFinished() {
        if (plansReportedElsewhere > 0) {
            plansReportedElsewhere--;
        } else {
            own.planFinished();
        }
    }

    @Override
    public synchronized void sessionClosed() {
        own.sessionClosed();
        if (reporting != null && own.recorder() == TestRecorder.disabled()) {
            close(reporting);
        }
    }

    private void close(ReportingCopy copy) {
        CurrentTest.uninstall();
        copy.close();
        reporting = null;
    }
}
