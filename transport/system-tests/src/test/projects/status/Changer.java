package shop;

import org.testng.IConfigurationListener;
import org.testng.IInvokedMethod;
import org.testng.IInvokedMethodListener;
import org.testng.ITestListener;
import org.testng.ITestResult;

/** Changes the tests of classes whose names begin with its own. */
public abstract class Changer implements ITestListener, IInvokedMethodListener, IConfigurationListener {

    private void at(String place, ITestResult test) {
        String type = test.getTestClass().getRealClass().getSimpleName();
        if (test.getMethod().isTest() && type.startsWith(getClass().getSimpleName())) {
            Change.at(place, test);
        }
    }

    @Override
    public void onTestStart(ITestResult test) {
        at("onTestStart", test);
    }

    @Override
    public void beforeInvocation(IInvokedMethod method, ITestResult test) {
        at("beforeInvocation", test);
        ofFixture("beforeInvokedTearDown", test);
    }

    @Override
    public void afterInvocation(IInvokedMethod method, ITestResult test) {
        at("afterInvocation", test);
        ofFixture("afterInvokedTearDown", test);
    }

    @Override
    public void onTestSuccess(ITestResult test) {
        at("onTestSuccess", test);
    }

    @Override
    public void onTestFailure(ITestResult test) {
        at("onTestFailure", test);
    }

    @Override
    public void onTestSkipped(ITestResult test) {
        at("onTestSkipped", test);
    }

    @Override
    public void onTestFailedButWithinSuccessPercentage(ITestResult test) {
        at("onWithinPercentage", test);
    }

    @Override
    public void beforeConfiguration(ITestResult fixture) {
        ofFixture("beforeTearDown", fixture);
    }

    @Override
    public void onConfigurationSuccess(ITestResult fixture) {
        ofFixture("afterTearDown", fixture);
    }

    private void ofFixture(String place, ITestResult fixture) {
        if (fixture.getMethod().isAfterMethodConfiguration()
                && fixture.getParameters().length > 0
                && fixture.getParameters()[0] instanceof ITestResult test) {
            at(place, test);
        }
    }
}
