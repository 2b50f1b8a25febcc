package dev.attest.internal.config;

/**
 * The test points of Azure Test Plans that get the outcomes of tests with test cases.
 *
 * @param plan id of the test plan; with 0, results only name their test cases
 * @param suite id of the suite that contains the test points, directly or below it; 0 for the whole plan
 * @param configuration id or name of the configuration of the test points; empty for any
 * @param associateAutomation whether Attest enters in each test case which test automates it
 */
public record PlanSettings(int plan, int suite, String configuration, boolean associateAutomation) {

    public static final PlanSettings NONE = new PlanSettings(0, 0, "", false);

    public boolean planned() {
        return plan > 0;
    }
}
