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
 */
public record AzureSettings(
        URI url,
        String project,
        Secret token,
        String apiVersion,
        int connections,
        TestNames testNames,
        NetworkSettings network) {}
