package shop;

import org.testng.IRetryAnalyzer;
import org.testng.ITestResult;

/** Tries a failed test twice more. */
public class TwiceMore implements IRetryAnalyzer {

    private int retries;

    @Override
    public boolean retry(ITestResult result) {
        return retries++ < 2;
    }
}
