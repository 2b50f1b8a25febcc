package shop;

import org.testng.annotations.Listeners;
import org.testng.annotations.Test;

/** Tests that wait for tests that are changed. */
@Listeners(ByAnnotation.class)
public class ByAnnotationDependsTest extends ChangingAround {

    @Test
    public void onTestSuccess_fails_passing() {}

    @Test(dependsOnMethods = "onTestSuccess_fails_passing")
    public void waitsForOnTestSuccess() {}

    @Test
    public void afterInvocation_fails_passing() {}

    @Test(dependsOnMethods = "afterInvocation_fails_passing")
    public void waitsForAfterInvocation() {}

    @Test
    public void afterInvocation_passes_failing() {
        Change.body("failing");
    }

    @Test(dependsOnMethods = "afterInvocation_passes_failing")
    public void waitsForAfterInvocationThatPasses() {}

    @Test
    public void onTestFailure_passes_failing() {
        Change.body("failing");
    }

    @Test(dependsOnMethods = "onTestFailure_passes_failing")
    public void waitsForOnTestFailure() {}

    @Test
    public void tearDown_fails_passing() {}

    @Test(dependsOnMethods = "tearDown_fails_passing")
    public void waitsForTearDown() {}

    @Test
    public void tearDown_passes_failing() {
        Change.body("failing");
    }

    @Test(dependsOnMethods = "tearDown_passes_failing", alwaysRun = true)
    public void runsAfterTearDown() {}
}
