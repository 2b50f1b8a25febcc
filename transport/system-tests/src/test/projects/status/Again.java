package shop;

import org.testng.IRetryAnalyzer;
import org.testng.ITestResult;

/** Tries a test once more. */
public final class Again implements IRetryAnalyzer {

    private boolean tried;

    @Override
    public boolean retry(ITestResult test) {
        Change.at("retry", test);
        boolean first = !tried;
        tried = true;
        return first;
    }
}
