package dev.attest.qacomplete;

import dev.attest.config.QaCompleteSettings;
import dev.attest.config.ResourceVersions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where things are, under {@code {service}/api/{version}/projects/{project}}.
 *
 * @param base of the service, without a slash at its end
 * @param project its id
 * @param versions of the API, which differ by what is asked for
 */
record Addresses(String base, String project, ResourceVersions versions) {

    static Addresses of(QaCompleteSettings settings) {
        return new Addresses(settings.url().toString(), settings.project(), settings.versions());
    }

    String shown() {
        return base + ", project " + project;
    }

    /** @param query names and values by turns */
    URI runs(String... query) {
        return at(versions.testRuns(), "/testruns", query);
    }

    URI run(String runId) {
        return at(versions.testRuns(), "/testruns/" + runId);
    }

    URI items(String runId, String... query) {
        return at(versions.testRuns(), "/testruns/" + runId + "/items", query);
    }

    URI item(String runId, String itemId) {
        return at(versions.testRuns(), "/testruns/" + runId + "/items/" + itemId);
    }

    URI report(String runId, String itemId) {
        return at(versions.testRuns(), "/testruns/" + runId + "/items/" + itemId + "/report");
    }

    URI log(String runId, String itemId) {
        return at(versions.testRuns(), "/testruns/" + runId + "/items/" + itemId + "/log");
    }

    URI tests(String... query) {
        return at(versions.tests(), "/tests", query);
    }

    URI testSet(String id) {
        return at(versions.tests(), "/testsets/" + id);
    }

    URI files(Entity entity, String... query) {
        return at(versions.files(), "/" + entity.code() + "/" + entity.id() + "/files", query);
    }

    private URI at(String version, String path, String... query) {
        StringBuilder uri = new StringBuilder(base)
                .append("/api/")
                .append(version)
                .append("/projects/")
                .append(project)
                .append(path);
        for (int i = 0; i < query.length; i += 2) {
            String value =
                    URLEncoder.encode(query[i + 1], StandardCharsets.UTF_8).replace("+", "%20");
            uri.append(i == 0 ? '?' : '&').append(query[i]).append('=').append(value);
        }
        return URI.create(uri.toString());
    }
}
