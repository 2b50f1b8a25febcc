package shop;

import org.testng.IInvokedMethod;
import org.testng.IInvokedMethodListener;
import org.testng.ITestListener;
import org.testng.ITestResult;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.Listeners;
import org.testng.annotations.Test;

/** Browsers that listeners quit. A listener hears of all classes, so that each looks for its own. */
public final class ListenerWays {

    private ListenerWays() {}

    public static final class OfTests implements ITestListener {
        @Override
        public void onTestFailure(ITestResult result) {
            if (result.getInstance() instanceof QuitByATestListener) {
                Drivers.quit();
            }
        }

        @Override
        public void onTestSuccess(ITestResult result) {
            onTestFailure(result);
        }
    }

    @Listeners(OfTests.class)
    public static class QuitByATestListener {
        @Test
        public void fails() {
            Page.failOn(Drivers.open(), "QuitByATestListener.fails");
        }

        @Test
        public void passes() {
            Page.show(Drivers.open(), "QuitByATestListener.passes");
        }
    }

    public static final class OfMethods implements IInvokedMethodListener {
        @Override
        public void afterInvocation(IInvokedMethod method, ITestResult result) {
            if (result.getInstance() instanceof QuitByAMethodListener) {
                Drivers.quit();
            }
        }
    }

    @Listeners(OfMethods.class)
    public static class QuitByAMethodListener {
        @Test
        public void fails() {
            Page.failOn(Drivers.open(), "QuitByAMethodListener.fails");
        }

        @Test
        public void passes() {
            Page.show(Drivers.open(), "QuitByAMethodListener.passes");
        }
    }

    public static final class Judges implements IInvokedMethodListener {
        @Override
        public void afterInvocation(IInvokedMethod method, ITestResult result) {
            if (method.isTestMethod() && result.getInstance() instanceof FailedByAListener) {
                Drivers.quit();
                result.setStatus(ITestResult.FAILURE);
                result.setThrowable(new AssertionError("on purpose"));
            }
        }
    }

    @Listeners(Judges.class)
    public static class FailedByAListener {
        @Test
        public void runs() {
            Page.show(Drivers.open(), "FailedByAListener.runs");
        }
    }

    public static class FailedAfterTheQuit {
        @AfterMethod(alwaysRun = true)
        public void judge(ITestResult result) {
            Drivers.quit();
            result.setStatus(ITestResult.FAILURE);
            result.setThrowable(new AssertionError("on purpose"));
        }

        @Test
        public void runs() {
            Page.show(Drivers.open(), "FailedAfterTheQuit.runs");
        }
    }
}
