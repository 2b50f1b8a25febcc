package shop;

import org.testng.annotations.DataProvider;
import org.testng.annotations.Listeners;
import org.testng.annotations.Test;

/** Invocations in pools, and rows, on threads of their own and one after the other. */
@Listeners(ByAnnotation.class)
public class ByAnnotationPoolTest extends Changing {

    @Test(invocationCount = 6, threadPoolSize = 3)
    public void onTestStart_throws_passing() {}

    @Test(invocationCount = 6, threadPoolSize = 3)
    public void beforeInvocation_throws_passing() {}

    @Test(invocationCount = 6, threadPoolSize = 3)
    public void afterInvocation_throws_passing() {}

    @Test(invocationCount = 6, threadPoolSize = 3)
    public void onTestSuccess_throws_passing() {}

    @Test(invocationCount = 6, threadPoolSize = 3)
    public void onTestSuccess_fails_passing() {}

    @Test(dataProvider = "sideBySide")
    public void afterInvocation_skips_rows(int row) {}

    @Test(dataProvider = "inTurn")
    public void onTestStart_throws_inTurn(int row) {}

    @Test(dataProvider = "inTurn")
    public void afterInvocation_throws_inTurn(int row) {}

    @Test(dataProvider = "inTurn")
    public void onTestSuccess_throws_inTurn(int row) {}

    @Test(dataProvider = "inTurn")
    public void onTestFailure_passes_inTurn(int row) {
        Change.body(row == 2 ? "failing" : "");
    }

    @Test(dataProvider = "inTurn", retryAnalyzer = Again.class)
    public void afterInvocation_fails_inTurn(int row) {}

    @DataProvider(parallel = true)
    public Object[][] sideBySide() {
        return inTurn();
    }

    @DataProvider
    public Object[][] inTurn() {
        return new Object[][] {{1}, {2}, {3}, {4}};
    }
}
