package dev.attest.internal.config;

import dev.attest.When;
import dev.attest.internal.config.setting.ResourceVersions;
import dev.attest.internal.config.setting.Secret;
import dev.attest.internal.config.setting.StatusNames;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The destination in QAComplete.
 *
 * @param url URL of the REST API, such as {@code https://host/rest-api/service}; without user info or trailing slash
 * @param project id of the project, in digits
 * @param testSet id of the test set of the runs, in digits
 * @param release id of the release of the runs; empty for none
 * @param configuration id of the configuration of the runs; empty for none
 * @param mapping ids of QAComplete's tests by class, or by class and method
 * @param customField name of the custom field that holds {@code package.Class.method}; empty for none
 */
public record QaCompleteSettings(
        URI url,
        String project,
        String user,
        Secret password,
        String testSet,
        String release,
        String configuration,
        Map<String, List<Integer>> mapping,
        String customField,
        StatusNames statuses,
        When files,
        ResourceVersions versions,
        NetworkSettings network) {

    public QaCompleteSettings {
        mapping = Map.copyOf(mapping);
    }
}
