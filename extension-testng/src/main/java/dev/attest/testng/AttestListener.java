package dev.attest.testng;

import dev.attest.internal.runtime.AttestRuntime;
import dev.attest.spi.ReportingSession;
import dev.attest.testng.Event.Kind;
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
 * Publishes the results of TestNG. Registered by ServiceLoader; dormant without a destination. Exceptions in Attest do
 * not reach TestNG.
 *
 * <p>You can also name it in {@code @Listeners} or {@code -listener}. TestNG then creates several instances and gives
 * each event to one of them, so all instances of a JVM share their state. Safe in parallel runs.
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

    private static final ExecutionCoordinator SHARED = new ExecutionCoordinator(AttestRuntime.shared());

    private final ExecutionCoordinator executions;

    /** Called by ServiceLoader and by TestNG. */
    public AttestListener() {
        this(SHARED);
    }

    AttestListener(ReportingSession reporting) {
        this(new ExecutionCoordinator(reporting));
    }

    AttestListener(ExecutionCoordinator executions) {
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

    /** The only source of the suites if TestNG registers this listener after the execution has started. */
    @Override
    public void onStart(ISuite suite) {
        executions.planned(suite);
    }

    @Override
    public void onExecutionFinish() {
        executions.finished();
    }

    @Override
    public void onStart(ITestContext context) {
        executions.dispatch(Kind.CONTEXT_STARTED, context);
    }

    @Override
    public void onFinish(ITestContext context) {
        executions.dispatch(Kind.CONTEXT_FINISHED, context);
    }

    @Override
    public void onAfterClass(ITestClass testClass) {
        executions.dispatch(Kind.CLASS_ENDED, testClass);
    }

    @Override
    public void beforeConfiguration(ITestResult fixture, ITestNGMethod upcoming) {
        executions.dispatch(Kind.FIXTURE_STARTED, fixture, upcoming);
    }

    @Override
    public void onConfigurationSuccess(ITestResult fixture, ITestNGMethod upcoming) {
        executions.dispatch(Kind.FIXTURE_ENDED, fixture);
    }

    @Override
    public void onConfigurationFailure(ITestResult fixture, ITestNGMethod upcoming) {
        executions.dispatch(Kind.FIXTURE_FAILED, fixture);
    }

    @Override
    public void onConfigurationSkip(ITestResult fixture, ITestNGMethod upcoming) {
        executions.dispatch(Kind.FIXTURE_ENDED, fixture);
    }

    @Override
    public void beforeDataProviderExecution(
            IDataProviderMethod dataProvider, ITestNGMethod method, ITestContext context) {
        executions.dispatch(Kind.ROWS_BEGIN, method, context);
    }

    @Override
    public void onDataProviderFailure(ITestNGMethod method, ITestContext context, RuntimeException failure) {
        executions.dispatch(Kind.ROWS_FAILED, method, failure);
    }

    /** Called before {@code @AfterMethod}, when the outcome is known. */
    @Override
    public void afterInvocation(IInvokedMethod method, ITestResult result) {
        executions.dispatch(Kind.INVOKED, result);
    }

    @Override
    public void onTestStart(ITestResult test) {
        executions.dispatch(Kind.TEST_STARTED, test);
    }

    @Override
    public void onTestSuccess(ITestResult test) {
        executions.dispatch(Kind.TEST_ENDED, test);
    }

    @Override
    public void onTestFailure(ITestResult test) {
        executions.dispatch(Kind.TEST_ENDED, test);
    }

    @Override
    public void onTestSkipped(ITestResult test) {
        executions.dispatch(Kind.TEST_ENDED, test);
    }

    @Override
    public void onTestFailedButWithinSuccessPercentage(ITestResult test) {
        executions.dispatch(Kind.TEST_ENDED, test);
    }
}
