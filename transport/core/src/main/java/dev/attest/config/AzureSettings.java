package dev.attest.config;

import java.net.URI;

/**
 * Where in Azure DevOps to publish to, and as whom.
 *
 * @param url organization or collection, such as {@code https://dev.azure.com/contoso}; without user info or trailing slash
 * @param project name or id of the project
 * @param token personal access token, or the job's {@code System.AccessToken}
 * @param apiVersion version of the REST API to speak, such as {@code 6.0}; empty to negotiate it with the service
 * @param connections how many attachments travel at once, from 2 to 8
 * @param testNames by what names tests are known
 * @param network the way there
 * @param workItems what goes on work items by itself
 * @param plan which test points get the outcome
 * @param bugs whether and how bugs are filed
 */
public record AzureSettings(
        URI url,
        String project,
        Secret token,
        String apiVersion,
        int connections,
        TestNames testNames,
        NetworkSettings network,
        WorkItemSettings workItems,
        PlanSettings plan,
        BugSettings bugs) {

    /** Makes settings by which nothing goes on work items by itself, and runs belong to no plan. */
    public AzureSettings(
            URI url,
            String project,
            Secret token,
            String apiVersion,
            int connections,
            TestNames testNames,
            NetworkSettings network) {
        this(
                url,
                project,
                token,
                apiVersion,
                connections,
                testNames,
                network,
                WorkItemSettings.DEFAULT,
                PlanSettings.NONE,
                BugSettings.NONE);
    }

    /** Returns the same with other settings of work items. */
    public AzureSettings with(WorkItemSettings other) {
        return new AzureSettings(url, project, token, apiVersion, connections, testNames, network, other, plan, bugs);
    }

    /** Returns the same with other settings of test plans and bugs. */
    public AzureSettings with(PlanSettings otherPlan, BugSettings otherBugs) {
        return new AzureSettings(
                url, project, token, apiVersion, connections, testNames, network, workItems, otherPlan, otherBugs);
    }
}
