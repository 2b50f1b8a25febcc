package shop;

import org.testng.IHookCallBack;
import org.testng.IHookable;
import org.testng.ITestResult;

/** Changes tests around their bodies. */
public abstract class Changing implements IHookable {

    @Override
    public void run(IHookCallBack body, ITestResult test) {
        Change.at("beforeBody", test);
        body.runTestMethod(test);
        Change.at("afterBody", test);
    }
}
