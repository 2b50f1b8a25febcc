package shop;

import org.testng.ITestResult;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;

/** Changes tests in their set-up and tear-down too. */
public abstract class ChangingAround extends Changing {

    @BeforeMethod
    public void setUp(ITestResult test) {
        Change.at("setUp", test);
    }

    @AfterMethod
    public void tearDown(ITestResult test) {
        Change.at("tearDown", test);
    }
}
