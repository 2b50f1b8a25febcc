package dev.attest.internal.config;

import dev.attest.internal.config.setting.BugSettings;
import dev.attest.internal.config.setting.Secret;
import dev.attest.internal.config.setting.TestNames;
import java.net.URI;

/**
 * The destination in Azure DevOps.
 *
 * @param url organization or collection, such as {@code https://dev.azure.com/contoso}; without user info or trailing
 *     slash
 * @param token personal access token, or the job's {@code System.AccessToken}
 * @param apiVersion version of the REST API, such as {@code 6.0}; empty if it is negotiated with the service
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
        BugSettings bugs,
        HistorySettings history) {

    public AzureSettings with(WorkItemSettings other) {
        return new AzureSettings(
                url, project, token, apiVersion, connections, testNames, network, other, plan, bugs, history);
    }

    public AzureSettings with(PlanSettings otherPlan, BugSettings otherBugs) {
        return new AzureSettings(
                url,
                project,
                token,
                apiVersion,
                connections,
                testNames,
                network,
                workItems,
                otherPlan,
                otherBugs,
                history);
    }

    public AzureSettings with(HistorySettings other) {
        return new AzureSettings(
                url, project, token, apiVersion, connections, testNames, network, workItems, plan, bugs, other);
    }
}
