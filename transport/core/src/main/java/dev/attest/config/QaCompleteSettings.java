package dev.attest.config;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Where in QAComplete to publish to, and as whom.
 *
 * @param url address of the REST API, such as {@code https://host/rest-api/service}; without user info or trailing slash
 * @param project id of the project, in digits
 * @param user login to publish as
 * @param password of that user
 * @param testSet id of the test set that runs are created for, in digits
 * @param release id of the release that runs are of; empty for none
 * @param configuration id of the configuration that runs are of; empty for none
 * @param mapping ids of QAComplete's tests by class, or by class and method
 * @param customField name of the custom field that holds {@code package.Class.method}; empty for none
 * @param statuses what the statuses of tests are called
 * @param files for which tests their files are also put on the test of QAComplete
 * @param versions of the REST API
 * @param network the way there
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

    /** Copies the map. */
    public QaCompleteSettings {
        mapping = Map.copyOf(mapping);
    }
}
