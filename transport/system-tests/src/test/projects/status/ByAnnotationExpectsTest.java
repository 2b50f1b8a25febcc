package shop;

import org.testng.annotations.Listeners;
import org.testng.annotations.Test;

/** Tests that are expected to throw. */
@Listeners(ByAnnotation.class)
public class ByAnnotationExpectsTest extends ChangingAround {

    @Test(expectedExceptions = AssertionError.class)
    public void afterInvocation_fails_failing() {
        Change.body("failing");
    }

    @Test(expectedExceptions = AssertionError.class)
    public void afterInvocation_passes_passing() {}

    @Test(expectedExceptions = AssertionError.class)
    public void onTestFailure_passes_passing() {}

    @Test(expectedExceptions = AssertionError.class)
    public void onTestSuccess_skips_failing() {
        Change.body("failing");
    }

    @Test(expectedExceptions = AssertionError.class)
    public void onTestSuccess_throws_failing() {
        Change.body("failing");
    }

    @Test(expectedExceptions = AssertionError.class)
    public void tearDown_fails_failing() {
        Change.body("failing");
    }

    @Test(expectedExceptions = IllegalStateException.class)
    public void beforeBody_throws_passing() {}
}
