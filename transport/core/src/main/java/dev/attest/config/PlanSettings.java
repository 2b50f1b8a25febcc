package dev.attest.config;

/**
 * Which test points of Azure Test Plans get the outcome of the tests whose code names their test cases.
 *
 * @param plan id of the test plan; 0 for none: then results only name their test cases
 * @param suite id of the suite in which test points are looked for, with those below it; 0 for the whole plan
 * @param configuration id or name of the one configuration that counts; empty for any
 * @param associateAutomation whether test cases are told which test automates them
 */
public record PlanSettings(int plan, int suite, String configuration, boolean associateAutomation) {

    /** No plan. */
    public static final PlanSettings NONE = new PlanSettings(0, 0, "", false);

    /** Returns whether runs belong to a plan. */
    public boolean planned() {
        return plan > 0;
    }
}
