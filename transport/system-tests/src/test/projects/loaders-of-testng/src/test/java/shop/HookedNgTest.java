package shop;

import java.lang.reflect.Method;
import org.testng.Assert;
import org.testng.IHookCallBack;
import org.testng.IHookable;
import org.testng.ITestResult;
import org.testng.annotations.Test;

/** Runs the body of each test in a class loader of its own. */
public class HookedNgTest implements IHookable {

    @Override
    public void run(IHookCallBack body, ITestResult test) {
        if (getClass().getClassLoader() instanceof OwnLoader) {
            body.runTestMethod(test);
            return;
        }
        try {
            Object copy = OwnLoader.copyOf(HookedNgTest.class);
            Method method = copy.getClass().getMethod(test.getMethod().getMethodName());
            method.invoke(copy);
        } catch (ReflectiveOperationException e) {
            test.setThrowable(e.getCause());
            test.setStatus(ITestResult.FAILURE);
        }
    }

    @Test
    public void fails() {
        new Evidence().run();
        Assert.fail("on purpose");
    }
}
