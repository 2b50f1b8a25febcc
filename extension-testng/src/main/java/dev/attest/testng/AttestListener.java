package dev.attest.testng;

import dev.attest.internal.runtime.AttestRuntime;
import dev.attest.spi.ReportingSession;
import java.util.List;
import org.testng.IAlterSuiteListener;
import org.testng.IClassListener;
import org.testng.IConfigurationListener;
import org.testng.IDataProviderListener;
import org.testng.IDataProviderMethod;
import org.testng.IExecutionListener;
import org.testng.IInvokedMethod;
import org.testng.IInvokedMethodListener;
import org.testng.ISuite;
import org.testng.ISuiteListener;
import org.testng.ITestClass;
import org.testng.ITestContext;
import org.testng.ITestListener;
import org.testng.ITestNGMethod;
import org.testng.ITestResult;
import org.testng.xml.XmlSuite;

/**
 * Publishes what TestNG runs. Found by ServiceLoader; dormant unless a destination is set. Changes no test: whatever
 * goes wrong here stays here.
 *
 * <p>Also safe to name in {@code @Listeners} or {@code -listener}: TestNG makes several instances then, and gives each
 * event to one of them, so that all instances in a JVM share what they know. Safe under parallel runs.
 */
public final class AttestListener
        implements IExecutionListener,
                IAlterSuiteListener,
                ISuiteListener,
                ITestListener,
                IConfigurationListener,
                IInvokedMethodListener,
                IDataProviderListener,
                IClassListener {

    private static final Executions SHARED = new Executions(AttestRuntime.shared());

    private final Executions executions;

    /** Called by ServiceLoader and by TestNG. */
    public AttestListener() {
        this(SHARED);
    }

    AttestListener(ReportingSession reporting) {
        this(new Executions(reporting));
    }

    AttestListener(Executions executions) {
        this.executions = executions;
    }

    @Override
    public void onExecutionStart() {
        executions.started();
    }

    @Override
    public void alter(List<XmlSuite> suites) {
        executions.planned(suites);
    }

    /** Alone in knowing the suites where TestNG met this listener after the execution had started. */
    @Override
    public void onStart(ISuite suite) {
        executions.planned(List.of(suite.getXmlSuite()));
    }

    @Override
    public void onExecutionFinish() {
        executions.finished();
    }

    @Override
    public void onStart(ITestContext context) {
        executions.tell(running -> running.contextStarted(context));
    }

    @Override
    public void onFinish(ITestContext context) {
        executions.tell(running -> running.contextFinished(context));
    }

    @Override
    public void onAfterClass(ITestClass testClass) {
        executions.tell(RunningExecution::classEnded);
    }

    @Override
    public void beforeConfiguration(ITestResult fixture, ITestNGMethod upcoming) {
        executions.tell(running -> running.fixtureStarted(fixture, upcoming));
    }

    @Override
    public void onConfigurationSuccess(ITestResult fixture, ITestNGMethod upcoming) {
        executions.tell(running -> running.fixtureEnded(fixture));
    }

    @Override
    public void onConfigurationFailure(ITestResult fixture, ITestNGMethod upcoming) {
        executions.tell(running -> running.fixtureFailed(fixture));
    }

    @Override
    public void onConfigurationSkip(ITestResult fixture, ITestNGMethod upcoming) {
        executions.tell(running -> running.fixtureEnded(fixture));
    }

    @Override
    public void beforeDataProviderExecution(
            IDataProviderMethod dataProvider, ITestNGMethod method, ITestContext context) {
        executions.tell(running -> running.rowsBegin(method, context));
    }

    @Override
    public void onDataProviderFailure(ITestNGMethod method, ITestContext context, RuntimeException failure) {
        executions.tell(running -> running.rowsFailed(method, failure));
    }

    /** The last moment before {@code @AfterMethod}, and the first at which the outcome is known. */
    @Override
    public void afterInvocation(IInvokedMethod method, ITestResult result) {
        executions.tell(running -> running.invoked(result));
    }

    @Override
    public void onTestStart(ITestResult test) {
        executions.tell(running -> running.testStarted(test));
    }

    @Override
    public void onTestSuccess(ITestResult test) {
        executions.tell(running -> running.testEnded(test));
    }

    @Override
    public void onTestFailure(ITestResult test) {
        executions.tell(running -> running.testEnded(test));
    }

    @Override
    public void onTestSkipped(ITestResult test) {
        executions.tell(running -> running.testEnded(test));
    }

    @Override
    public void onTestFailedButWithinSuccessPercentage(ITestResult test) {
        executions.tell(running -> running.testEnded(test));
    }

    @Override
    public void onTestFailedWithTimeout(ITestResult test) {
        executions.tell(running -> running.testEnded(test));
    }
}
